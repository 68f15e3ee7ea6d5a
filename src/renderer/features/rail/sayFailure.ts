/** Shows why something the rail was asked for did not happen. */
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../../state/bridge'
import { showToast } from '../../state/toastStore'

export function sayFailure(error: unknown): void {
  showToast(messages.failed(messages.failures[failureCodeOf(error)]))
}
