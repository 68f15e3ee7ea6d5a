/** Notices as they are shown: the list that comes anew takes away what is over, and brings back nothing that was dismissed. */
import { expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import { createShownNotices } from '../../../src/renderer/state/journal/shownNotices'

const notice = (file: string, part: Partial<Notice> = {}): Notice => ({
  kind: 'quarantined',
  file,
  day: null,
  restored: false,
  ...part,
})
const copy = notice('c', { kind: 'copy', record: '1' })

test('the list that comes anew is what is shown', () => {
  const shown = createShownNotices()
  expect(shown.take([notice('a'), notice('b')])).toHaveLength(2)
  expect(shown.take([notice('a'), notice('b')])).toHaveLength(2)
  expect(shown.take([notice('b')])).toEqual([notice('b')])
})

test('what was dismissed stays so, until it is over and comes up again, or happens a second time', () => {
  const shown = createShownNotices()
  const first = shown.take([notice('a'), notice('b')])
  expect(shown.dismiss(first, ({ file }) => file === 'a')).toEqual([notice('b')])
  expect(shown.take([notice('a'), notice('b')])).toEqual([notice('b')])
  expect(shown.take([notice('a'), notice('b'), notice('a')])).toEqual([notice('b'), notice('a')])
  shown.take([])
  expect(shown.take([notice('a')])).toEqual([notice('a')])
})

test('a copy that is called for stands first, whatever comes, until it is dealt with', () => {
  const shown = createShownNotices()
  const left = shown.dismiss(shown.take([notice('a'), copy]), ({ kind }) => kind === 'copy')
  expect(shown.recall(left, copy)).toEqual([copy, notice('a')])
  expect(shown.take([notice('a')])).toEqual([copy, notice('a')])
  const called = shown.take([notice('a'), copy])
  expect(called).toEqual([copy, notice('a')])
  expect(shown.dismiss(called, ({ record }) => record === '1')).toEqual([notice('a')])
  expect(shown.take([notice('a'), copy])).toEqual([notice('a')])
})
