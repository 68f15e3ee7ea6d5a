/** A number over time as bars, with the most and the ends of the time beside them. Its numbers are in the table behind. */
import { type ReactNode, useId } from 'react'
import type { Period, Periods } from '#shared/domain/overview/periods'
import type { PracticeId } from '#shared/domain/practice/practice'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from './Plot.module.css'
import { periodInWords } from './periodInWords'

const words = messages.overview

export interface PlotProps {
  readonly title: string
  /** In place of the title's words. */
  readonly mark?: ReactNode
  readonly practice?: PracticeId
  readonly spans: Periods
  readonly numberOf: (period: Period) => number
  /** What the full height stands for, where several plots share it. */
  readonly top?: number
}

/** The height of the drawing, in its own units; a period is one unit wide. */
const height = 100
const gap = 0.2

export function Plot({ title, mark, practice, spans, numberOf, top }: PlotProps) {
  const locale = useJournal((journal) => journal.locale)
  const id = useId()
  const { length, periods } = spans
  const numbers = periods.map(numberOf)
  const most = Math.max(...numbers)
  const full = Math.max(1, top ?? most)
  const [first, ...others] = periods
  const last = others.at(-1)
  const fullest = periods[numbers.indexOf(most)] ?? first
  const inWords = ({ from }: Period) => periodInWords(from, length, locale)
  const said = (number: number) => numberInWords(number, locale)
  const total = numbers.reduce((sum, number) => sum + number, 0)
  const summary = total === 0 ? words.plotOfNone(title) : words.plot(title, said(total), inWords(fullest), said(most))
  return (
    <figure data-practice={practice} className={styles.plot} aria-labelledby={id}>
      <figcaption id={id} className={styles.title}>
        {mark ?? title}
      </figcaption>
      <span className={styles.most}>{said(full)}</span>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${periods.length} ${height}`}
        preserveAspectRatio="none"
        className={styles.bars}
      >
        <path d={barsOf(numbers.map((number) => (number / full) * height))} />
      </svg>
      <span className={styles.ends}>
        <span>{inWords(first)}</span>
        {last && <span>{inWords(last)}</span>}
      </span>
    </figure>
  )
}

function barsOf(heights: readonly number[]): string {
  return heights
    .map((bar, at) => (bar > 0 ? `M${at + gap / 2} ${height}V${(height - bar).toFixed(2)}h${1 - gap}V${height}z` : ''))
    .join('')
}
