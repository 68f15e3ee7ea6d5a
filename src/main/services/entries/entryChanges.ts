/** What the library and the page get to know when entries are different on the disk. */
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { entryRow } from '#shared/domain/entry/entryRow'
import type { Emit } from '../app/appEvents'
import type { Library } from '../ports/library'

export interface EntryChangesNeeds {
  readonly library: Pick<Library, 'recordChanged'>
  readonly emit: Emit
}

export interface EntryChanges {
  /** `day` null where the entry stayed on its day or is gone. */
  changed(id: EntryId, day: Day | null): void
  /** An entry is new, or has other words. */
  rewritten(entry: Entry): void
  /** A page has another answer that was written outside of the window. */
  placed(entry: Entry): void
  /** A star was given to these entries, or taken from them. */
  starred(entries: readonly Entry[]): void
}

export function createEntryChanges({ library, emit }: EntryChangesNeeds): EntryChanges {
  const changed = (id: EntryId, day: Day | null) => library.recordChanged('entry', id, day)
  const rewritten = ({ id, day }: Entry) => changed(id, day)
  return {
    changed,
    rewritten,
    placed(entry) {
      rewritten(entry)
      emit('answerPlaced', { row: entryRow(entry) })
    },
    starred(entries) {
      for (const entry of entries) rewritten(entry)
      emit('entriesStarred', { rows: entries.map(entryRow) })
    },
  }
}
