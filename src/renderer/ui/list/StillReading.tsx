/** Says that older entries are still being read, and how far that is. The count changes too often to be announced. */
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './list.module.css'

const words = messages.finding

export function StillReading() {
  const { done, total } = useJournal((journal) => journal.read)
  const locale = useJournal((journal) => journal.locale)
  return (
    <p className={styles.reading}>
      <span role="status">{words.stillReading}</span>
      {total > 0 && (
        <span aria-hidden className={styles.progress}>
          {words.readOf(numberInWords(done, locale), numberInWords(total, locale))}
        </span>
      )}
    </p>
  )
}
