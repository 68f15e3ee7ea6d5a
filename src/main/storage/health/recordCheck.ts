/** Looks at the files of all records of a kind, those in the trash too, and knows afterwards which are there and which can be read. */
import type { Finding } from '#shared/domain/health/finding'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { mapConcurrent } from '../../async/mapConcurrent'
import type { RecordKind } from '../kinds/recordKind'
import { classifyFiles } from '../records/classifyFiles'
import { isDamagedCopy } from '../records/damagedCopies'
import type { ReadableRecord } from '../records/loadRecord'
import { groupedById, type RecordFile, RecordFiles } from '../records/recordFiles'
import { trashFiles } from '../records/trashFiles'
import { Versions } from '../records/versions'
import { finding, type Look, troubleFor } from './look'

/** Few enough that what they bring at once is checked well within a frame. */
const readsAtOnce = 4

export class RecordCheck<T extends StoredRecord = StoredRecord> {
  /** Records of which a file was found, whatever its state. */
  private readonly there = new Set<RecordId>()
  /** Where each record that can be read is. */
  private readonly readable = new Map<RecordId, string>()
  /** Records that a newer version of the app wrote. */
  private readonly newer = new Set<RecordId>()
  /** Records under the name of another one. */
  private misnamed: ReadableRecord<T>[] = []
  private readonly versions: Versions<T>
  private readonly files: RecordFiles<T>

  constructor(
    private readonly look: Look,
    readonly kind: RecordKind<T>,
  ) {
    this.versions = new Versions(look.folder, kind)
    this.files = new RecordFiles(look.folder, kind)
  }

  async *findings(): AsyncGenerator<Finding> {
    for (const files of [await this.files.all(), await trashFiles(this.look.folder, this.kind)]) {
      const groups = await groupedById<RecordFile>(files)
      for await (const found of mapConcurrent(groups, readsAtOnce, ([id, group]) => this.ofRecord(id, group)))
        yield* found
      yield* this.ofMisnamed()
    }
  }

  /** Whether a file of it was found, whatever its state. */
  knows(id: RecordId): boolean {
    return this.there.has(id)
  }

  isReadable(id: RecordId): boolean {
    return this.readable.has(id)
  }

  /** Whether a newer version of the app wrote it: nothing is put on it here. */
  isNewer(id: RecordId): boolean {
    return this.newer.has(id)
  }

  /** Whether no file of it was found, in a second look neither: between two lists of the first a save may have moved it. */
  async isMissing(id: RecordId): Promise<boolean> {
    if (this.there.has(id)) return false
    const files = [...(await this.files.all()), ...(await trashFiles(this.look.folder, this.kind))]
    for (const { id } of files) this.there.add(id)
    return !this.there.has(id)
  }

  /** What could take the place of an entry that can't be read. */
  async lastVersion(id: RecordId): Promise<ReadableRecord<T> | undefined> {
    return await this.versions.newestReadable(id).catch(() => undefined)
  }

  private async ofRecord(id: RecordId, files: readonly RecordFile[]): Promise<Finding[]> {
    const { look, kind } = this
    for (const _ of files) look.looked()
    const { best, lower, copies, damaged, newer, unreachable } = await classifyFiles(look.folder.disk, kind, files)
    this.there.add(id)
    if (newer.length > 0) this.newer.add(id)
    const day = best ? kind.dayOf(best.record) : (files[0]?.day ?? null)
    const canReturn = damaged.length > 0 && (best ?? (await this.lastVersion(id))) !== undefined
    const about = (found: Finding['kind'], path: string) =>
      finding(look, found, path, { recordKind: kind.name, day, record: id })
    if (best && best.record.id !== id) this.misnamed.push(best)
    const second = best?.record.id === id && this.isSecond(best) ? [best] : []
    const known = new Set([best, ...copies, ...unreachable].map((file) => file?.path))
    const strange = files.filter(({ path, ours }) => !ours && !known.has(path))
    return [
      ...damaged.map(({ path }) => ({ ...about('damaged', path), canReturn })),
      ...newer.map(({ path }) => about('newer', path)),
      ...unreachable.map(({ path, failure }) => about(troubleFor(failure.code), path)),
      ...[...lower, ...second].map(({ path, record }) => ({ ...about('duplicate', path), record: record.id })),
      ...copies.map(({ path }) => about('copy', path)),
      ...(await Promise.all(
        strange.map(async ({ path }) =>
          (await isDamagedCopy(look.folder.disk, kind.format, path))
            ? about('damaged', path)
            : // A name like a copy's, and something else inside.
              finding(look, 'foreign', path),
        ),
      )),
    ]
  }

  /** After all others: of two files that hold an entry, the one under its own name is the first, whichever was read sooner. */
  private ofMisnamed(): Finding[] {
    const found = this.misnamed.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    this.misnamed = []
    return found
      .filter((one) => this.isSecond(one))
      .map(({ path, record }) =>
        finding(this.look, 'duplicate', path, {
          recordKind: this.kind.name,
          day: this.kind.dayOf(record),
          record: record.id,
        }),
      )
  }

  /** Whether another file was found to hold the same entry. */
  private isSecond({ record, path }: ReadableRecord<T>): boolean {
    this.there.add(record.id)
    if (this.readable.has(record.id)) return true
    this.readable.set(record.id, path)
    return false
  }
}
