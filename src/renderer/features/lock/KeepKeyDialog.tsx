/** Puts a copy of the key into this computer's keychain, with the passphrase. */
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Dialog } from '../../ui/Dialog'
import { PassphraseForm } from './PassphraseForm'

const words = messages.locking

export function KeepKeyDialog() {
  const keep = async (passphrase: string) => {
    await request('lock.keepKey', { passphrase })
    showPanel(null)
    showToast(words.keepDone)
  }
  return (
    <Dialog title={words.keepTitle} isOpen onClose={() => showPanel(null)} size="small">
      <PassphraseForm explanation={words.keepExplanation} action={words.keepAction} onPassphrase={keep} />
    </Dialog>
  )
}
