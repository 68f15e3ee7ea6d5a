/** Finds a record's file by its id, wherever another program or a crash has left it. Runs under the record's id in the journal's queue. */
import type { Day } from '#shared/domain/day'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { refuseUntouchable } from './classifyFiles'
import type { KnownFiles } from './knownFiles'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import type { RecordFile } from './recordFiles'
import { type Repaired, repair } from './repair'

export type Found<T extends StoredRecord> = Pick<Repaired<T>, 'found' | 'copies'>

export class RecordFinder<T extends StoredRecord> {
  constructor(
    private readonly context: RecordContext<T>,
    private readonly memory: KnownFiles<T>,
  ) {}

  /** Undefined when the journal is there and the record is not. Throws `newer-schema`, `folder-missing` and the disk's failures. */
  async find(id: RecordId, day?: Day | null): Promise<ReadableRecord<T> | undefined> {
    const file = this.memory.fileOf(id) ?? (day ? this.probableFile(id, day) : undefined)
    const near = file && (await this.among(id, [file])).found
    if (near) return near
    return await this.search(id)
  }

  private probableFile(id: RecordId, day: Day): RecordFile {
    return { path: this.context.files.pathOf(day, id), day, id, ours: true }
  }

  /** Looks through the names of the whole journal. */
  async search(id: RecordId): Promise<ReadableRecord<T> | undefined> {
    return (await this.searchAll(id)).found
  }

  /** The same, with the copies beside it that wait for a choice. */
  async searchAll(id: RecordId): Promise<Found<T>> {
    const all = await this.among(id, await this.context.files.of(id))
    if (!all.found) await this.context.folder.present()
    return all
  }

  private async among(id: RecordId, files: readonly RecordFile[]): Promise<Found<T>> {
    const { found, findings, copies } = await repair(this.context, id, files)
    if (found?.record.id === id) {
      this.memory.locate(found)
      return { found, copies }
    }
    refuseUntouchable(findings)
    return { found: undefined, copies: [] }
  }
}
