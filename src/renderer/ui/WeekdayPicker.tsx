/** Days of the week, any of them: toggles side by side, in the order of the person's week. */
import { Label, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { addDays } from '#shared/domain/day'
import { weekdayInWords } from '#shared/messages/dates'
import { cx } from './cx'
import field from './field.module.css'
import styles from './SegmentedControl.module.css'

/** Any Monday. */
const monday = '2024-01-01'

export interface WeekdayPickerProps {
  readonly label: string
  readonly error?: string | undefined
  /** 1 Monday … 7 Sunday. */
  readonly value: readonly number[]
  readonly onChange: (weekdays: number[]) => void
  readonly firstDay: number
  readonly locale: string
}

export function WeekdayPicker({ label, error, value, onChange, firstDay, locale }: WeekdayPickerProps) {
  const weekdays = Array.from({ length: 7 }, (_, at) => ((firstDay - 1 + at) % 7) + 1)
  return (
    <div className={field.field}>
      <Label className={field.label ?? ''} elementType="span" id="weekdays">
        {label}
      </Label>
      <ToggleButtonGroup
        aria-labelledby="weekdays"
        selectionMode="multiple"
        selectedKeys={value.map(String)}
        onSelectionChange={(keys) => onChange([...keys].map(Number).sort())}
        className={styles.track ?? ''}
      >
        {weekdays.map((weekday) => {
          const day = addDays(monday, weekday - 1)
          return (
            <ToggleButton key={weekday} id={String(weekday)} className={cx(styles.field, styles.segment)}>
              {weekdayInWords(day, locale, 'short')}
            </ToggleButton>
          )
        })}
      </ToggleButtonGroup>
      {error !== undefined && (
        <p role="alert" className={field.error}>
          {error}
        </p>
      )}
    </div>
  )
}
