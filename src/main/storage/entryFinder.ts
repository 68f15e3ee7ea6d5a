/** Finds an entry's file by its id, wherever another program or a crash has left it. Runs under the entry's id in the journal's queue. */
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry'
import { allEntryFiles, type EntryFile, entryPath } from './entryFiles'
import type { EntryMemory } from './entryMemory'
import { type ReadableEntry, refuseUntouchable } from './inspectFiles'
import type { Journal } from './journal'
import { mended } from './mending'

export class EntryFinder {
  constructor(
    private readonly journal: Journal,
    private readonly memory: EntryMemory,
  ) {}

  /** Undefined when the journal is there and the entry is not. Throws `newer-schema`, `folder-missing` and the disk's failures. */
  async find(id: EntryId, day?: Day | null): Promise<ReadableEntry | undefined> {
    const file = this.memory.fileOf(id) ?? (day ? this.probableFile(id, day) : undefined)
    const near = file && (await this.among(id, [file]))
    if (near) return near
    return await this.search(id)
  }

  private probableFile(id: EntryId, day: Day): EntryFile {
    return { path: entryPath(this.journal.folder, { day, id }), day, id, ours: true }
  }

  /** Looks through the names of the whole journal. */
  async search(id: EntryId): Promise<ReadableEntry | undefined> {
    const { folder } = this.journal
    const files = (await allEntryFiles(folder)).filter((file) => file.id === id)
    const found = await this.among(id, files)
    if (!found) await folder.present()
    return found
  }

  async among(id: EntryId, files: readonly EntryFile[]): Promise<ReadableEntry | undefined> {
    const { found, findings } = await mended(this.journal, id, files)
    if (found?.entry.id === id) {
      this.memory.locate(found)
      return found
    }
    refuseUntouchable(findings)
    return undefined
  }
}
