/** Saves one record: looks at what is there, keeps it when it is worth keeping, then replaces it. Runs under the record's id in the journal's queue. */
import { Low } from 'lowdb'
import { Failure } from '#shared/domain/failure'
import type { Saves, StoredRecord } from '#shared/domain/record'
import { digestOf, type FileFingerprint, looksUnchanged } from '../../disk/fileFingerprint'
import { errorCode, type FileInfo } from '../../disk/files'
import { milliseconds } from '../../disk/instantName'
import { removeDurably } from '../../disk/removeDurably'
import { DurableAdapter } from '../format/DurableAdapter'
import { maxDocumentBytes } from '../format/fileFormat'
import type { KnownFiles } from './knownFiles'
import { counted, heldBy, united } from './lineage'
import { nameForSave, ofDevice, ownSavesKept, ownSavesOf } from './ownSaves'
import type { RecordContext } from './recordContext'
import type { RecordFinder } from './recordFinder'
import type { Trash } from './trash'

/** A state that was there for longer than this, or when a sitting began, is kept before it is replaced. */
const keepsEvery = 10 * 60_000

/** What is about to be replaced. */
interface Previous {
  readonly path: string
  readonly revision: number
  readonly digest: string
  readonly held: Saves
  readonly seen: FileFingerprint
}

export class RecordSaver<T extends StoredRecord> {
  constructor(
    private readonly context: RecordContext<T>,
    private readonly memory: KnownFiles<T>,
    private readonly finder: RecordFinder<T>,
    private readonly trash: Trash<T>,
  ) {}

  /** `alsoHeld`: saves of another state that this one takes in. */
  async save(record: T, base: number, alsoHeld: Saves = {}): Promise<void> {
    if (record.revision !== base + 1) throw new Failure('bad-request', 'the revision does not follow its base')
    const { lock, folder, clock, files, kind, device } = this.context
    await lock.hold()
    const previous = await this.previous(record, base)
    const now = milliseconds(clock.instant())
    const keeps = previous !== undefined && this.isWorthKeeping(record, previous, now)
    if (keeps) await this.keep(record, previous)
    const keptBefore = keeps || !previous ? null : this.memory.knownOf(record.id)?.keptAt
    const path = files.path(record)
    const held = united(previous?.held ?? {}, alsoHeld)
    const stored = device === null ? record : await this.counted(device, record, held, base)
    const adapter = new DurableAdapter(folder.disk, path, kind.format, () => this.lastLook(path, previous))
    try {
      await folder.inside(files.folderNames(kind.dayOf(record)), () => new Low(adapter, stored).write())
      // The new one is on the disk before the old one goes: a crash in between leaves two, and the higher revision stays.
      if (previous && previous.path !== path) await removeDurably(folder.disk, previous.path)
    } catch (error) {
      if (adapter.attempted) this.memory.failed(record.id, adapter.attempted, base)
      throw error
    }
    const counted = device === null ? undefined : stored.saves
    if (adapter.seen) this.memory.wrote(stored, path, adapter.seen, keptBefore ?? now, counted)
    if (device !== null) this.context.lastStates?.saved(kind, stored)
  }

  private async counted(device: string, record: T, held: Saves, base: number): Promise<T> {
    const { id } = record
    const own = this.memory.ownSavesOf(id) ?? (base === 0 ? {} : await this.ownSaves(device, id, held))
    const stored = counted(this.context.kind, record, held, nameForSave(device, own, held))
    this.memory.countedOwn(id, united(own, ofDevice(device, stored.saves ?? {})))
    return stored
  }

  /** Also those of a file that is gone by now: the state in the window holds them all the same, or what was saved last is kept and comes back. */
  private async ownSaves(device: string, id: T['id'], held: Saves): Promise<Saves> {
    const known = ofDevice(device, this.memory.knownOf(id)?.held ?? {})
    const kept = await ownSavesKept(this.context, this.context.kind, { device, key: id, held })
    return united(united(known, kept), await ownSavesOf(this.context, device, id))
  }

  /** What came while the new file was written is another program's: it stays, and the save is refused. */
  private async lastLook(path: string, previous: Previous | undefined): Promise<void> {
    const info = await this.infoOf(path)
    const isAsSeen = info !== undefined && previous?.path === path && looksUnchanged(previous.seen, info)
    if (info !== undefined && !isAsSeen) throw new Failure('conflict', 'changed meanwhile')
  }

  /** Undefined when nothing is replaced. Throws `conflict` when what is there is not the base. */
  private async previous(record: T, base: number): Promise<Previous | undefined> {
    const unchanged = await this.unchanged(record, base)
    if (unchanged) return unchanged
    const { folder, files } = this.context
    const file = this.memory.fileOf(record.id)
    const target = files.path(record)
    if (base === 0 && !file && !(await this.infoOf(target))) return await folder.present().then(() => undefined)
    const elsewhere = file !== undefined && file.path !== target && (await this.infoOf(target)) !== undefined
    const found = elsewhere ? await this.finder.search(record.id) : await this.finder.find(record.id)
    if (!found) {
      if (await this.trash.has(record.id)) throw new Failure('not-found', 'it is in the trash')
      // Another program removed it: nothing is overwritten, and the words in hand are not lost.
      return undefined
    }
    const { digest } = found.seen
    if (!this.isBase(record, base, digest, found.record.revision)) throw new Failure('conflict', 'changed meanwhile')
    return {
      path: found.path,
      revision: found.record.revision,
      digest,
      seen: found.seen,
      held: heldBy(this.context.kind, found.record),
    }
  }

  /** The usual case, by one look at the file's size, time and number. */
  private async unchanged(record: T, base: number): Promise<Previous | undefined> {
    const known = this.memory.knownOf(record.id)
    const file = this.memory.fileOf(record.id)
    if (!known?.seen || !file || known.revision !== base) return undefined
    const info = await this.infoOf(file.path)
    if (!info || !looksUnchanged(known.seen, info)) return undefined
    const target = this.context.files.path(record)
    if (file.path !== target && (await this.infoOf(target))) return undefined
    return { path: file.path, revision: base, digest: known.seen.digest, seen: known.seen, held: known.held }
  }

  private isBase({ id }: T, base: number, digest: string, revision: number): boolean {
    const known = this.memory.knownOf(id)
    if (known?.attempt?.digest === digest) return base === known.attempt.base || base === revision
    if (!known?.seen) return base === revision
    return known.seen.digest === digest && known.revision === base
  }

  private isWorthKeeping({ id }: T, previous: Previous, now: number): boolean {
    const known = this.memory.knownOf(id)
    // Our own attempt that failed: what it replaced was kept when it began.
    if (known?.attempt?.digest === previous.digest) return false
    if (known?.keptAt == null || known.seen?.digest !== previous.digest) return true
    const since = now - known.keptAt
    return since < 0 || since >= keepsEvery
  }

  private async keep({ id }: T, previous: Previous): Promise<void> {
    const { folder, versions, clock } = this.context
    const { bytes } = await folder.disk.files.read(previous.path, maxDocumentBytes)
    if (digestOf(bytes) !== previous.digest) throw new Failure('conflict', 'changed meanwhile')
    await versions.keep(id, previous.revision, bytes, clock.instant())
  }

  private async infoOf(path: string): Promise<FileInfo | undefined> {
    try {
      return await this.context.folder.disk.files.info(path)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }
}
