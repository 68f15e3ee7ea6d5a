/** What went wrong with the lock, in words, with the way on. */
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../bridge'

export function lockFailure(error: unknown): string {
  const code = failureCodeOf(error)
  if (code === 'wrong-passphrase') return messages.locking.wrongPassphrase
  if (code === 'conflict') return messages.locking.unsaved
  return messages.failed(messages.failures[code])
}
