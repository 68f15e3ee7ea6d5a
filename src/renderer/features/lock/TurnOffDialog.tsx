/** Takes the lock away, with the passphrase. */
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
import { useProgress } from './useProgress'

const words = messages.locking

export function TurnOffDialog() {
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, failure, attempt } = useAttempt()
  const progress = useProgress()
  const turnOff = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '') return
    attempt(async () => {
      await request('lock.turnOff', { passphrase })
      showPanel(null)
      showToast(words.offDone)
    })
  }
  return (
    <Dialog title={words.offTitle} isOpen onClose={() => showPanel(null)} size="small">
      <form noValidate className={styles.form} onSubmit={turnOff}>
        <p className={styles.explanation}>{words.offExplanation}</p>
        <PassphraseField value={passphrase} onChange={setPassphrase} error={failure} />
        <p role="status" className={styles.said}>
          {isBusy ? (progress ?? words.preparing) : ''}
        </p>
        <div className={styles.actions}>
          <Button kind="primary" alert type="submit">
            {words.offAction}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
