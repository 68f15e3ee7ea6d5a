/** Something that is asked of main and may be refused: whether it is under way, and why it did not happen. */
import { useState } from 'react'
import { lockFailure } from '../../state/journal/lockFailure'

export function useAttempt(): {
  readonly isBusy: boolean
  readonly failure: string | undefined
  attempt(work: () => Promise<void>): void
} {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  return {
    isBusy,
    failure,
    attempt(work) {
      if (isBusy) return
      setBusy(true)
      setFailure(undefined)
      work()
        .catch((error: unknown) => setFailure(lockFailure(error)))
        .finally(() => setBusy(false))
    },
  }
}
