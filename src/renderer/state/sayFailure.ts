/** Shows why something that was asked for did not happen. */
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from './bridge'
import { showToast } from './toastStore'

export function failureInWords(error: unknown): string {
  return messages.failed(messages.failures[failureCodeOf(error)])
}

/** As a notice; the end of a promise whose failure nothing else shows: `openToday().catch(sayFailure)`. */
export function sayFailure(error: unknown): void {
  showToast(failureInWords(error))
}
