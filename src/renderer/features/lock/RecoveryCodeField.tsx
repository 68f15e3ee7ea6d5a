/** The recovery code as a person types it; the focus begins here. */
import { messages } from '#shared/messages/messages'
import { TextField } from '../../ui/TextField'

export interface RecoveryCodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

export function RecoveryCodeField(field: RecoveryCodeFieldProps) {
  return (
    <TextField
      label={messages.locking.code}
      autoComplete="off"
      spellCheck="false"
      maxLength={100}
      autoFocus
      {...field}
    />
  )
}
