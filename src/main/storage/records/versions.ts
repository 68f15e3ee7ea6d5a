/** Earlier states of each record of a kind, byte for byte: `<its versions>/<id>/<revision>-<instant>.json`. The last good copy comes from here. */
import type { Instant } from '#shared/domain/day'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { moveDurably } from '../../disk/moveDurably'
import { syncFolder } from '../../disk/syncFolder'
import { maxDocumentBytes } from '../format/fileFormat'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { worthDropping } from '../safekeeping/versionRetention'
import { sameContent } from './lineage'
import { type LoadedRecord, loadRecord, type ReadableRecord } from './loadRecord'
import { copyVersionName, uniqueVersionName, versionFilesOf, versionName } from './versionFiles'

export class Versions<T extends StoredRecord> {
  constructor(
    private readonly folder: JournalFolder,
    private readonly kind: Pick<RecordKind<T>, 'versions' | 'format' | 'contentOf'>,
  ) {}

  /** Keeps the bytes of a file that is about to be replaced; nothing to do when they are kept already. */
  async keep(id: RecordId, revision: number, bytes: Uint8Array, now: Instant): Promise<void> {
    const { versions } = this.kind
    // An attempt that failed may have left it with a name that the disk does not keep yet.
    if (await this.has(id, revision, bytes)) {
      return this.folder.inside([...versions, id], (folder) => syncFolder(this.folder.disk, folder))
    }
    await this.folder.inside([...versions, id], async () => {
      // The unfinished file lies one folder up, so that a start after a crash has one folder to clear and not one for each record.
      const unfinishedIn = this.folder.path(...versions)
      const create = (name: string) =>
        createDurably(this.folder.disk, this.folder.path(...versions, id, name), bytes, unfinishedIn)
      try {
        await create(versionName(revision, now))
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
        await create(uniqueVersionName(revision, now))
      }
    })
    await this.thin(id, now)
  }

  /** Takes in a file that lost its place to a higher revision. */
  async accept(id: RecordId, revision: number, path: string, now: Instant): Promise<void> {
    const { versions } = this.kind
    await this.folder.inside([...versions, id], () =>
      moveDurably(this.folder.disk, path, this.folder.path(...versions, id, uniqueVersionName(revision, now))),
    )
  }

  /** Takes in what a sync program left beside the record. Such a copy is no earlier state: it is not thinned with them. */
  async acceptCopy(id: RecordId, revision: number, path: string, now: Instant): Promise<void> {
    const { versions } = this.kind
    const name = copyVersionName(revision, now)
    await this.folder.inside([...versions, id], () =>
      moveDurably(this.folder.disk, path, this.folder.path(...versions, id, name)),
    )
  }

  /** Whether what a copy says is kept here already. */
  async holds({ record, seen }: ReadableRecord<T>): Promise<boolean> {
    for (const { name, kind } of await this.folder.list(...this.kind.versions, record.id)) {
      if (kind !== 'file') continue
      const kept = await this.load(record.id, name)
      if (kept.kind !== 'record' || kept.record.id !== record.id) continue
      if (kept.seen.digest === seen.digest || sameContent(this.kind, kept.record, record)) return true
    }
    return false
  }

  /** The newest version that can be read and is this record's. Throws when the disk keeps one back: an older one must not pass for it. Copies that were put away come last. */
  async newestReadable(id: RecordId): Promise<ReadableRecord<T> | undefined> {
    const { earlier, copies } = await versionFilesOf(this.folder, this.kind, id)
    for (const { name } of [...earlier, ...copies]) {
      const loaded = await this.load(id, name)
      if (loaded.kind === 'record' && loaded.record.id === id) return loaded
      if (loaded.kind === 'unreachable') throw loaded.failure
    }
    return undefined
  }

  /** For a record that is erased: its words are to be nowhere. */
  async erase(id: RecordId): Promise<void> {
    const { files } = this.folder.disk
    const found = await this.folder.list(...this.kind.versions, id)
    for (const { name, kind } of found) {
      if (kind === 'file') await files.remove(this.path(id, name)).catch(goneIsFine)
    }
    if (found.length > 0) await files.removeFolder(this.path(id)).catch(goneIsFine)
  }

  /** One of them, by its file's name. */
  load(id: RecordId, name: string): Promise<LoadedRecord<T>> {
    return loadRecord(this.folder.disk, this.kind, this.path(id, name))
  }

  path(id: RecordId, ...names: string[]): string {
    return this.folder.path(...this.kind.versions, id, ...names)
  }

  private async thin(id: RecordId, now: Instant): Promise<void> {
    const dropped = worthDropping((await versionFilesOf(this.folder, this.kind, id)).earlier, now)
    for (const { name } of dropped) {
      // Best effort: one version too many does no harm.
      await this.folder.disk.files.remove(this.path(id, name)).catch(() => undefined)
    }
  }

  private async has(id: RecordId, revision: number, bytes: Uint8Array): Promise<boolean> {
    const { earlier } = await versionFilesOf(this.folder, this.kind, id)
    const same = earlier.filter((version) => version.revision === revision)
    for (const { name } of same) {
      const path = this.path(id, name)
      const kept = await this.folder.disk.files.read(path, maxDocumentBytes).catch(() => undefined)
      if (kept && Buffer.compare(kept.bytes, bytes) === 0) return true
    }
    return false
  }
}

function goneIsFine(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error
}
