/** Opens what this computer keeps under a lock that the journal had before, with the passphrase of that one. */
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { reopenJournal } from '../../state/journal/reopenJournal'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Dialog } from '../../ui/Dialog'
import { PassphraseForm } from './PassphraseForm'

const words = messages.locking.former

export function FormerLockDialog() {
  const open = async (passphrase: string) => {
    await request('lock.openFormer', { passphrase })
    await reopenJournal()
    showPanel(null)
    showToast(words.opened)
  }
  return (
    <Dialog title={words.title} isOpen onClose={() => showPanel(null)} size="small">
      <PassphraseForm explanation={words.explanation} action={words.action} onPassphrase={open} />
    </Dialog>
  )
}
