/** A civil day, typed in parts or chosen from a month. */
import { parseDate } from '@internationalized/date'
import { CalendarDays } from 'lucide-react'
import {
  DatePicker as AriaDatePicker,
  Button,
  Calendar,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Label,
  Text,
} from 'react-aria-components'
import { type Day, isDay } from '#shared/domain/day'
import { useJournal } from '../state/journal/journalStore'
import { cx } from './cx'
import styles from './DatePicker.module.css'
import field from './field.module.css'
import { MonthGrid } from './MonthGrid'
import { Popover } from './Popover'
import segments from './segments.module.css'
import { firstDayProps } from './weekdays'

export interface DatePickerProps {
  readonly label: string
  readonly value: Day | null
  readonly onChange: (day: Day | null) => void
  readonly minDay?: Day
  readonly maxDay?: Day
  readonly error?: string | undefined
  readonly written?: ReadonlySet<string>
  readonly autoFocus?: boolean
  readonly className?: string
}

export function DatePicker(props: DatePickerProps) {
  const { label, value, onChange, minDay, maxDay, error, written, autoFocus = false, className } = props
  const today = useJournal((journal) => journal.today)
  const weekStart = useJournal((journal) => journal.settings.weekStart)
  return (
    <AriaDatePicker
      value={value === null ? null : parseDate(value)}
      // Else it goes out from the day of the page's own clock.
      placeholderValue={parseDate(today)}
      onChange={(date) => {
        // A year that is still being typed may not be a day that the journal knows.
        const day = date === null ? null : date.toString()
        if (day === null || isDay(day)) onChange(day)
      }}
      {...(minDay === undefined ? {} : { minValue: parseDate(minDay) })}
      {...(maxDay === undefined ? {} : { maxValue: parseDate(maxDay) })}
      {...firstDayProps(weekStart)}
      {...(error === undefined ? {} : { isInvalid: true })}
      autoFocus={autoFocus}
      granularity="day"
      className={cx(field.field, className)}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <Group className={cx(field.box, styles.group)}>
        <DateInput className={cx(segments.input, styles.input)}>
          {(segment) => <DateSegment segment={segment} className={segments.segment ?? ''} />}
        </DateInput>
        <Button className={styles.open ?? ''}>
          <CalendarDays />
        </Button>
      </Group>
      {error !== undefined && (
        <Text slot="errorMessage" className={field.error ?? ''}>
          {error}
        </Text>
      )}
      <Popover>
        <Dialog className={styles.dialog ?? ''}>
          <Calendar>
            <MonthGrid {...(written === undefined ? {} : { written })} />
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
