/** A save draws what the rail shows of the journal anew only where something of it looks different. */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useWrittenDays } from '../../../src/renderer/features/calendar/useWrittenDays'
import type { Timeline } from '../../../src/renderer/features/list/timeline'
import { useTimeline } from '../../../src/renderer/features/list/useTimeline'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import type { EntryRow } from '../../../src/shared/domain/entry/entryRow'
import { entryRow } from '../../../src/shared/domain/entry/entryRow'
import { type ListFilter, noFilter } from '../../../src/shared/domain/search/listFilter'
import { idOf, madeEntry } from '../../services/made'

const row = (number: number, part: Partial<EntryRow> = {}): EntryRow => ({
  ...entryRow(madeEntry(number, { day: `2026-03-0${number}` })),
  ...part,
})

let root: Root
const drawn = { times: 0, timeline: null as Timeline | null, days: new Set<string>() as ReadonlySet<string> }

function Drawn({ filter }: { readonly filter: ListFilter }) {
  drawn.timeline = useTimeline(filter)
  drawn.days = useWrittenDays()
  drawn.times += 1
  return null
}

async function draw(filter = noFilter): Promise<void> {
  // What is put off is drawn too before this ends.
  await act(async () => root.render(<Drawn filter={filter} />))
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
  useJournal.setState({ rows: [row(2), row(1)], captures: [] })
  await draw()
  drawn.times = 0
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const shownKeys = () => drawn.timeline?.items.map(({ key }) => key)

test('nothing, after a save that only made a revision', async () => {
  await act(async () => useJournal.setState({ rows: [row(2, { revision: 7 }), row(1)] }))
  expect(drawn.times).toBe(0)
})

test('nothing, after what the rail does not show of the journal changed', async () => {
  await act(async () => useJournal.setState({ read: { done: 1, total: 2 } }))
  expect(drawn.times).toBe(0)
})

test('a title that changed, and after it nothing again', async () => {
  const titled = row(2, { revision: 7, title: 'A title' })
  await act(async () => useJournal.setState({ rows: [titled, row(1)] }))
  expect(drawn.times).toBe(1)
  expect(drawn.timeline?.items).toContainEqual({ key: idOf(2), kind: 'entry', row: titled })
  await act(async () => useJournal.setState({ rows: [row(2, { revision: 8, title: 'A title' }), row(1)] }))
  expect(drawn.times).toBe(1)
})

test('a day that came, in the list and among those with something written', async () => {
  await act(async () => useJournal.setState({ rows: [row(3), row(2), row(1)] }))
  expect(shownKeys()?.slice(0, 2)).toEqual(['2026-03-03', idOf(3)])
  expect([...drawn.days].sort()).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'])
})

test('what a filter leaves, and all of it again without one', async () => {
  await act(async () => useJournal.setState({ rows: [row(2, { starred: true }), row(1)] }))
  await draw({ ...noFilter, starred: true })
  expect(shownKeys()).toEqual(['2026-03-02', idOf(2)])
  await draw()
  expect(shownKeys()).toEqual(['2026-03-02', idOf(2), '2026-03-01', idOf(1)])
})
