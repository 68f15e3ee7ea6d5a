/** The days of a year that have something, as a table, the latest first; each opens its page. */
import { Button } from 'react-aria-components'
import type { DayTally } from '#shared/domain/overview/yearOfMeasures'
import { dayInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { answersOf } from './factsInWords'
import { openDay } from './openDay'
import styles from './Table.module.css'

const words = messages.overview

export function DaysTable({ label, days }: { readonly label: string; readonly days: readonly DayTally[] }) {
  const { today, locale } = useJournal()
  return (
    <div className={styles.place}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {[words.day, words.measures.entries, words.measures.words, words.answers, words.measures.captures].map(
              (head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((tally) => (
            <tr key={tally.day}>
              <th scope="row">
                <Button className={styles.open ?? ''} onPress={() => openDay(tally.day)}>
                  {dayInWords(tally.day, today, locale)}
                </Button>
              </th>
              {[tally.entries, tally.words, answersOf(tally), tally.captures].map((count, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a number is its column.
                <td key={at}>{numberInWords(count, locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
