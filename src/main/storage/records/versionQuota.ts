/** How much all earlier states take on the disk, and how they are kept within what the person allows. Sync programs' copies count and always stay. */
import { type EntryId, entryIdSchema } from '#shared/domain/entry/entry'
import { milliseconds } from '../../disk/instantName'
import { folderNames } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { type Sized, worthDroppingFor } from '../safekeeping/versionRetention'
import { groupedById } from './entryFiles'
import { loadEntry } from './loadEntry'
import { type VersionFile, versionFilesOf } from './versionFiles'

interface SizedFile extends VersionFile, Sized {
  readonly id: EntryId
}

export class VersionQuota {
  constructor(private readonly journal: JournalContext) {}

  /** Bytes. */
  async taken(): Promise<number> {
    return (await this.measured()).taken
  }

  /** Drops the oldest until all take no more than `limit` bytes, or nothing may be dropped any more. Resolves with what they take then. */
  async keepWithin(limit: number): Promise<number> {
    const { taken, entries } = await this.measured()
    if (taken <= limit) return taken
    await this.journal.lock.hold()
    const dropped = await groupedById(worthDroppingFor(taken - limit, entries.values()))
    let left = taken
    for (const [id, versions] of dropped) {
      left -= await this.journal.queue.run(id, () => this.drop(id, versions))
    }
    return left
  }

  /** Bytes that were freed. The newest stays for the day on which the entry itself can't be read; if it can't be read either, all stay. */
  private async drop(id: EntryId, versions: readonly SizedFile[]): Promise<number> {
    const { folder } = this.journal
    const path = (name: string) => folder.path(folderNames.versions, id, name)
    const [newest] = (await versionFilesOf(folder, id)).earlier
    if (!newest || (await loadEntry(folder.disk, path(newest.name))).kind !== 'entry') return 0
    let freed = 0
    for (const { name, bytes } of versions) {
      if (name === newest.name) continue
      await folder.disk.files.remove(path(name))
      freed += bytes
    }
    return freed
  }

  private async measured() {
    const { folder } = this.journal
    const entries = new Map<EntryId, readonly SizedFile[]>()
    let taken = 0
    for (const { name: id, kind } of await folder.list(folderNames.versions)) {
      if (kind !== 'folder' || !entryIdSchema.safeParse(id).success) continue
      const { earlier, copies } = await versionFilesOf(folder, id)
      const sized: SizedFile[] = []
      for (const version of earlier) {
        const bytes = await this.sizeOf(id, version)
        taken += bytes
        sized.push({ ...version, id, bytes, made: milliseconds(version.at) })
      }
      for (const copy of copies) taken += await this.sizeOf(id, copy)
      entries.set(id, sized)
    }
    return { taken, entries }
  }

  /** One that is dropped at this moment takes nothing. */
  private async sizeOf(id: EntryId, { name }: VersionFile): Promise<number> {
    const { folder } = this.journal
    const path = folder.path(folderNames.versions, id, name)
    return await folder.disk.files.info(path).then(
      ({ size }) => size,
      () => 0,
    )
  }
}
