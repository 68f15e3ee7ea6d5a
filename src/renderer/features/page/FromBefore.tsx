/** What the last daily page named as the one thing for the next day. */
import type { OpenPage } from '#shared/contract/entries'
import { weekdayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './EntryPage.module.css'

export function FromBefore({ day, text }: NonNullable<OpenPage['fromBefore']>) {
  const locale = useJournal((journal) => journal.locale)
  return (
    <p className={styles.fromBefore}>
      <span className={styles.fromBeforeLead}>{messages.writing.fromBefore(weekdayInWords(day, locale))}: </span>
      <span dir="auto">{text}</span>
    </p>
  )
}
