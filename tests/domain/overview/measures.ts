/** Measures at random, over a few years with gaps: as a journal has them. */
import fc from 'fast-check'
import { captureKinds } from '#shared/domain/capture/capture'
import { addDays, type Day } from '#shared/domain/day'
import type { Measure } from '#shared/domain/overview/measure'
import { type PracticeId, practiceIds } from '#shared/domain/practice/practice'

export const practices = practiceIds

/** Over a century and the turn of it; near days often, so that some follow each other. */
export const anyDay: fc.Arbitrary<Day> = fc
  .oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4_000 }))
  .map((days) => addDays('1999-11-25', days))

export const anyMeasure: fc.Arbitrary<Measure> = fc.record({
  day: anyDay,
  kind: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...captureKinds)),
  words: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
  answered: fc.dictionary(fc.constantFrom(...practiceIds), fc.integer({ min: 1, max: 5 })),
})

export const anyMeasures = fc.array(anyMeasure, { maxLength: 200 })

/** Summed one by one. */
export function naiveTally(measures: readonly Measure[]) {
  const answered: Record<string, number> = {}
  for (const id of practiceIds) answered[id] = measures.reduce((sum, one) => sum + (one.answered[id] ?? 0), 0)
  return {
    entries: measures.filter(({ kind }) => kind === null).length,
    captures: measures.filter(({ kind }) => kind !== null).length,
    words: measures.reduce((sum, { words }) => sum + words, 0),
    answered: answered as Record<PracticeId, number>,
  }
}
