/** The second version that is looked at: those of one entry after those of another, until none waits. */
import { useCallback, useEffect, useState } from 'react'
import type { EntryCopies } from '#shared/contract/conflicts'
import type { CopyChoice } from '#shared/domain/entry/copy'
import { useJournal, waitingCopies } from '../../state/journal/journalStore'
import { failureInWords } from '../../state/sayFailure'
import { readCopies, resolveConflict } from './copyActions'

export interface CopiesModel {
  readonly shown: EntryCopies | null
  /** Entries after this one. */
  readonly further: number
  readonly busy: CopyChoice | null
  readonly failed: string
  /** Resolves with whether it was done. */
  resolve(choice: CopyChoice): Promise<boolean>
}

/** `onEnd` is called when nothing waits any more, and when the open page has words that can't be stored. */
export function useCopies(onEnd: () => void): CopiesModel {
  const [shown, setShown] = useState<EntryCopies | null>(null)
  const [busy, setBusy] = useState<CopyChoice | null>(null)
  const [failed, setFailed] = useState('')
  const further = useJournal(({ notices }) => Math.max(0, waitingCopies(notices).length - 1))

  const look = useCallback(async () => {
    for (;;) {
      const [next] = waitingCopies(useJournal.getState().notices)
      if (!next) return onEnd()
      const found = await readCopies(next.entry)
      if (found === 'unsaved') return onEnd()
      if (found) return setShown(found)
    }
  }, [onEnd])

  useEffect(() => {
    look().catch((error: unknown) => setFailed(failureInWords(error)))
  }, [look])

  async function resolve(choice: CopyChoice): Promise<boolean> {
    if (!shown || busy !== null) return false
    setBusy(choice)
    setFailed('')
    let isDone = true
    try {
      await resolveConflict(shown, choice)
    } catch (error) {
      isDone = false
      setFailed(failureInWords(error))
    }
    // Also after a failure: what is there may be something else by now.
    await look().catch((error: unknown) => setFailed(failureInWords(error)))
    setBusy(null)
    return isDone
  }

  return { shown, further, busy, failed, resolve }
}
