/** What one entry or one capture adds to the overview, without its words. */
import type { Capture, CaptureKind } from '../capture/capture'
import type { Day } from '../day'
import { type Entry, isAnswered } from '../entry/entry'
import type { PracticeId } from '../practice/practice'
import { wordCount } from './wordCount'

export interface Measure {
  readonly day: Day
  /** Null for an entry. */
  readonly kind: CaptureKind | null
  readonly words: number
  /** Answered questions of each practice that has any. */
  readonly answered: Readonly<Partial<Record<PracticeId, number>>>
}

/** One for all, since a journal has many of them. */
const nothingAnswered: Measure['answered'] = {}

export function measureOf({ day, title, sections }: Entry): Measure {
  const answered: Partial<Record<PracticeId, number>> = {}
  let words = wordCount(title)
  for (const section of sections) {
    words += wordCount(section.text)
    if (section.practice !== null && isAnswered(section))
      answered[section.practice] = (answered[section.practice] ?? 0) + 1
  }
  return { day, kind: null, words, answered: Object.keys(answered).length > 0 ? answered : nothingAnswered }
}

/** Once it was put into an entry, its words are counted there. */
export function measureOfCapture({ day, kind, text, usedIn }: Capture): Measure {
  return { day, kind, words: usedIn ? 0 : wordCount(text), answered: nothingAnswered }
}

/** An entry that was emptied again is none. */
export function isWritten({ kind, words }: Measure): boolean {
  return kind !== null || words > 0
}
