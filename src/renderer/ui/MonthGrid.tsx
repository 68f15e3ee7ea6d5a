/** The inside of a calendar: the month's name, ways to the next and the last one, and its days. */
import type { CalendarDate } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  ButtonContext,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../state/journal/journalStore'
import { cx } from './cx'
import styles from './MonthGrid.module.css'

export interface MonthGridProps {
  /** Days to mark with a dot. */
  readonly written?: ReadonlySet<string>
  /** Stands before the two arrows. */
  readonly action?: ReactNode
}

const none: ReadonlySet<string> = new Set()

export function MonthGrid({ written = none, action }: MonthGridProps) {
  return (
    <>
      <header className={styles.head}>
        <CalendarHeading className={styles.title ?? ''} />
        {/* Else it would be taken for one of the calendar's own two buttons. */}
        <ButtonContext.Provider value={null}>{action}</ButtonContext.Provider>
        <Button slot="previous" aria-label={messages.finding.previousMonth} className={styles.step ?? ''}>
          <ChevronLeft />
        </Button>
        <Button slot="next" aria-label={messages.finding.nextMonth} className={styles.step ?? ''}>
          <ChevronRight />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className={styles.grid ?? ''}>
        <CalendarGridHeader>
          {(weekday) => <CalendarHeaderCell className={styles.weekday ?? ''}>{weekday}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <DayCell date={date} written={written} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  )
}

function DayCell({ date, written }: { readonly date: CalendarDate; readonly written: ReadonlySet<string> }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const day = date.toString()
  // The library's own label takes today from the system's clock; the journal's day may end later.
  const label = [
    dayInWords(day, '', locale),
    day === today && messages.finding.isToday,
    written.has(day) && messages.finding.written,
  ]
    .filter((part) => part !== false)
    .join(', ')
  return (
    <CalendarCell
      date={date}
      className={({ isOutsideMonth }) =>
        cx(
          styles.day,
          isOutsideMonth && styles.outside,
          day === today && styles.today,
          written.has(day) && styles.written,
        )
      }
      render={(props) => {
        const named = { ...props, 'aria-label': label }
        return <div {...named} aria-current={day === today ? 'date' : undefined} />
      }}
    />
  )
}
