/** A journal on the disk with its index beside it, as main and the library's thread keep them, in one process. */
import type { IndexedDayLogs } from '../../src/main/indexer/indexedDayLogs'
import type { IndexedRecords } from '../../src/main/indexer/indexedRecords'
import { createIndexer, type Indexer } from '../../src/main/indexer/indexer'
import type { LibraryChange, Place } from '../../src/main/services/ports/library'
import type { Vault } from '../../src/main/storage/encryption/cipher/vault'
import { type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { setClock } from '../storage/sampleClock'

export interface TestIndex {
  readonly journal: OpenJournal
  readonly indexer: Indexer
  /** What was told since the last time, in however many messages. */
  told(): LibraryChange
  /** Looks at everything, and at what needs repair until nothing does. */
  look(): Promise<void>
  settle(): Promise<void>
  close(): Promise<void>
}

export async function openTestIndex(
  folder: string,
  cacheFile: string,
  knownBefore: boolean,
  vault: Vault | null = null,
): Promise<TestIndex> {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore, vault })
  const changes: LibraryChange[] = []
  const inNeed = new Map<string, Place>()
  const indexer = createIndexer({
    folder,
    vault,
    cacheFile,
    worthKeeping: 1,
    // Long after everything that the test writes: marks are believed.
    now: () => Date.now() + 60_000,
    changed: (change) => void changes.push(change),
    progressed: () => undefined,
    needsRepair: (place) => void inNeed.set(JSON.stringify(place), place),
  })
  async function settle(): Promise<void> {
    const places = [...inNeed.values()]
    for (const place of places) {
      const found = await ('id' in place ? journal.entries.lookAt(place.id) : journal.captures.lookAt(place.day))
      indexer.index.repaired(place, found)
    }
    inNeed.clear()
    indexer.flush()
  }

  return {
    journal,
    indexer,
    told() {
      const told = changes.splice(0)
      return {
        rows: told.flatMap(({ rows }) => rows),
        removed: told.flatMap(({ removed }) => removed),
        days: told.flatMap(({ days }) => days),
      }
    },
    async look() {
      await indexer.look()
      await settle()
    },
    settle,
    async close() {
      indexer.close()
      await journal.close()
    },
  }
}

export function entriesOf({ index }: Indexer): IndexedRecords {
  return present(index.recordsOf('entry'))
}

export function capturesOf({ index }: Indexer): IndexedDayLogs {
  return present(index.logsOf('capture'))
}

function present<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the index has no such part')
  return part
}

/** Everything that the index knows, in its order. */
export function knownTo({ index }: Indexer) {
  return index.order.all
}
