/** Puts a copy of the key into this computer's keychain, with the passphrase. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { showPanel } from '../../state/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './lockDialogs.module.css'
import { PassphraseField } from './PassphraseField'
import { useAttempt } from './useAttempt'

const words = messages.locking

export function KeepKeyDialog() {
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, failure, attempt } = useAttempt()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '') return
    attempt(async () => {
      await request('lock.keepKey', { passphrase })
      showPanel(null)
      showToast(words.keepDone)
    })
  }
  return (
    <Dialog title={words.keepTitle} isOpen onClose={() => showPanel(null)} size="small">
      <form noValidate className={styles.form} onSubmit={keep}>
        <p className={styles.explanation}>{words.keepExplanation}</p>
        <PassphraseField value={passphrase} onChange={setPassphrase} error={failure} />
        <p role="status" className={styles.said}>
          {isBusy ? words.preparing : ''}
        </p>
        <div className={styles.actions}>
          <Button kind="primary" type="submit">
            {words.keepAction}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
