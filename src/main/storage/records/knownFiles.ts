/** What we know of each record's file: where it is, and what was there when we last read or wrote it. Never ahead of the disk. */

import { isDeepStrictEqual } from 'node:util'
import type { RecordId, Saves, StoredRecord } from '#shared/domain/record'
import type { Disk } from '../../disk/disk'
import { type FileFingerprint, looksUnchanged } from '../../disk/fileFingerprint'
import type { RecordKind } from '../kinds/recordKind'
import { heldBy } from './lineage'
import type { ReadableRecord } from './loadRecord'
import type { RecordFile } from './recordFiles'

export interface Known {
  readonly revision: number
  /** The saves that are in it. */
  readonly held: Saves
  /** Null while a first save has not succeeded yet. */
  readonly seen: FileFingerprint | null
  /**
   * When we last kept an earlier state in this run, or began the record, in milliseconds since the epoch; null when what is there was
   * only read.
   */
  readonly keptAt: number | null
  /** A save that failed may yet have put this there; it is ours, not a stranger's. */
  readonly attempt: { readonly digest: string; readonly base: number } | null
}

export class KnownFiles<T extends StoredRecord> {
  private readonly files = new Map<RecordId, RecordFile>()
  private readonly known = new Map<RecordId, Known>()
  private readonly own = new Map<RecordId, Saves>()

  constructor(private readonly kind: Pick<RecordKind<T>, 'dayOf' | 'contentOf'>) {}

  fileOf(id: RecordId): RecordFile | undefined {
    return this.files.get(id)
  }

  knownOf(id: RecordId): Known | undefined {
    return this.known.get(id)
  }

  locate({ record, path }: Pick<ReadableRecord<T>, 'record' | 'path'>): void {
    this.files.set(record.id, { path, day: this.kind.dayOf(record), id: record.id, ours: true })
  }

  /** After a read. The same revision with other content is another program's fork of ours: the memory stays, so that it is noticed. */
  readFrom(found: ReadableRecord<T>): void {
    this.locate(found)
    const { record, seen } = found
    const known = this.known.get(record.id)
    if (known && (this.isFork(found) || known.attempt?.digest === seen.digest)) return
    const same = known?.seen?.digest === seen.digest
    this.known.set(record.id, {
      revision: record.revision,
      held: heldBy(this.kind, record),
      seen,
      keptAt: same ? known.keptAt : null,
      attempt: same ? known.attempt : null,
    })
  }

  /**
   * The record as a caller may know it. What a save that failed has put there all the same still counts as its base:
   * no caller knows of the new revision, and the retry begins from the old one.
   */
  shown({ record, seen }: ReadableRecord<T>): T {
    const attempt = this.known.get(record.id)?.attempt
    return attempt?.digest === seen.digest ? { ...record, revision: attempt.base } : record
  }

  isFork({ record, seen }: ReadableRecord<T>): boolean {
    const known = this.known.get(record.id)
    return (
      known?.seen != null &&
      known.revision === record.revision &&
      known.seen.digest !== seen.digest &&
      known.attempt?.digest !== seen.digest
    )
  }

  /** `held`: by one who has just counted it, so that its content is not hashed again. */
  wrote(
    record: T,
    path: string,
    seen: FileFingerprint,
    keptAt: number | null,
    held: Saves = heldBy(this.kind, record),
  ): void {
    this.locate({ record, path })
    this.known.set(record.id, { revision: record.revision, held, seen, keptAt, attempt: null })
  }

  /** What a save that failed has put there all the same is durable by now: it counts. */
  confirmed({ record, path, seen }: ReadableRecord<T>): void {
    if (this.known.get(record.id)?.attempt?.digest === seen.digest) this.wrote(record, path, seen, null)
  }

  failed(id: RecordId, digest: string, base: number): void {
    const known = this.known.get(id) ?? { revision: base, held: {}, seen: null, keptAt: null }
    this.known.set(id, { ...known, attempt: { digest, base } })
  }

  /** The saves that this device has counted; undefined until it was looked for them. */
  ownSavesOf(id: RecordId): Saves | undefined {
    return this.own.get(id)
  }

  countedOwn(id: RecordId, own: Saves): void {
    this.own.set(id, own)
  }

  /** Whether what lies there is this very state, as we wrote it: by one look at the file's size, time and number. */
  async isThere({ files }: Disk, state: T): Promise<boolean> {
    const [known, file] = [this.known.get(state.id), this.files.get(state.id)]
    if (!known?.seen || !file || !isDeepStrictEqual(known.held, heldBy(this.kind, state))) return false
    const info = await files.info(file.path).catch(() => null)
    return info !== null && looksUnchanged(known.seen, info)
  }

  forget(id: RecordId): void {
    this.files.delete(id)
    this.known.delete(id)
  }
}
