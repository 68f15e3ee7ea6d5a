/** A day in the list, above what was written and caught on it. */
import type { Day } from '#shared/domain/day'
import { dayInWords } from '#shared/messages/dates'
import { useJournal } from '../../state/journal/journalStore'
import styles from '../../ui/list/list.module.css'

export function DayHeading({ day }: { readonly day: Day }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  return <p className={styles.day}>{dayInWords(day, today, locale)}</p>
}
