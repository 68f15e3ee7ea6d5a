/** A wall time, `HH:MM`, in the clock that the person's locale uses. */
import { parseTime } from '@internationalized/date'
import { TimeField as AriaTimeField, DateInput, DateSegment, Label, Text } from 'react-aria-components'
import type { WallTime } from '#shared/domain/day'
import { cx } from './cx'
import field from './field.module.css'
import styles from './segments.module.css'

export interface TimeFieldProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: WallTime
  readonly onChange: (value: WallTime) => void
  readonly className?: string
}

export function TimeField({ label, hint, error, value, onChange, className }: TimeFieldProps) {
  return (
    <AriaTimeField
      value={parseTime(value)}
      onChange={(time) => {
        if (time !== null) onChange(time.toString().slice(0, 5))
      }}
      isInvalid={error !== undefined}
      className={cx(field.field, className)}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <DateInput className={cx(field.box, styles.input)}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
      </DateInput>
      {hint !== undefined && (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={field.error ?? ''}>
          {error}
        </Text>
      )}
    </AriaTimeField>
  )
}
