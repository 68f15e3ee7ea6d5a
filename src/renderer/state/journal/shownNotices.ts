/** What the person sees of the notices that there are: without those that were dismissed, however often the list comes anew. */
import type { Notice } from '#shared/contract/health'

export interface ShownNotices {
  /** All that there are now; answers with those that are shown. */
  take(present: readonly Notice[]): readonly Notice[]
  dismiss(shown: readonly Notice[], which: (notice: Notice) => boolean): readonly Notice[]
  /** To be looked at first, also when it was dismissed or is not among those that there are. */
  recall(shown: readonly Notice[], notice: Notice): readonly Notice[]
}

export function createShownNotices(): ShownNotices {
  /** Each as often as it was dismissed: the same can happen to one file twice. */
  let dismissed: readonly Notice[] = []
  let recalled: Notice | null = null

  function withRecalled(notices: readonly Notice[]): readonly Notice[] {
    const first = recalled
    if (first === null) return notices
    return [first, ...notices.filter(({ kind, record }) => kind !== first.kind || record !== first.record)]
  }

  return {
    take(present) {
      const left = new Map<string, number>()
      for (const notice of dismissed) left.set(matterOf(notice), (left.get(matterOf(notice)) ?? 0) + 1)
      const hidden: Notice[] = []
      const visible = present.filter((notice) => {
        const times = left.get(matterOf(notice)) ?? 0
        if (times === 0) return true
        left.set(matterOf(notice), times - 1)
        hidden.push(notice)
        return false
      })
      // What is over is forgotten: should it come up again, it is shown again.
      dismissed = hidden
      return withRecalled(visible)
    },
    dismiss(shown, which) {
      dismissed = [...dismissed, ...shown.filter(which)]
      if (recalled !== null && which(recalled)) recalled = null
      return shown.filter((notice) => !which(notice))
    },
    recall(shown, notice) {
      recalled = notice
      return withRecalled(shown)
    },
  }
}

function matterOf({ kind, file, day, restored, record }: Notice): string {
  return JSON.stringify([kind, file, day, restored, record])
}
