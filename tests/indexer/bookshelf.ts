/** A journal on the disk with its index beside it, as main and the library's thread keep them, in one process. */
import type { EntryId } from '#shared/domain/entry/entry'
import { createIndexer, type Indexer } from '../../src/main/indexer/indexer'
import type { LibraryChange } from '../../src/main/services/ports/library'
import type { Vault } from '../../src/main/storage/encryption/vault'
import { type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { setClock } from '../storage/sampleClock'

export interface Bookshelf {
  readonly journal: OpenJournal
  readonly librarian: Indexer
  /** What was told since the last time, in however many messages. */
  told(): LibraryChange
  /** Looks at everything, and at what is strange until nothing is. */
  look(): Promise<void>
  settle(): Promise<void>
  close(): Promise<void>
}

export async function openBookshelf(
  folder: string,
  cacheFile: string,
  knownBefore: boolean,
  vault: Vault | null = null,
): Promise<Bookshelf> {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore, vault })
  const changes: LibraryChange[] = []
  const strangeEntries = new Set<EntryId>()
  const strangeDays = new Set<string>()
  const librarian = createIndexer({
    folder,
    vault,
    cacheFile,
    worthKeeping: 1,
    // Long after everything that the test writes: marks are believed.
    now: () => Date.now() + 60_000,
    changed: (change) => void changes.push(change),
    progressed: () => undefined,
    strangeEntry: (id) => void strangeEntries.add(id),
    strangeCaptures: (day) => void strangeDays.add(day),
  })
  const { entries, captures } = librarian.index

  async function settle(): Promise<void> {
    for (const id of [...strangeEntries]) entries.settle(id, await journal.entries.lookAt(id))
    for (const day of [...strangeDays]) captures.settle(day, await journal.captures.lookAt(day))
    strangeEntries.clear()
    strangeDays.clear()
    librarian.flush()
  }

  return {
    journal,
    librarian,
    told() {
      const told = changes.splice(0)
      return {
        rows: told.flatMap(({ rows }) => rows),
        removed: told.flatMap(({ removed }) => removed),
        captures: told.flatMap((change) => change.captures),
      }
    },
    async look() {
      await librarian.look()
      await settle()
    },
    settle,
    async close() {
      librarian.close()
      await journal.close()
    },
  }
}

/** Everything that the index knows, in its order. */
export function knownTo({ index }: Indexer) {
  return index.order.all
}
