/** What was set aside is looked at again at each start, and before the health of the journal is read. */
import { expect, test, vi } from 'vitest'
import { createHealth } from '../../../src/main/services/journal/health'
import { createJournal } from '../../../src/main/services/journal/journal'
import { createJournalSync } from '../../../src/main/services/journal/journalSync'
import type { Place } from '../../../src/main/services/ports/library'
import { fakeLibrary } from '../fakeLibrary'
import { fakeJournal, idOf, madeEntry } from '../made'

const places: readonly Place[] = [
  { kind: 'entry', id: idOf(1) },
  { kind: 'capture', day: '2026-03-02' },
]

test('at a start, and what came back is shown', async () => {
  const open = { ...fakeJournal([madeEntry(1)]), lookAtQuarantine: async () => places }
  const repaired = vi.fn()
  const sync = createJournalSync({
    journal: createJournal(async () => open),
    openLibrary: (listener) => ({ ...fakeLibrary(() => open, listener), repaired }),
    emit: () => undefined,
    folder: () => '/journals/mine',
    afterShown: (work) => void setImmediate(work),
  })
  await sync.forWriting()
  await vi.waitFor(() => expect(repaired.mock.calls.map(([place]) => place)).toEqual(places))
})

test('before a look at the health, and the index is told', async () => {
  const order: string[] = []
  const fake = fakeJournal()
  const open = {
    ...fake,
    lookAtQuarantine: async () => {
      order.push('quarantine')
      return places
    },
    checkHealth(looked: () => void) {
      order.push('health')
      return fake.checkHealth(looked)
    },
  }
  const health = createHealth({
    forReading: () => open,
    forWriting: async () => open,
    looked: () => undefined,
    recordChanged: (kind, id) => void order.push(`${kind} ${id}`),
    logChanged: (kind, day) => void order.push(`${kind} ${day}`),
    admitted: () => undefined,
    notices: () => [],
    noneWaits: () => undefined,
  })
  await health.read()
  expect(order).toEqual(['quarantine', `entry ${idOf(1)}`, 'capture 2026-03-02', 'health'])
})
