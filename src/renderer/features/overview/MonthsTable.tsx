/** The months that have something, as a table, the latest first. */
import type { MonthTally } from '#shared/domain/overview/statistics'
import { practices } from '#shared/domain/practice/practices'
import { monthInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './Table.module.css'

const words = messages.overview

export function MonthsTable({ months }: { readonly months: readonly MonthTally[] }) {
  const locale = useJournal((journal) => journal.locale)
  const { entries, words: inWords, captures } = words.measures
  const heads = [words.month, entries, inWords, captures, ...practices.map(({ name }) => name)]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and the keyboard has to scroll it.
    <section aria-label={words.monthByMonth} tabIndex={0} className={styles.place}>
      <table aria-label={words.monthByMonth} className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((tally) => (
            <tr key={tally.month}>
              <th scope="row">{monthInWords(tally.month, locale, { year: 'numeric' })}</th>
              {[tally.entries, tally.words, tally.captures, ...practices.map(({ id }) => tally.answered[id])].map(
                (count, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a number is its column.
                  <td key={at}>{numberInWords(count, locale)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
