/** Which shade stands for how much. */
import { type Steps, stepOf } from '#shared/domain/overview/steps'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './HeatMap.module.css'

const words = messages.overview

export function Legend({ steps }: { readonly steps: Steps }) {
  const locale = useJournal((journal) => journal.locale)
  if (steps.length === 0) return null
  const said = (number: number) => numberInWords(number, locale)
  const rangeOf = (least: number, at: number) => {
    const next = steps[at + 1]
    if (next === undefined) return words.orMore(said(least))
    return next === least + 1 ? words.one(said(least)) : words.between(said(least), said(next - 1))
  }
  return (
    <ul aria-label={words.legend} className={styles.legend}>
      <li className={styles.shade}>
        <span className={styles.square} data-step={0} />
        {words.none}
      </li>
      {steps.map((least, at) => (
        <li key={least} className={styles.shade}>
          <span className={styles.square} data-step={stepOf(least, steps)} />
          {rangeOf(least, at)}
        </li>
      ))}
    </ul>
  )
}
