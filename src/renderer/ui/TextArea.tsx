/** Several lines of text with their label. */
import { TextArea as AriaTextArea, Label, Text, TextField, type TextFieldProps } from 'react-aria-components'
import { cx } from './cx'
import field from './field.module.css'
import styles from './TextArea.module.css'

export interface TextAreaProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string
  readonly error?: string | undefined
  readonly rows?: number
}

export function TextArea({ label, error, rows = 4, ...props }: TextAreaProps) {
  return (
    <TextField {...props} isInvalid={error !== undefined} className={field.field ?? ''}>
      <Label className={field.label ?? ''}>{label}</Label>
      <AriaTextArea dir="auto" rows={rows} className={cx(field.box, styles.area)} />
      {error !== undefined && (
        <Text slot="errorMessage" className={field.error ?? ''}>
          {error}
        </Text>
      )}
    </TextField>
  )
}
