/** One line of text with its label, a hint below it, and what went wrong. */
import type { Ref } from 'react'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import { cx } from './cx'
import field from './field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
  readonly className?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField({ label, hint, error, placeholder, className, inputRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className={cx(field.field, className)}>
      <Label className={field.label ?? ''}>{label}</Label>
      <Input
        dir="auto"
        className={field.box ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {hint !== undefined && (
        <Text slot="description" dir="auto" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={field.error ?? ''}>
          {error}
        </Text>
      )}
    </AriaTextField>
  )
}
