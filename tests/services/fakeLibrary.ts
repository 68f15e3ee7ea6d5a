/** A library in memory, over the entries that a fake journal holds: it tells what the real one tells, in the same order. */

import { type EntryRow, entryRow } from '#shared/domain/entry/entryRow'
import { compareRows } from '#shared/domain/record'
import type { OpenJournal } from '../../src/main/services/journal/journal'
import type { Library, LibraryListener } from '../../src/main/services/ports/library'

export function fakeLibrary(journal: () => OpenJournal | undefined, listener: LibraryListener): Library {
  let known = new Map<string, EntryRow>()
  let opened = 0

  async function fill(): Promise<void> {
    const number = ++opened
    const rows = new Map<string, EntryRow>()
    known = rows
    try {
      for await (const entry of journal()?.entries.all() ?? []) {
        if (number !== opened) return
        rows.set(entry.id, entryRow(entry))
      }
    } catch {
      return
    }
    if (number !== opened) return
    listener.progressed({ isReady: true, isComplete: true, done: rows.size, total: rows.size })
  }

  async function look(id: string): Promise<void> {
    const entry = await journal()
      ?.entries.read(id)
      .catch(() => null)
    if (entry) known.set(id, entryRow(entry))
    else known.delete(id)
    listener.changed({ rows: entry ? [entryRow(entry)] : [], removed: entry ? [] : [id], days: [] })
  }

  return {
    open: () => void fill(),
    rows: async () => ({ rows: [...known.values()].sort(compareRows), isLast: true }),
    find: () => Promise.reject(new Error('not in the fake')),
    findAll: () => Promise.reject(new Error('not in the fake')),
    names: () => Promise.reject(new Error('not in the fake')),
    year: () => Promise.reject(new Error('not in the fake')),
    statistics: () => Promise.reject(new Error('not in the fake')),
    dayOf: async (id) => known.get(id)?.day ?? null,
    untidyDays: async () => [],
    states: async () => ({ states: [], isLast: true }),
    recordChanged: (_, id) => void look(id),
    logChanged: () => undefined,
    repaired: () => undefined,
    lookAgain: () => void fill(),
    async close() {
      opened += 1
    },
  }
}
