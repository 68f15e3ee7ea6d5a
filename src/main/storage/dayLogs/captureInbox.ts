/** What other processes left in the inbox: brought into its days, each once, and in few writes however many there are. */
import type { Capture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { answered, failureOf } from '../../disk/failureOf'
import { removeDurably } from '../../disk/removeDurably'
import { readLeft } from '../inbox/readLeft'
import { captureKind, inboxFormat } from '../kinds/captureKind'
import { inboxFiles, inboxOf } from '../layout/inboxes'
import type { JournalContext } from '../safekeeping/journalContext'
import { dayLogPath } from './dayLogFiles'

const captureInbox = inboxOf(captureKind)

/** So many are brought in before others get their turn at the inbox. */
const atOnce = 100

interface Waiting {
  readonly path: string
  readonly capture: Capture
}

export class CaptureInbox {
  /** Files whose day has no more room: looked at again after the next start, not with each look at the clock. */
  private readonly leftOver = new Set<string>()
  private readonly fullDays = new Set<Day>()

  /** `put` answers whether any of them is new to the day. */
  constructor(
    private readonly journal: JournalContext,
    private readonly put: (day: Day, captures: readonly Capture[]) => Promise<boolean>,
  ) {}

  /** Resolves with the days that changed. */
  async fold(): Promise<readonly Day[]> {
    const changed = new Set<Day>()
    const paths = (await answered(() => inboxFiles(this.journal.folder, captureInbox))).filter(
      (path) => !this.leftOver.has(path),
    )
    for (let start = 0; start < paths.length; start += atOnce) {
      const some = paths.slice(start, start + atOnce)
      // What fails stays in the inbox for the next time, and keeps no other from its day.
      await this.alone(() => this.foldSome(some, (day) => void changed.add(day))).catch(() => undefined)
    }
    return [...changed]
  }

  /** What leaves its day must not come back to it: while its file lies in the inbox, the next look would bring it. `check` throws when it is not in its day: the file in the inbox may be all there is of it. */
  leaving(id: EntryId, check: () => Promise<void>, leave: () => Promise<void>): Promise<void> {
    const { folder, lock } = this.journal
    return this.alone(async () => {
      await check()
      await lock.hold()
      await folder.inside(captureInbox, () => removeDurably(folder.disk, folder.path(...captureInbox, `${id}.json`)))
      await leave()
    })
  }

  private alone(task: () => Promise<void>): Promise<void> {
    return this.journal.queue.run('captures inbox', () => answered(task))
  }

  private async foldSome(paths: readonly string[], cameTo: (day: Day) => void): Promise<void> {
    await this.journal.lock.hold()
    const days = new Map<Day, Waiting[]>()
    for (const path of paths) {
      const capture = (await readLeft(this.journal, path, inboxFormat).catch(() => null))?.capture
      if (capture === undefined) continue
      const ofDay = days.get(capture.day) ?? []
      days.set(capture.day, ofDay)
      ofDay.push({ path, capture })
    }
    for (const [day, waiting] of days) await this.bring(day, waiting, cameTo).catch(() => undefined)
  }

  /** First into the day, then out of the inbox: after a crash in between they are there already, and are not put there twice. */
  private async bring(day: Day, waiting: readonly Waiting[], cameTo: (day: Day) => void): Promise<void> {
    if (this.fullDays.has(day)) return this.leave(day, waiting)
    try {
      const captures = waiting.map(({ capture }) => capture)
      if (await this.put(day, captures)) cameTo(day)
    } catch (error) {
      if (!isTooMuch(error)) throw error
      if (waiting.length === 1) {
        this.fullDays.add(day)
        return this.leave(day, waiting)
      }
      // As many of them as there is room for.
      const half = Math.ceil(waiting.length / 2)
      await this.bring(day, waiting.slice(0, half), cameTo)
      return this.bring(day, waiting.slice(half), cameTo)
    }
    const { disk } = this.journal.folder
    for (const { path } of waiting) await removeDurably(disk, path).catch(() => undefined)
  }

  private leave(day: Day, waiting: readonly Waiting[]): void {
    const { folder, notices } = this.journal
    for (const { path } of waiting) this.leftOver.add(path)
    notices.raise({
      kind: 'full',
      file: folder.nameOf(dayLogPath(folder, captureKind, day)),
      day,
      restored: false,
      recordKind: captureKind.name,
    })
  }
}

/** What the day's file would not be written with: over its size, or over the number of captures it may hold. */
function isTooMuch(error: unknown): boolean {
  const { code } = failureOf(error)
  return code === 'too-large' || code === 'bad-request'
}
