/** What the page asks of earlier states of entries, and that all of them stay within what the person allows. */
import type { EntryHistory } from '#shared/contract/history'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { VersionId } from '#shared/domain/entry/version'
import type { HistoryStore, Return } from '../ports/historyStore'

export interface HistoryNeeds {
  forReading(): HistoryStore<Entry>
  forWriting(): Promise<HistoryStore<Entry>>
  /** Megabytes that all versions may take. */
  limit(): number
  /** An entry is new, or has other words. */
  changed(entry: Entry): void
}

export interface History {
  read(id: EntryId): Promise<EntryHistory>
  version(id: EntryId, version: VersionId): Promise<Entry>
  /** Resolves with the entry that has the words now. */
  bring(id: EntryId, back: Return): Promise<EntryId>
  /** Bytes that all versions take. */
  taken(): Promise<number>
  /** Never throws: what can't be dropped now is dropped another day. */
  keepWithinLimit(): Promise<void>
}

export function createHistory({ forReading, forWriting, limit, changed }: HistoryNeeds): History {
  return {
    async read(id) {
      const { record, ...history } = await forReading().of(id)
      return { entry: record, ...history }
    },
    version: async (id, version) => forReading().read(id, version),
    async bring(id, back) {
      const entry = await (await forWriting()).bring(id, back)
      changed(entry)
      return entry.id
    },
    taken: async () => forReading().taken(),
    async keepWithinLimit() {
      await forWriting()
        .then((store) => store.keepWithin(limit() * 1_000_000))
        .catch(() => undefined)
    },
  }
}
