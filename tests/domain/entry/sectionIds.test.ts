/** Each section of a page has an id that is the same everywhere, and stays with it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Section } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { section } from '../entries'

const id = '0195800a-1111-7abc-8def-0123456789ab'
const idsOf = (sections: readonly Section[]) =>
  withSectionIds({ id, sections: [...sections] }).sections.map((one) => one.id)
const asked = (prompt: string | null, question: string | null = null) => section({ prompt, question })

test('follows from the entry, the prompt or else the question, and the how-manieth it is', () => {
  const question = 'Était-ce bien ?'
  // As Python's uuid.uuid5 makes them: they are in files, and never change.
  expect(
    idsOf([asked('daily.delivered', question), asked(null, question), asked(null), asked('daily.delivered')]),
  ).toEqual([
    '37093c92-29d1-5ea6-8f7e-1393be55bc07',
    'a2cc1918-c10a-5832-851f-d68656ee10e4',
    'd2d6b1db-fa6f-5cc5-8350-9a9f634930bd',
    'bebde6ca-b31f-5ed1-a1e8-ff2efd12ae95',
  ])
})

const anySection = fc.record({
  id: fc.constantFrom(undefined, undefined, '', 'mine', 'other', '37093c92-29d1-5ea6-8f7e-1393be55bc07'),
  prompt: fc.constantFrom(null, 'a', 'daily.delivered'),
  question: fc.constantFrom(null, 'a', 'b?'),
  text: fc.constantFrom('', 'words'),
})
const anySections = fc.array(anySection.map(section), { minLength: 1, maxLength: 6 })

describe('of any sections', () => {
  test('no two are the same, and those that are there stay', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const ids = idsOf(sections)
        expect(new Set(ids).size).toBe(sections.length)
        for (const [at, { id: own }] of sections.entries()) {
          if (own && sections.findIndex((one) => one.id === own) === at) expect(ids[at]).toBe(own)
        }
        const entry = { id, sections }
        const once = withSectionIds(entry)
        expect(withSectionIds(once)).toBe(once)
        expect(once.sections.map(({ id: _, ...rest }) => rest)).toEqual(sections.map(({ id: _, ...rest }) => rest))
      }),
    )
  })

  test('say nothing of the answer or of the place among others', () => {
    fc.assert(
      fc.property(anySections, fc.integer(), (sections, seed) => {
        const without = sections.map(({ id: _, ...rest }) => rest)
        const others = without.map((one) =>
          section({ ...one, answer: { root: { other: true } }, text: 'other', practice: 'focus' }),
        )
        expect(idsOf(others)).toEqual(idsOf(without))
        // In another order, with those that ask the same in theirs.
        const keyOf = ({ prompt, question }: Section) => prompt ?? question ?? ''
        const moved = without.toSorted((a, b) => hash(keyOf(a), seed) - hash(keyOf(b), seed))
        const pairs = (some: readonly Section[]) =>
          idsOf(some).map((one, at) => `${keyOf(some[at] ?? section())} ${one}`)
        expect(pairs(moved).sort()).toEqual(pairs(without).sort())
      }),
    )
  })

  test('come back as they were when another program drops some', () => {
    fc.assert(
      fc.property(anySections, fc.infiniteStream(fc.boolean()), (sections, drops) => {
        const made = withSectionIds({ id, sections: sections.map(({ id: _, ...rest }) => rest) }).sections
        const left = made.map((one) => (drops.next().value ? { ...one, id: undefined } : one))
        expect(idsOf(left)).toEqual(made.map((one) => one.id))
      }),
    )
  })
})

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, seed)
}
