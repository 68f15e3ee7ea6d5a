/** Asks for the passphrase before something is done with the lock. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { Button } from '../../ui/Button'
import styles from './lockDialogs.module.css'
import { PassphraseField } from './PassphraseField'
import { useAttempt } from './useAttempt'

export interface PassphraseFormProps {
  readonly explanation: string
  readonly action: string
  readonly alert?: boolean
  /** How far it has come, where that is known. */
  readonly progress?: string | undefined
  /** What it throws is shown beside the passphrase. */
  readonly onPassphrase: (passphrase: string) => Promise<void>
}

export function PassphraseForm({ explanation, action, alert = false, progress, onPassphrase }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, failure, attempt } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') attempt(() => onPassphrase(passphrase))
  }
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <p className={styles.explanation}>{explanation}</p>
      <PassphraseField value={passphrase} onChange={setPassphrase} error={failure} />
      <p role="status" className={styles.said}>
        {isBusy ? (progress ?? messages.locking.preparing) : ''}
      </p>
      <div className={styles.actions}>
        <Button kind="primary" alert={alert} type="submit">
          {action}
        </Button>
      </div>
    </form>
  )
}
