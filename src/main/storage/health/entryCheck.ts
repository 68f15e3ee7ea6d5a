/** Looks at the files of all entries, those in the trash too, and knows afterwards which entries are there and which can be read. */
import type { EntryId } from '#shared/domain/entry/entry'
import type { Finding } from '#shared/domain/health/finding'
import { mapConcurrent as sideBySide } from '../../async/mapConcurrent'
import { classifyFiles, type ReadableEntry } from '../records/classifyFiles'
import { allEntryFiles, type EntryFile, groupedById } from '../records/entryFiles'
import { trashFiles } from '../records/trashFiles'
import { Versions } from '../records/versions'
import { finding, type Look } from './look'

/** Few enough that what they bring at once is checked well within a frame. */
const readsAtOnce = 4

export class EntryCheck {
  /** Entries of which a file was found, whatever its state. */
  private readonly there = new Set<EntryId>()
  /** Where each entry that can be read is. */
  private readonly readable = new Map<EntryId, string>()
  /** Entries that a newer version of the app wrote. */
  private readonly newer = new Set<EntryId>()
  /** Entries under the name of another one. */
  private misnamed: ReadableEntry[] = []
  private readonly versions: Versions

  constructor(private readonly look: Look) {
    this.versions = new Versions(look.folder)
  }

  async *findings(): AsyncGenerator<Finding> {
    const { folder } = this.look
    for (const files of [await allEntryFiles(folder), await trashFiles(folder)]) {
      const groups = await groupedById<EntryFile>(files)
      for await (const found of sideBySide(groups, readsAtOnce, ([id, group]) => this.ofEntry(id, group))) yield* found
      yield* this.ofMisnamed()
    }
  }

  isReadable(id: EntryId): boolean {
    return this.readable.has(id)
  }

  /** Whether a newer version of the app wrote it: nothing is put on it here. */
  isNewer(id: EntryId): boolean {
    return this.newer.has(id)
  }

  /** Whether no file of it was found, in a second look neither: between two lists of the first a save may have moved it. */
  async isMissing(id: EntryId): Promise<boolean> {
    if (this.there.has(id)) return false
    const { folder } = this.look
    for (const file of [...(await allEntryFiles(folder)), ...(await trashFiles(folder))]) this.there.add(file.id)
    return !this.there.has(id)
  }

  /** What could take the place of an entry that can't be read. */
  async lastVersion(id: EntryId): Promise<ReadableEntry | undefined> {
    return await this.versions.newestReadable(id).catch(() => undefined)
  }

  private async ofEntry(id: EntryId, files: readonly EntryFile[]): Promise<Finding[]> {
    const { look } = this
    for (const _ of files) look.looked()
    const { best, lower, copies, damaged, newer, unreachable } = await classifyFiles(look.folder.disk, files)
    this.there.add(id)
    if (newer.length > 0) this.newer.add(id)
    const day = best?.entry.day ?? files[0]?.day ?? null
    const canReturn = damaged.length > 0 && (best ?? (await this.lastVersion(id))) !== undefined
    const about = (kind: Finding['kind'], path: string) => finding(look, kind, path, { day, entry: id })
    if (best && best.entry.id !== id) this.misnamed.push(best)
    const second = best?.entry.id === id && this.isSecond(best) ? [best] : []
    const known = new Set([best, ...copies, ...unreachable].map((file) => file?.path))
    return [
      ...damaged.map(({ path }) => ({ ...about('damaged', path), canReturn })),
      ...newer.map(({ path }) => about('newer', path)),
      ...unreachable.map(({ path }) => about('unreachable', path)),
      ...[...lower, ...second].map(({ path, entry }) => ({ ...about('duplicate', path), entry: entry.id })),
      ...copies.map(({ path }) => about('copy', path)),
      // A name like a copy's, and something else inside.
      ...files.flatMap(({ path, ours }) => (ours || known.has(path) ? [] : [finding(look, 'foreign', path)])),
    ]
  }

  /** After all others: of two files that hold an entry, the one under its own name is the first, whichever was read sooner. */
  private ofMisnamed(): Finding[] {
    const found = this.misnamed.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    this.misnamed = []
    return found
      .filter((one) => this.isSecond(one))
      .map(({ path, entry }) => finding(this.look, 'duplicate', path, { day: entry.day, entry: entry.id }))
  }

  /** Whether another file was found to hold the same entry. */
  private isSecond({ entry, path }: ReadableEntry): boolean {
    this.there.add(entry.id)
    if (this.readable.has(entry.id)) return true
    this.readable.set(entry.id, path)
    return false
  }
}
