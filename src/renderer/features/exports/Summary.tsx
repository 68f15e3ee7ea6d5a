/** How an export went, with each entry that could not be written and why. */
import type { ExportSummary } from '#shared/contract/exports'
import { dayInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './ExportDialog.module.css'

const { settings: words, exportNotes: notes } = messages

export function Summary({ summary }: { readonly summary: ExportSummary }) {
  const locale = useJournal((journal) => journal.locale)
  const { folder, written, unchanged, copies, earlier, failed, stopped } = summary
  const count = (files: number) => messages.counted.files(files, numberInWords(files, locale))
  if (stopped === null && written + unchanged + failed.length === 0) return <p>{words.exportNothing}</p>
  return (
    <>
      {written > 0 && <p className={styles.done}>{words.exported(count(written))}</p>}
      {unchanged > 0 && <p>{words.exportedUnchanged(count(unchanged))}</p>}
      {written + unchanged > 0 && <p className={styles.folder}>{folder}</p>}
      {copies > 0 && <p>{notes.copies(copies, numberInWords(copies, locale))}</p>}
      {earlier > 0 && <p>{notes.earlier(earlier, numberInWords(earlier, locale))}</p>}
      {stopped !== null && (
        <p className={styles.failure}>
          {words.exportStopped((stopped.at === 'journal' ? messages.failures : messages.exportFailures)[stopped.code])}
        </p>
      )}
      {failed.length > 0 && (
        <>
          <p className={styles.failure}>{words.exportFailed(count(failed.length))}</p>
          <ul className={styles.failed}>
            {failed.map(({ day, name, code }) => (
              <li key={name}>
                {/* The year always: a list of failures is read out of any context. */}
                <span dir="auto" className={styles.name}>
                  {day === null ? name : `${dayInWords(day, '', locale)}, ${name}`}
                </span>
                <span className={styles.reason}>{messages.exportFailures[code]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
