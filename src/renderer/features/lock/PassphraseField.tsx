/** The passphrase that the lock has now. It is what its form is for, or the first thing it needs: the focus begins here. */
import { maxPassphrase } from '#shared/domain/encryption/lock'
import { messages } from '#shared/messages/messages'
import { TextField } from '../../ui/TextField'

export interface PassphraseFieldProps {
  readonly label?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

export function PassphraseField({ label = messages.locking.screen.passphrase, ...field }: PassphraseFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="current-password"
      maxLength={maxPassphrase}
      autoFocus
      {...field}
    />
  )
}
