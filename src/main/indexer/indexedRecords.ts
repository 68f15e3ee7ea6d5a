/**
 * The records of one kind as their files say. It reads; whatever is wrong with a file (damage, a second file of the same record, a newer format)
 * needs repair by the one process that may change files.
 */
import { join } from 'node:path'
import type { Day } from '#shared/domain/day'
import type { RecordId, Saves, StoredRecord } from '#shared/domain/record'
import { nameOfPlaceholder } from '../disk/placeholder'
import { decoded } from '../storage/format/fileFormat'
import type { RecordKind } from '../storage/kinds/recordKind'
import { recordNameTells } from '../storage/layout/recordName'
import { isYearFolder } from '../storage/layout/yearFolder'
import { savesToSee } from '../storage/records/heldSaves'
import { recordPlace } from '../storage/records/recordFiles'
import { type FileMark, isUnchanged } from './fileMark'
import { type IndexItem, indexItem } from './indexItem'
import type { ReadableFiles } from './readableFiles'

/** All files that bear one id, and what is shown of them. */
export interface RecordSlot {
  /** By their names within the kind's folder: `2026/2026-03-02-….json`. */
  readonly files: readonly FileMark[]
  readonly shown: IndexItem | null
  /** Shown is what the one file says; false where it took a second look. */
  readonly isPlain: boolean
  /** Which saves a plain one holds. */
  readonly saves: Saves | null
}

export interface IndexedRecordsNeeds {
  readonly files: ReadableFiles
  /** The journal's folder. */
  readonly root: string
  readonly now: () => number
  changed(before: IndexItem | null, after: IndexItem | null): void
  needsRepair(id: RecordId): void
  /** Its files are others now, or were not known before. */
  filesChanged(id: RecordId): void
}

export class IndexedRecords<T extends StoredRecord = StoredRecord> {
  private readonly slots = new Map<RecordId, RecordSlot>()
  /** Files of the last look at all names that are not on this computer yet. */
  elsewhere = 0

  constructor(
    readonly kind: RecordKind<T>,
    private readonly needs: IndexedRecordsNeeds,
  ) {}

  /** The ids of all slots, those whose files are gone too. */
  ids(): IterableIterator<RecordId> {
    return this.slots.keys()
  }

  slotOf(id: RecordId): RecordSlot | undefined {
    return this.slots.get(id)
  }

  /** From the cache; its files are looked at like all others. */
  put(id: RecordId, slot: RecordSlot): void {
    this.slots.set(id, slot)
    this.needs.filesChanged(id)
  }

  /** Every file of the folder by the id in its name, newest year first. Throws what the disk says. */
  *names(): Generator<ReadonlyMap<RecordId, readonly string[]>> {
    const { files, root } = this.needs
    const { folder, isDated } = this.kind
    const top = files.list(join(root, folder))
    this.elsewhere = 0
    const years = top?.folders.filter(isYearFolder) ?? []
    for (const inside of isDated ? years.toSorted().reverse() : ['']) {
      const groups = new Map<RecordId, string[]>()
      const names = (isDated ? files.list(join(root, folder, inside)) : top)?.files ?? []
      for (const name of names.toSorted().reverse()) {
        const id = recordNameTells(this.kind, name)?.id
        if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), isDated ? `${inside}/${name}` : name])
        else if (recordNameTells(this.kind, nameOfPlaceholder(name) ?? '')) this.elsewhere += 1
      }
      yield groups
    }
  }

  /** After a change of one record: its files of before, and the one that its day gives it. */
  look(id: RecordId, day: Day | null): void {
    this.visit(id, day === null ? [] : [this.nameOf(day, id)])
  }

  /** None of its files was among the names: they may have come since. */
  revisit(id: RecordId): void {
    this.visit(id, [])
  }

  /** Looks at the files of these names and at those that the id had before: since the names were read it may have moved. */
  visit(id: RecordId, names: readonly string[]): void {
    const slot = this.slots.get(id)
    const files = this.marksOf([...names, ...(slot?.files.map(({ name }) => name) ?? [])])
    if (slot && slot.files.length === files.length && slot.files.every((mark, at) => isSame(mark, files[at]))) return
    if (files.length === 0) this.set(id, null)
    else {
      const record = this.plain(id, files)
      if (record !== null)
        this.set(id, { files, shown: this.itemOf(record), isPlain: true, saves: savesToSee([record]) })
      else {
        this.slots.set(id, { files, shown: slot?.shown ?? null, isPlain: false, saves: null })
        this.needs.filesChanged(id)
        this.needs.needsRepair(id)
      }
    }
  }

  /** The record as its file has it now; null when it has none that is in order. */
  read(id: RecordId): T | null {
    return this.plain(id, this.slots.get(id)?.files ?? [])
  }

  /** What needed repair has been looked at: `record` is what is to be shown of it, whatever its files are like. */
  repaired(id: RecordId, record: T | null): void {
    const names = this.slots.get(id)?.files.map(({ name }) => name) ?? []
    const files = this.marksOf(record ? [...names, this.nameOf(this.kind.dayOf(record), record.id)] : names)
    // A file can bear the id of another record inside, which then has a slot of its own.
    const isShown = record !== null && (record.id === id || !this.slots.has(record.id))
    const shown = isShown ? this.itemOf(record) : null
    this.set(id, files.length === 0 ? null : { files, shown, isPlain: false, saves: null })
  }

  private set(id: RecordId, slot: RecordSlot | null): void {
    const before = this.slots.get(id)?.shown ?? null
    if (slot) this.slots.set(id, slot)
    else this.slots.delete(id)
    this.needs.filesChanged(id)
    this.needs.changed(before, slot?.shown ?? null)
  }

  private marksOf(names: readonly string[]): readonly FileMark[] {
    const { files, root, now } = this.needs
    return [...new Set(names)].sort().flatMap((name) => {
      const facts = files.facts(join(root, this.kind.folder, name))
      return facts ? [{ ...facts, name, at: now() }] : []
    })
  }

  /** The record of a single file that is in order. */
  private plain(id: RecordId, [file, ...others]: readonly FileMark[]): T | null {
    const { files, root } = this.needs
    if (!file || others.length > 0 || this.tells(file.name)?.ours !== true) return null
    try {
      const bytes = files.read(join(root, this.kind.folder, file.name))
      const record = bytes && decoded(this.kind.format, bytes)
      return record?.id === id ? record : null
    } catch {
      return null
    }
  }

  private itemOf(record: T): IndexItem {
    return indexItem(this.kind.describe(record))
  }

  private nameOf(day: Day, id: RecordId): string {
    return recordPlace(this.kind, day, id).slice(1).join('/')
  }

  private tells(name: string) {
    return recordNameTells(this.kind, this.kind.isDated ? name.slice('YYYY/'.length) : name)
  }
}

function isSame(mark: FileMark, found: FileMark | undefined): boolean {
  return found !== undefined && mark.name === found.name && isUnchanged(mark, found)
}
