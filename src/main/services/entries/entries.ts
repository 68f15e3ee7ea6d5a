/** What the page asks of entries: to keep them, to throw them away and to bring them back. */

import type { Saved, SavedEntry } from '#shared/contract/entries'
import type { Responses } from '#shared/contract/requests'
import type { Day, Instant } from '#shared/domain/day'
import { type Entry, type EntryId, entryWords, isAnswered } from '#shared/domain/entry/entry'
import { entryRow } from '#shared/domain/entry/entryRow'
import type { Clock } from '../ports/clock'
import type { EntryStore } from '../ports/recordStore'
import { saveEntry } from './saveEntry'

export interface EntriesNeeds {
  readonly clock: Clock
  forReading(): EntryStore
  forWriting(): Promise<EntryStore>
  /** A page has this as its base now. */
  saved(entry: Entry): void
  /** The disk has something else now; `day` null where the entry stayed on its day or is gone. */
  changed(id: EntryId, day: Day | null): void
}

export interface Entries {
  save(saved: SavedEntry): Promise<Saved>
  discard(id: EntryId): Promise<null>
  trashed(): Promise<Responses['trash.list']>
  /** `at`: which of several states that were thrown away apart. */
  restore(id: EntryId, at?: Instant): Promise<Responses['trash.restore']>
  erase(id: EntryId, at?: Instant): Promise<null>
  /** The templates of that day's entries that have an answer, each once. */
  writtenOn(day: Day): Promise<readonly string[]>
}

export function createEntries({ clock, forReading, forWriting, saved: kept, changed }: EntriesNeeds): Entries {
  return {
    async save(saved) {
      const entry = await saveEntry(saved, { entries: await forWriting(), clock })
      kept(entry)
      changed(entry.id, entry.day)
      return { revision: entry.revision, updatedAt: entry.updated.at, row: entryRow(entry) }
    },
    async discard(id) {
      const entries = await forWriting()
      await entries.trash(id)
      changed(id, null)
      return null
    },
    async trashed() {
      const trashed = await forReading().trashed()
      return trashed.map(({ record, trashedAt }) => ({ row: entryRow(record), trashedAt, text: entryWords(record) }))
    },
    async restore(id, at) {
      const entries = await forWriting()
      const entry = await entries.restore(id, at)
      changed(id, entry.day)
      return entryRow(entry)
    },
    async erase(id, at) {
      const entries = await forWriting()
      await entries.erase(id, at)
      return null
    },
    async writtenOn(day) {
      const written = (await forReading().ofDay(day)).filter(({ sections }) => sections.some(isAnswered))
      return [...new Set(written.map(({ template }) => template))]
    },
  }
}
