/** Text on this computer that a lock of before sealed: it waits for the passphrase of that one. */
import { messages } from '#shared/messages/messages'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

const words = messages.locking.former

export function FormerLockNotice() {
  return (
    <Notice sentence={words.notice}>
      <Button onPress={() => showPanel('formerLock')}>{words.open}</Button>
    </Notice>
  )
}
