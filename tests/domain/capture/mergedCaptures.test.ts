import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Capture } from '#shared/domain/capture/capture'
import { mergedCaptures } from '#shared/domain/capture/mergedCaptures'
import { idOf, madeCapture } from '../../services/made'

const idFor = ({ id, text }: Capture) => `${id} ${text}`
const trashed = '2026-03-02T09:00:00.000Z'

test('what is missing here comes, what is missing there stays, and the same stands once', () => {
  const [one, two, three] = [madeCapture(1), madeCapture(2), madeCapture(3)]
  expect(mergedCaptures([one, two], [two, three], idFor)).toEqual([one, two, three])
})

test('with other words ours stays, and the other stands on its own', () => {
  const ours = madeCapture(1, { text: 'Ours' })
  for (const theirs of [madeCapture(1, { text: 'Theirs' }), madeCapture(1, { text: 'Ours', kind: 'win' })])
    expect(mergedCaptures([ours], [theirs], idFor)).toEqual([ours, { ...theirs, id: `${idOf(1)} ${theirs.text}` }])
})

test('thrown away is only what both threw away', () => {
  const [here, away] = [madeCapture(1), madeCapture(1, { trashed })]
  expect(mergedCaptures([here], [away], idFor)).toEqual([here])
  expect(mergedCaptures([away], [here], idFor)).toEqual([here])
  expect(mergedCaptures([away], [{ ...away, trashed: '2026-03-03T00:00:00Z' }], idFor)).toEqual([away])
})

test('a mark of where it went stays, on whichever side it is; so does a field that this version does not know', () => {
  const plain = madeCapture(1)
  const used = { ...plain, usedIn: idOf(7), mood: 'good' }
  expect(mergedCaptures([{ ...plain, usedIn: null }], [used], idFor)).toEqual([used])
  expect(mergedCaptures([used], [{ ...plain, usedIn: null }], idFor)).toEqual([used])
  expect(mergedCaptures([used], [{ ...plain, usedIn: idOf(8) }], idFor)).toEqual([used])
})

const capture = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    text: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('note' as const, 'win' as const),
    trashed: fc.constantFrom(null, trashed),
  })
  .map(({ number, ...part }) => madeCapture(number, part))
const day = fc.uniqueArray(capture, { selector: ({ id }) => id, maxLength: 4 })

test('all words of both stand afterwards, ours under their ids, none twice under one, and merging again adds nothing', () => {
  fc.assert(
    fc.property(day, day, (ours, theirs) => {
      const merged = mergedCaptures(ours, theirs, idFor)
      const said = (captures: readonly Capture[]) => captures.map(({ kind, text }) => `${kind} ${text}`)
      expect(said(merged)).toEqual(expect.arrayContaining([...said(ours), ...said(theirs)]))
      for (const { id, text } of ours) expect(merged.find((one) => one.id === id)?.text).toBe(text)
      expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length)
      expect(mergedCaptures(merged, theirs, idFor)).toEqual(merged)
    }),
  )
})
