/** Asks for the passphrase of a backup that another lock sealed: without it not even the names of its entries can be read. */
import { type FormEvent, useState } from 'react'
import { maxPassphrase } from '#shared/domain/encryption/lock'
import { messages } from '#shared/messages/messages'
import { lockFailure } from '../../state/journal/lockFailure'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import styles from './RestoreDialog.module.css'

const words = messages.restoring

export interface UnlockBackupProps {
  /** What it throws is shown beside the passphrase. */
  readonly onPassphrase: (passphrase: string) => Promise<void>
}

export function UnlockBackup({ onPassphrase }: UnlockBackupProps) {
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || isBusy) return
    setBusy(true)
    setFailure(undefined)
    onPassphrase(passphrase)
      .catch((error: unknown) => setFailure(lockFailure(error)))
      .finally(() => setBusy(false))
  }
  return (
    <form noValidate className={styles.unlock} onSubmit={submit}>
      <p>{words.passphraseNeeded}</p>
      <TextField
        label={words.passphrase}
        type="password"
        autoComplete="off"
        maxLength={maxPassphrase}
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
        error={failure}
      />
      <Button type="submit">{isBusy ? messages.locking.screen.unlocking : words.showEntries}</Button>
    </form>
  )
}
