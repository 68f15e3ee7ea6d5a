/** The way in without the passphrase: the recovery code, and another passphrase. */
import { type FormEvent, useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { Button } from '../../ui/Button'
import styles from './LockScreen.module.css'
import { noPassphrase, PassphraseFields, passphraseOf } from './PassphraseFields'
import { RecoveryCodeField } from './RecoveryCodeField'
import { UnlockStatus } from './UnlockStatus'
import { useAttempt } from './useAttempt'

const words = messages.locking

export function RecoverForm({ onUnlocked }: { readonly onUnlocked: () => Promise<void> }) {
  const [code, setCode] = useState('')
  const [typed, setTyped] = useState(noPassphrase)
  const { isBusy, failure, attempt } = useAttempt()
  const recover = (event: FormEvent) => {
    event.preventDefault()
    const passphrase = passphraseOf(typed)
    if (passphrase === null) return
    attempt(async () => {
      await request('lock.recover', { code, passphrase })
      await onUnlocked()
    })
  }
  return (
    <form noValidate className={styles.form} onSubmit={recover}>
      <RecoveryCodeField value={code} onChange={setCode} error={failure} />
      <PassphraseFields value={typed} onChange={setTyped} />
      <Button kind="primary" type="submit" isDisabled={code.trim() === '' || passphraseOf(typed) === null}>
        {isBusy ? words.screen.unlocking : words.screen.recover}
      </Button>
      <UnlockStatus isBusy={isBusy} />
    </form>
  )
}
