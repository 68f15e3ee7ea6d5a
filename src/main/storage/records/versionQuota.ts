/** How much all earlier states take on the disk, and how they are kept within what the person allows. Sync programs' copies count and always stay. */
import type { RecordId } from '#shared/domain/record'
import { milliseconds } from '../../disk/instantName'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalContext } from '../safekeeping/journalContext'
import { type Sized, worthDroppingFor } from '../safekeeping/versionRetention'
import { loadRecord } from './loadRecord'
import { groupedById, isRecordId } from './recordFiles'
import { keyOf, type StateKey } from './statePlace'
import { type VersionFile, versionFilesOf } from './versionFiles'

interface SizedFile extends VersionFile, Sized {
  readonly id: RecordId
  readonly kind: RecordKind
}

export class VersionQuota {
  constructor(private readonly journal: JournalContext) {}

  /** Bytes. */
  async taken(): Promise<number> {
    return (await this.measured()).taken
  }

  /** Drops the oldest until all take no more than `limit` bytes, or nothing may be dropped any more. Resolves with what they take then. */
  async keepWithin(limit: number): Promise<number> {
    const { taken, records } = await this.measured()
    if (taken <= limit) return taken
    await this.journal.lock.hold()
    const dropped = await groupedById(worthDroppingFor(taken - limit, records))
    let left = taken
    for (const [id, versions] of dropped) {
      left -= await this.journal.queue.run(id, () => this.drop(id, versions))
    }
    return left
  }

  /** Bytes that were freed. The newest stays for the day on which the record itself can't be read; if it can't be read either, all stay. */
  private async drop(id: RecordId, versions: readonly SizedFile[]): Promise<number> {
    const { folder } = this.journal
    const [first] = versions
    if (!first) return 0
    const { kind } = first
    const path = (name: string) => folder.path(...kind.versions, id, name)
    const [newest] = (await versionFilesOf(folder, kind, id)).earlier
    if (!newest || (await loadRecord(folder.disk, kind, path(newest.name))).kind !== 'record') return 0
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
    const records: SizedFile[][] = []
    const newest = new Map<StateKey, string>()
    let taken = 0
    for (const kind of folder.recordKinds) {
      for (const { name: id, kind: found } of await folder.list(...kind.versions)) {
        if (found !== 'folder' || !isRecordId(id)) continue
        const { earlier, copies } = await versionFilesOf(folder, kind, id)
        if (earlier[0]) newest.set(keyOf({ kind: kind.name, of: id }), earlier[0].name)
        const sized: SizedFile[] = []
        for (const version of earlier) {
          const bytes = await this.sizeOf(kind, id, version)
          taken += bytes
          sized.push({ ...version, kind, id, bytes, made: milliseconds(version.at) })
        }
        for (const copy of copies) taken += await this.sizeOf(kind, id, copy)
        records.push(sized)
      }
    }
    this.journal.listedVersions.listed(newest)
    return { taken, records }
  }

  /** One that is dropped at this moment takes nothing. */
  private async sizeOf(kind: RecordKind, id: RecordId, { name }: VersionFile): Promise<number> {
    const { folder } = this.journal
    const path = folder.path(...kind.versions, id, name)
    return await folder.disk.files.info(path).then(
      ({ size }) => size,
      () => 0,
    )
  }
}
