/** Takes the lock away, with the passphrase. */
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useLockProgress } from '../../state/journal/lockProgress'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Dialog } from '../../ui/Dialog'
import { PassphraseForm } from './PassphraseForm'

const words = messages.locking

export function TurnOffDialog() {
  const progress = useLockProgress()
  const turnOff = async (passphrase: string) => {
    await request('lock.turnOff', { passphrase })
    showPanel(null)
    showToast(words.offDone)
  }
  return (
    <Dialog title={words.offTitle} isOpen onClose={() => showPanel(null)} size="small">
      <PassphraseForm
        explanation={words.offExplanation}
        action={words.offAction}
        alert
        progress={progress}
        onPassphrase={turnOff}
      />
    </Dialog>
  )
}
