/** What makes two states of a page the same to a person: each field of an entry is decided here. */
import { expect, test } from 'vitest'
import { newDocument, newParagraph, newText } from '#shared/document/newNodes'
import { type Entry, entrySchema, type Section, sectionSchema } from '#shared/domain/entry/entry'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { sameContent } from '../../../src/main/storage/records/lineage'
import { idOf, madeEntry, madeSection } from '../../services/made'

interface Decision<T> {
  readonly change: T
  /** Whether a person can change it, so that one of two such states must not go unseen. */
  readonly counts: boolean
}
type Known<T> = { [K in keyof T as string extends K ? never : K]: Exclude<T[K], undefined> }
type Fields<T> = { readonly [K in keyof Known<T>]-?: Decision<Known<T>[K]> }

const moment = { at: '2030-01-01T00:00:00Z', zone: 'Asia/Tokyo' }

const entryFields: Fields<Entry> = {
  schema: { change: 1, counts: false },
  id: { change: idOf(2), counts: false },
  day: { change: '2030-01-01', counts: true },
  created: { change: moment, counts: false },
  updated: { change: moment, counts: false },
  // A page keeps the template it was begun from.
  template: { change: 'weekly', counts: false },
  title: { change: 'Other', counts: true },
  starred: { change: true, counts: true },
  revision: { change: 99, counts: false },
  sections: { change: [madeSection('Other')], counts: true },
  // What the app has to remember, so that nothing is put there twice.
  placedAnswers: { change: [idOf(3)], counts: false },
  saves: { change: { device: 9 }, counts: false },
  hash: { change: 'other', counts: false },
}

const sectionFields: Fields<Section> = {
  id: { change: 'other', counts: false },
  // Its words are what a person sees of it.
  prompt: { change: 'other', counts: false },
  question: { change: 'Other?', counts: true },
  practice: { change: 'focus', counts: true },
  answer: { change: newDocument([newParagraph([newText('Other')])]), counts: true },
  // Follows from the answer; where it does not, another program wrote words there.
  text: { change: 'Other', counts: true },
}

const entry = madeEntry(1, { sections: [madeSection('One', { question: 'One?' }), madeSection('Two')] })
const [first, ...others] = entry.sections

test('every field is decided', () => {
  expect(Object.keys(entryFields).sort()).toEqual(Object.keys(entrySchema.shape).sort())
  expect(Object.keys(sectionFields).sort()).toEqual(Object.keys(sectionSchema.shape).sort())
})

test.each(Object.entries(entryFields))('of an entry: %s', (field, { change, counts }) => {
  expect(sameContent(entryKind, entry, { ...entry, [field]: change })).toBe(!counts)
})

test.each(Object.entries(sectionFields))('of a section: %s', (field, { change, counts }) => {
  if (!first) throw new Error('a section')
  const changed = { ...entry, sections: [{ ...first, [field]: change }, ...others] }
  expect(sameContent(entryKind, entry, changed)).toBe(!counts)
})

test('the order of the sections, and the marks of a block', () => {
  const same = (part: Partial<Entry>) => sameContent(entryKind, entry, { ...entry, ...part })
  expect(same({})).toBe(true)
  expect(same({ sections: entry.sections.toReversed() })).toBe(false)
  const marked = newDocument([
    { ...newParagraph([newText('Two')]), $: { private: true } } as ReturnType<typeof newParagraph>,
  ])
  expect(same({ sections: [...(first ? [first] : []), madeSection('Two', { answer: marked })] })).toBe(false)
  // Fields of a later version may be its own bookkeeping, and the hash of the content stands in files.
  expect(same({ later: 3 })).toBe(true)
})
