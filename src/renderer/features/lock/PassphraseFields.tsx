/** A new passphrase, typed twice. */
import { useState } from 'react'
import { maxPassphrase, minPassphrase } from '#shared/domain/encryption/lock'
import { messages } from '#shared/messages/messages'
import { TextField } from '../../ui/TextField'

const words = messages.locking

export interface NewPassphrase {
  readonly first: string
  readonly again: string
}

export const noPassphrase: NewPassphrase = { first: '', again: '' }

/** The passphrase, once both are good and the same; else null. */
export function passphraseOf({ first, again }: NewPassphrase): string | null {
  return first.length >= minPassphrase && first === again ? first : null
}

export interface PassphraseFieldsProps {
  readonly value: NewPassphrase
  readonly onChange: (value: NewPassphrase) => void
  readonly autoFocus?: boolean
}

/** What is wrong is said when the person has left the field, not while they type. */
export function PassphraseFields({ value, onChange, autoFocus = false }: PassphraseFieldsProps) {
  const [left, setLeft] = useState({ first: false, again: false })
  const { first, again } = value
  const isShort = left.first && first !== '' && first.length < minPassphrase
  const isOther = left.again && again !== '' && again !== first
  return (
    <>
      <TextField
        label={words.newPassphrase}
        hint={words.passphraseHint}
        type="password"
        autoComplete="new-password"
        maxLength={maxPassphrase}
        // The dialog or the form was opened for it.
        autoFocus={autoFocus}
        value={first}
        onChange={(next) => onChange({ ...value, first: next })}
        onBlur={() => setLeft((was) => ({ ...was, first: true }))}
        error={isShort ? words.tooShort : undefined}
      />
      <TextField
        label={words.again}
        type="password"
        autoComplete="new-password"
        maxLength={maxPassphrase}
        value={again}
        onChange={(next) => onChange({ ...value, again: next })}
        onBlur={() => setLeft((was) => ({ ...was, again: true }))}
        error={isOther ? words.notTheSame : undefined}
      />
    </>
  )
}
