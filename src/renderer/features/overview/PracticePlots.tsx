/** Answered questions over time, a plot for each practice, all to one scale. */
import type { Periods } from '#shared/domain/overview/periods'
import { practices } from '#shared/domain/practice/practices'
import { messages } from '#shared/messages/messages'
import { PracticeMark } from '../../ui/PracticeMark'
import styles from './Overview.module.css'
import { Plot } from './Plot'

const words = messages.overview

export function PracticePlots({ spans }: { readonly spans: Periods }) {
  const top = Math.max(...spans.periods.flatMap(({ answered }) => Object.values(answered)))
  if (top === 0) return null
  return (
    <>
      <h3 className={styles.subheading}>{words.plotTitle(words.plots.answers, words.by[spans.length])}</h3>
      <div className={styles.practices}>
        {practices.map(({ id, name }) => (
          <Plot
            key={id}
            title={name}
            mark={<PracticeMark practice={id} />}
            practice={id}
            spans={spans}
            numberOf={({ answered }) => answered[id]}
            top={top}
          />
        ))}
      </div>
    </>
  )
}
