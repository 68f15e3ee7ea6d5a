/** Finds an entry's file by its id, wherever another program or a crash has left it. Runs under the entry's id in the journal's queue. */
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { JournalContext } from '../safekeeping/journalContext'
import { type ReadableEntry, refuseUntouchable } from './classifyFiles'
import { allEntryFiles, type EntryFile, entryPath } from './entryFiles'
import type { KnownFiles } from './knownFiles'
import { type Repaired, repair } from './repair'

export type Found = Pick<Repaired, 'found' | 'copies'>

export class EntryFinder {
  constructor(
    private readonly journal: JournalContext,
    private readonly memory: KnownFiles,
  ) {}

  /** Undefined when the journal is there and the entry is not. Throws `newer-schema`, `folder-missing` and the disk's failures. */
  async find(id: EntryId, day?: Day | null): Promise<ReadableEntry | undefined> {
    const file = this.memory.fileOf(id) ?? (day ? this.probableFile(id, day) : undefined)
    const near = file && (await this.among(id, [file])).found
    if (near) return near
    return await this.search(id)
  }

  private probableFile(id: EntryId, day: Day): EntryFile {
    return { path: entryPath(this.journal.folder, { day, id }), day, id, ours: true }
  }

  /** Looks through the names of the whole journal. */
  async search(id: EntryId): Promise<ReadableEntry | undefined> {
    return (await this.searchAll(id)).found
  }

  /** The same, with the copies beside it that wait for a choice. */
  async searchAll(id: EntryId): Promise<Found> {
    const all = await this.among(id, await this.filesOf(id))
    if (!all.found) await this.journal.folder.present()
    return all
  }

  async filesOf(id: EntryId): Promise<EntryFile[]> {
    return (await allEntryFiles(this.journal.folder)).filter((file) => file.id === id)
  }

  private async among(id: EntryId, files: readonly EntryFile[]): Promise<Found> {
    const { found, findings, copies } = await repair(this.journal, id, files)
    if (found?.entry.id === id) {
      this.memory.locate(found)
      return { found, copies }
    }
    refuseUntouchable(findings)
    return { found: undefined, copies: [] }
  }
}
