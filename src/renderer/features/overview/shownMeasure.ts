/** What the map of a year can show: one number of each day. */
import type { Tally } from '#shared/domain/overview/tally'
import { type PracticeId, practiceIds } from '#shared/domain/practice/practice'
import { practice } from '#shared/domain/practice/practices'
import { messages } from '#shared/messages/messages'

const plain = ['entries', 'words', 'captures'] as const

export type ShownMeasure = (typeof plain)[number] | PracticeId

export const shownMeasures: readonly ShownMeasure[] = [...plain, ...practiceIds]

export function isPractice(measure: ShownMeasure): measure is PracticeId {
  return !plain.some((one) => one === measure)
}

export function nameOf(measure: ShownMeasure): string {
  return isPractice(measure) ? practice(measure).name : messages.overview.measures[measure]
}

export function numberOf(tally: Tally | undefined, measure: ShownMeasure): number {
  if (tally === undefined) return 0
  return isPractice(measure) ? tally.answered[measure] : tally[measure]
}
