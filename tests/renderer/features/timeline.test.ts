/** The list's rows under their days: the same as laid out anew, with as much of the former as can stay. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaptureRow } from '#shared/domain/capture/captureRow'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { compareRows, type RecordRow } from '#shared/domain/record'
import { noWrittenDays, writtenDays } from '../../../src/renderer/features/calendar/writtenDays'
import { noTimeline, type Timeline, timelineOf } from '../../../src/renderer/features/list/timeline'
import { changeBetween, firstWhere } from '../../../src/renderer/state/journal/rowChange'

function row(number: number, day: number, part: Partial<EntryRow> = {}): EntryRow {
  const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)
  return {
    kind: 'entry',
    id: `id ${number}`,
    day: date,
    createdAt: `${date}T08:00:00Z`,
    zone: 'UTC',
    updatedAt: `${date}T08:00:00Z`,
    template: 'daily',
    title: '',
    starred: false,
    revision: 1,
    firstWords: `Words ${number}`,
    practices: [],
    ...part,
  }
}
function caught(number: number, day: number): CaptureRow {
  const { template: _, ...shown } = row(number, day)
  return { ...shown, kind: 'capture', captureKind: 'note' }
}
const sorted = <T extends RecordRow>(rows: readonly T[]) => rows.toSorted(compareRows)
/** As the store has it: a row that did not change is the same object. */
function kept<T>(rows: readonly T[], before: readonly T[]): T[] {
  const known = new Map(before.map((one) => [JSON.stringify(one), one]))
  return rows.map((one) => known.get(JSON.stringify(one)) ?? one)
}
const keys = ({ items }: Timeline) => items.map(({ key }) => key)

describe('the timeline', () => {
  test('has a heading for each day, below it its entries, then what was caught', () => {
    const timeline = timelineOf(sorted([row(1, 1), row(2, 3), row(3, 3)]), sorted([caught(4, 3), caught(5, 2)]))
    expect(keys(timeline)).toEqual([
      '2026-01-03',
      'id 3',
      'id 2',
      '2026-01-03 id 4',
      '2026-01-02',
      '2026-01-02 id 5',
      '2026-01-01',
      'id 1',
    ])
  })

  test('has a capture that is on two days twice, and can tell the two apart', () => {
    const timeline = timelineOf([], sorted([caught(1, 3), caught(1, 2)]))
    expect(timeline.items.filter(({ kind }) => kind === 'capture')).toHaveLength(2)
    expect(new Set(keys(timeline)).size).toBe(4)
  })

  test('is the same list after a save that changes nothing to be seen', () => {
    const rows = sorted([row(1, 1), row(2, 2)])
    const before = timelineOf(rows, [])
    const after = timelineOf(
      rows.map((one) => (one.id === 'id 1' ? { ...one, revision: 2, updatedAt: 'later' } : one)),
      [],
      before,
    )
    expect(after.items).toBe(before.items)
    expect(timelineOf(after.entries, after.captures, after)).toBe(after)
  })

  test('keeps every item but the one that changed', () => {
    const rows = sorted(Array.from({ length: 50 }, (_, at) => row(at, at)))
    const before = timelineOf(rows, [])
    const after = timelineOf(
      rows.map((one) => (one.id === 'id 20' ? { ...one, starred: true } : one)),
      [],
      before,
    )
    expect(after.items.filter((item, at) => item !== before.items[at]).map(({ key }) => key)).toEqual(['id 20'])
  })

  test('after any changes is what it would be if it were laid out anew', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(12), fc.boolean(), fc.boolean()), {
      selector: ([number]) => number,
    })
    const state = rows.map((made) => ({
      entries: sorted(
        made.filter(([, , isCapture]) => !isCapture).map(([at, day, , starred]) => row(at, day, { starred })),
      ),
      captures: sorted(made.filter(([, , isCapture]) => isCapture).map(([at, day]) => caught(at, day))),
    }))
    fc.assert(
      fc.property(fc.array(state, { maxLength: 6 }), (states) => {
        let timeline = noTimeline
        let written = noWrittenDays
        for (const { entries, captures } of states) {
          timeline = timelineOf(kept(entries, timeline.entries), kept(captures, timeline.captures), timeline)
          expect(timeline.items).toEqual(timelineOf(entries, captures).items)
          written = writtenDays(timeline.entries, written)
          expect(written.days).toEqual(new Set(entries.map(({ day }) => day)))
        }
      }),
    )
  })
})

test('the written days are the same object as long as no day comes or goes', () => {
  const rows = sorted([row(1, 1), row(2, 1), row(3, 2)])
  const before = writtenDays(rows, noWrittenDays)
  expect(
    writtenDays(
      rows.map((one) => ({ ...one, revision: 2 })),
      before,
    ).days,
  ).toBe(before.days)
  expect(writtenDays(rows.slice(1), before).days).toEqual(new Set(['2026-01-01']))
})

test('a change lies between the first and the last row that are not the same', () => {
  const rows = [row(4, 9), row(3, 7), row(2, 5), row(1, 3)]
  expect(changeBetween(rows, [...rows])).toBe(null)
  expect(changeBetween(rows, [...rows.slice(0, 1), ...rows.slice(2)])).toEqual({
    newest: '2026-01-07',
    oldest: '2026-01-07',
  })
  expect(changeBetween(rows.slice(1, 3), rows)).toEqual({ newest: '2026-01-09', oldest: '2026-01-03' })
  expect(firstWhere([9, 7, 5], (one) => one <= 7)).toBe(1)
  expect(firstWhere([9, 7, 5], (one) => one < 1)).toBe(3)
})
