/** One month of days to walk by keyboard: arrows, Page Up and Down for months, with Shift for years. */
import { type CalendarDate, parseDate } from '@internationalized/date'
import { type ReactNode, useState } from 'react'
import { Calendar as AriaCalendar } from 'react-aria-components'
import type { Day } from '#shared/domain/day'
import { useJournal } from '../state/journal/journalStore'
import { cx } from './cx'
import { MonthGrid } from './MonthGrid'
import { firstDayProps } from './weekdays'

export interface CalendarProps {
  readonly label: string
  readonly value: Day | null
  readonly onChange: (day: Day) => void
  readonly maxDay?: Day
  readonly written?: ReadonlySet<string>
  readonly action?: ReactNode
  readonly className?: string
}

export function Calendar({ label, value, onChange, maxDay, className, ...grid }: CalendarProps) {
  const today = useJournal((journal) => journal.today)
  const weekStart = useJournal((journal) => journal.settings.weekStart)
  const [focused, setFocused] = useState<CalendarDate>(() => parseDate(value ?? today))
  // The month in view follows what is chosen elsewhere, and stays where the person leafed to until then.
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    if (value !== null) setFocused(parseDate(value))
  }
  return (
    <AriaCalendar
      aria-label={label}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date.toString())}
      focusedValue={focused}
      onFocusChange={setFocused}
      {...(maxDay === undefined ? {} : { maxValue: parseDate(maxDay) })}
      {...firstDayProps(weekStart)}
      className={cx(className)}
    >
      <MonthGrid {...grid} />
    </AriaCalendar>
  )
}
