/** The app's index and search as the benchmark uses them, without their thread: the one file to change when they change their place. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findIn } from '../../src/main/indexer/findIn'
import { createIndexer, type Indexer } from '../../src/main/indexer/indexer'
import { collectedBytes } from './collected'

export interface Library {
  /** As for a key in the search field: with the snippets of the hits that are shown. */
  find(query: string): Promise<{ readonly total: number }>
  /** Held by it, once nothing forgotten is counted. */
  bytes(): Promise<number>
  close(): Promise<void>
}

export interface LibraryPlace {
  readonly journal: string
  /** A folder for what is kept from one start to the next. */
  readonly cache: string
}

/** As many as the page asks for with each key. */
const shown = 40
const context = { today: '2026-03-02', weekStart: 1 }

/** Reads every entry, and leaves in the cache what a later start can use. With a cache it would only look for what changed. */
export async function buildLibrary(place: LibraryPlace): Promise<Library> {
  rmSync(cacheFile(place), { force: true })
  const indexer = librarianOf(place)
  await indexer.look()
  return libraryOf(indexer)
}

/** Null when there is no cache, or none yet. */
export async function loadLibrary(place: LibraryPlace): Promise<Library | null> {
  return existsSync(cacheFile(place)) ? libraryOf(librarianOf(place)) : null
}

function cacheFile({ cache }: LibraryPlace): string {
  return join(cache, 'journal.index')
}

function librarianOf(place: LibraryPlace): Indexer {
  return createIndexer({
    folder: place.journal,
    cacheFile: cacheFile(place),
    now: Date.now,
    changed: () => undefined,
    progressed: () => undefined,
    needsRepair: () => undefined,
  })
}

function libraryOf(indexer: Indexer): Library {
  const filter = { starred: false, practice: null, template: null, kind: null }
  return {
    find: async (query) => findIn(indexer, { query, ...filter, limit: shown }, context),
    bytes: async () => collectedBytes(),
    close: async () => indexer.close(),
  }
}
