/** Asks for the passphrase, or the recovery code, of the lock that sealed what waits. */
import { type FormEvent, useState } from 'react'
import { maxPassphrase } from '#shared/domain/encryption/lock'
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../../state/bridge'
import { lockFailure } from '../../state/journal/lockFailure'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import styles from './HealthDialog.module.css'

const words = messages.health

export function OpenSealed({ onTyped }: { readonly onTyped: (typed: string) => Promise<void> }) {
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (typed === '' || isBusy) return
    setBusy(true)
    setFailure(undefined)
    onTyped(typed)
      .catch((error: unknown) => setFailure(inWords(error)))
      .finally(() => setBusy(false))
  }
  return (
    <section>
      <h3 className={styles.group}>{words.openTitle}</h3>
      <form noValidate onSubmit={open}>
        <p className={styles.more}>{words.openExplanation}</p>
        <TextField
          label={words.openField}
          type="password"
          autoComplete="off"
          maxLength={maxPassphrase}
          autoFocus
          value={typed}
          onChange={setTyped}
          error={failure}
        />
        <p role="status" className={styles.more}>
          {isBusy ? words.opening : ''}
        </p>
        <Button type="submit" isDisabled={typed === ''}>
          {words.openAction}
        </Button>
      </form>
    </section>
  )
}

function inWords(error: unknown): string {
  return failureCodeOf(error) === 'wrong-passphrase' ? words.wrongSecret : lockFailure(error)
}
