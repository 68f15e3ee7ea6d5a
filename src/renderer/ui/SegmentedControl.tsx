/** One of a few, all in view side by side. A radio group to the keyboard and to screen readers. */
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import { cx } from './cx'
import field from './field.module.css'
import styles from './SegmentedControl.module.css'
import type { Choice } from './Select'

export interface SegmentedControlProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly error?: string | undefined
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly className?: string
}

export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, hideLabel = false, error, choices, value, onChange, className } = props
  return (
    <RadioGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={value}
      orientation="horizontal"
      isInvalid={error !== undefined}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
      className={cx(field.field, className)}
    >
      {!hideLabel && <Label className={field.label ?? ''}>{label}</Label>}
      <div className={styles.track}>
        {choices.map((choice) => (
          <RadioField key={choice.id} value={choice.id} className={styles.field ?? ''}>
            <RadioButton className={styles.segment ?? ''}>
              {choice.icon}
              {choice.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      {error !== undefined && (
        <Text slot="errorMessage" className={field.error ?? ''}>
          {error}
        </Text>
      )}
    </RadioGroup>
  )
}
