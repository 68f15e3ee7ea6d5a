/** The month: days with pages are marked; a day opens its newest page. */
import type { Day } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { openEntry, openToday, useOpenPage } from '../../state/layout/openPageStore'
import { setEmptyDay, useRail } from '../../state/layout/railStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { Calendar } from '../../ui/Calendar'
import { cx } from '../../ui/cx'
import styles from './RailCalendar.module.css'
import { useWrittenDays } from './useWrittenDays'

export function RailCalendar() {
  const written = useWrittenDays()
  const today = useJournal((journal) => journal.today)
  const openDay = useOpenPage(({ page }) => page?.entry.day ?? null)
  const emptyDay = useRail((rail) => rail.emptyDay)
  const isSearching = useRail(({ query }) => query.trim() !== '')
  // Pages are begun for today and before; one that was moved ahead can still be reached. Days compare as text.
  const latest = useJournal(({ rows }) => [today, rows[0]?.day ?? today].sort().at(-1) ?? today)
  return (
    <Calendar
      label={messages.finding.calendar}
      value={emptyDay ?? openDay}
      onChange={choose}
      maxDay={latest}
      written={written}
      className={cx(styles.calendar, isSearching && styles.searching)}
      action={
        openDay !== today && (
          <Button kind="quiet" className={styles.today} onPress={goToToday}>
            {messages.finding.today}
          </Button>
        )
      }
    />
  )
}

function choose(day: Day): void {
  const { rows, today } = useJournal.getState()
  const newest = rows.find((row) => row.day === day)
  setEmptyDay(null)
  if (newest) openEntry(newest.id).catch(sayFailure)
  else if (day === today) openToday().catch(sayFailure)
  else setEmptyDay(day)
}

function goToToday(): void {
  setEmptyDay(null)
  openToday().catch(sayFailure)
}
