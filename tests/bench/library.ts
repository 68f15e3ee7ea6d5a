/** The app's index and search as the benchmark uses them: the one file to change when they change their place. */

import { createCatalogue } from '../../src/main/services/catalogue'
import { find } from '../../src/main/services/searches'
import { openJournalForReading } from '../../src/main/storage/openJournalForReading'
import { collectedBytes } from './collected'

export interface Library {
  /** As for a key in the search field: with the snippets of the hits that are shown. */
  find(query: string): Promise<{ readonly total: number }>
  /** Held by all of its threads, once nothing forgotten is counted. */
  bytes(): Promise<number>
  close(): Promise<void>
}

export interface LibraryPlace {
  readonly journal: string
  /** A folder for what is kept from one start to the next. */
  readonly cache: string
}

/** Reads every entry, and leaves in the cache what a later start can use. */
export async function buildLibrary({ journal }: LibraryPlace): Promise<Library> {
  const { entries } = await openJournalForReading({ folder: journal })
  const catalogue = createCatalogue()
  await catalogue.fill(entries.all(), entries.captures())
  return {
    find: async (query) => find({ query, starred: false, practice: null, template: null }, catalogue),
    bytes: async () => collectedBytes(),
    close: async () => undefined,
  }
}

/** Null when there is no cache, or none yet. */
export async function loadLibrary(_place: LibraryPlace): Promise<Library | null> {
  return null
}
