/** What many measures come to: of a day, a month, or all of them. Plain data that crosses threads and the bridge. */
import { type PracticeId, practiceIds } from '../practice/practice'
import type { Measure } from './measure'

export interface Tally {
  readonly entries: number
  readonly captures: number
  readonly words: number
  /** Answered questions; every practice has its number. */
  readonly answered: Readonly<Record<PracticeId, number>>
}

/** Counts by a key; the keys come out in the order of their text. */
export function tallyBy(measures: Iterable<Measure>, keyOf: (measure: Measure) => string | null): [string, Tally][] {
  const counters = new Map<string, Counter>()
  for (const measure of measures) {
    const key = keyOf(measure)
    if (key === null) continue
    const counter = counters.get(key)
    if (counter) add(counter, measure)
    else counters.set(key, add(fresh(), measure))
  }
  return [...counters].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = fresh()
  for (const { entries, captures, words, answered } of tallies) {
    sum.entries += entries
    sum.captures += captures
    sum.words += words
    for (const id of practiceIds) sum.answered[id] += answered[id]
  }
  return sum
}

interface Counter {
  entries: number
  captures: number
  words: number
  answered: Record<PracticeId, number>
}

function fresh(): Counter {
  const answered = { business: 0, focus: 0, delivery: 0, strengths: 0, ownership: 0, partnership: 0 }
  return { entries: 0, captures: 0, words: 0, answered }
}

function add(counter: Counter, { kind, words, answered }: Measure): Counter {
  if (kind === null) counter.entries += 1
  else counter.captures += 1
  counter.words += words
  for (const id of practiceIds) counter.answered[id] += answered[id] ?? 0
  return counter
}
