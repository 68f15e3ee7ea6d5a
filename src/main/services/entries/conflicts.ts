/** What the page asks of the second versions that sync programs left beside entries. */
import type { EntryCopies } from '#shared/contract/conflicts'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { EntryStore, Resolution } from '../ports/recordStore'

export interface ConflictsNeeds {
  forReading(): EntryStore
  forWriting(): Promise<EntryStore>
  /** An entry is new, or has other words. */
  changed(entry: Entry): void
  /** No copy of it waits any more. */
  resolved(id: EntryId): void
}

export interface Conflicts {
  read(id: EntryId): Promise<EntryCopies>
  resolve(id: EntryId, resolution: Resolution): Promise<null>
}

export function createConflicts({ forReading, forWriting, changed, resolved }: ConflictsNeeds): Conflicts {
  async function look(store: EntryStore, id: EntryId): Promise<EntryCopies> {
    const { record, copies } = await store.copiesOf(id)
    if (copies.length === 0) resolved(id)
    return { entry: record, copies: copies.map((one) => ({ copy: one.copy, entry: one.record })) }
  }

  return {
    read: async (id) => look(forReading(), id),
    async resolve(id, resolution) {
      const store = await forWriting()
      try {
        for (const entry of await store.resolveConflict(id, resolution)) changed(entry)
      } catch (error) {
        // It may have come far enough that the entry has other words.
        const now = await store.lookAt(id).catch(() => null)
        if (now) changed(now)
        throw error
      }
      await look(store, id).catch(() => undefined)
      return null
    },
  }
}
