/** The next ones in words: day, time, name. */
import type { Day } from '#shared/domain/day'
import { dayInWords, wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { useReminders } from '../../state/journal/remindersStore'
import styles from './RemindersDialog.module.css'

const words = messages.reminding

export function NextReminders({ pausedUntil }: { readonly pausedUntil: Day | null }) {
  const locale = useJournal((journal) => journal.locale)
  const today = useReminders((reminding) => reminding.today)
  const next = useReminders((reminding) => reminding.next)
  return (
    <div className={styles.fields}>
      {pausedUntil !== null && pausedUntil > today && <p>{words.isPaused(dayInWords(pausedUntil, today, locale))}</p>}
      {next.length === 0 ? (
        <p className={styles.hint}>{words.nextNone}</p>
      ) : (
        <ol className={styles.next}>
          {next.map(({ reminder, day, time, comes, name }) => (
            <li dir="auto" key={`${reminder} ${day} ${time}`}>
              {words.at(dayInWords(comes.day, today, locale), wallTimeInWords(comes.time, locale), name)}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
