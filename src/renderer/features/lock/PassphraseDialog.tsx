/** Another passphrase for the lock. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './lockDialogs.module.css'
import { PassphraseField } from './PassphraseField'
import { noPassphrase, PassphraseFields, passphraseOf } from './PassphraseFields'
import { useAttempt } from './useAttempt'

const words = messages.locking

export function PassphraseDialog() {
  const [old, setOld] = useState('')
  const [typed, setTyped] = useState(noPassphrase)
  const { failure, attempt } = useAttempt()
  const next = passphraseOf(typed)
  const change = (event: FormEvent) => {
    event.preventDefault()
    if (next === null || old === '') return
    attempt(async () => {
      await request('lock.changePassphrase', { old, next })
      showPanel(null)
      showToast(words.changeDone)
    })
  }
  return (
    <Dialog title={words.changeTitle} isOpen onClose={() => showPanel(null)} size="small">
      <form noValidate className={styles.form} onSubmit={change}>
        <PassphraseField label={words.oldPassphrase} value={old} onChange={setOld} error={failure} />
        <PassphraseFields value={typed} onChange={setTyped} />
        <div className={styles.actions}>
          <Button kind="primary" type="submit" isDisabled={old === '' || next === null}>
            {words.changeAction}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
