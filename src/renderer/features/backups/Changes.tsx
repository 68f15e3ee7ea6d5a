/** What going back would change, each kind a line that unfolds to the entries themselves. */
import type { ComparedRecord, Comparison, RecordFate } from '#shared/domain/backup/backup'
import { counted } from '#shared/messages/counted'
import { dayInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { Disclosure } from '../../ui/Disclosure'
import styles from './RestoreDialog.module.css'

const words = messages.restoring
const fates: readonly RecordFate[] = ['returns', 'changes', 'newer', 'goes']
const captureFates = ['returns', 'changes', 'goes'] as const

export function Changes({ comparison }: { readonly comparison: Comparison }) {
  const locale = useJournal((journal) => journal.locale)
  const { records, counts, captures } = comparison
  const inWords = (count: number) => numberInWords(count, locale)
  const isSame = fates.every((fate) => counts[fate] === 0) && captureFates.every((fate) => captures[fate] === 0)
  if (isSame) return <p>{words.same}</p>
  return (
    <ul className={styles.changes}>
      {fates.map((fate) => {
        const named = records.filter((entry) => entry.fate === fate)
        const more = counts[fate] - named.length
        if (counts[fate] === 0) return null
        return (
          <li key={fate}>
            <Disclosure title={words.fate(counted.entries(counts[fate], inWords(counts[fate])), words.fates[fate])}>
              <ul>
                {named.map((entry) => (
                  <li key={entry.id} className={styles.entry}>
                    <EntryWords entry={entry} />
                  </li>
                ))}
                {more > 0 && <li>{words.more(counted.entries(more, inWords(more)))}</li>}
              </ul>
            </Disclosure>
          </li>
        )
      })}
      {captureFates.map((fate) =>
        captures[fate] === 0 ? null : (
          <li key={`captures ${fate}`} className={styles.captures}>
            {words.captures[fate](counted.captures(captures[fate], inWords(captures[fate])))}
          </li>
        ),
      )}
    </ul>
  )
}

export function EntryWords({ entry }: { readonly entry: ComparedRecord }) {
  const { locale, today } = useJournal()
  return (
    <>
      <span dir="auto" className={styles.name}>
        {entry.name === null ? words.unnamed : entry.name || messages.finding.untitled}
      </span>{' '}
      <span className={styles.day}>{dayInWords(entry.day, today, locale)}</span>
    </>
  )
}
