/**
 * The entries of a journal as their files say. It reads; whatever is wrong with a file (damage, a second file of the same entry, a newer format) is told
 * as strange, for the one process that may change files to look at.
 */
import { join } from 'node:path'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { decoded } from '../storage/format/fileFormat'
import { folderNames } from '../storage/layout/journalFolder'
import { entryFileName, entryNameTells } from '../storage/records/entryFiles'
import { entryFormat } from '../storage/records/entryFormat'
import { type FileMark, isUnchanged } from './fileMark'
import { type IndexItem, indexedEntry } from './indexItem'
import type { ReadableFiles } from './readableFiles'

/** All files that bear one id, and what is shown of them. */
export interface EntrySlot {
  /** By their names within the folder of entries: `2026/2026-03-02-….json`. */
  readonly files: readonly FileMark[]
  readonly shown: IndexItem | null
  /** Shown is what the one file says; false where it took a second look. */
  readonly isPlain: boolean
}

export interface EntryIndexNeeds {
  readonly files: ReadableFiles
  /** The journal's folder. */
  readonly root: string
  readonly now: () => number
  changed(before: IndexItem | null, after: IndexItem | null): void
  strange(id: EntryId, day: Day): void
}

export class EntryIndex {
  private readonly slots = new Map<EntryId, EntrySlot>()

  constructor(private readonly needs: EntryIndexNeeds) {}

  /** The ids of all slots, those whose files are gone too. */
  ids(): IterableIterator<EntryId> {
    return this.slots.keys()
  }

  slotOf(id: EntryId): EntrySlot | undefined {
    return this.slots.get(id)
  }

  /** From the cache; its files are looked at like all others. */
  put(id: EntryId, slot: EntrySlot): void {
    this.slots.set(id, slot)
  }

  /** Every file of the folder by the id in its name, newest year first. Throws what the disk says. */
  *names(): Generator<ReadonlyMap<EntryId, readonly string[]>> {
    const { files, root } = this.needs
    const years = files.list(join(root, folderNames.entries))?.folders.filter((name) => /^\d{4}$/.test(name)) ?? []
    for (const year of years.toSorted().reverse()) {
      const groups = new Map<EntryId, string[]>()
      const names = files.list(join(root, folderNames.entries, year))?.files ?? []
      for (const name of names.toSorted().reverse()) {
        const id = entryNameTells(name)?.id
        if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), `${year}/${name}`])
      }
      yield groups
    }
  }

  /** After a change of one entry: its files of before, and the one that its day gives it. */
  look(id: EntryId, day: Day | null): void {
    this.visit(id, day === null ? [] : [nameOf({ day, id })])
  }

  /** None of its files was among the names: they may have come since. */
  revisit(id: EntryId): void {
    this.visit(id, [])
  }

  /** Looks at the files of these names and at those that the id had before: since the names were read it may have moved. */
  visit(id: EntryId, names: readonly string[]): void {
    const slot = this.slots.get(id)
    const files = this.marksOf([...names, ...(slot?.files.map(({ name }) => name) ?? [])])
    if (slot && slot.files.length === files.length && slot.files.every((mark, at) => isSame(mark, files[at]))) return
    if (files.length === 0) this.set(id, null)
    else {
      const entry = this.plain(id, files)
      if (entry !== null) this.set(id, { files, shown: indexedEntry(entry), isPlain: true })
      else {
        const day = tells(files[0]?.name ?? '')?.day
        this.slots.set(id, { files, shown: slot?.shown ?? null, isPlain: false })
        if (day !== undefined) this.needs.strange(id, day)
      }
    }
  }

  /** The entry as its file has it now; null when it has none that is in order. */
  read(id: EntryId): Entry | null {
    return this.plain(id, this.slots.get(id)?.files ?? [])
  }

  /** What was strange has been looked at: `entry` is what is to be shown of it, whatever its files are like. */
  settle(id: EntryId, entry: Entry | null): void {
    const names = this.slots.get(id)?.files.map(({ name }) => name) ?? []
    const files = this.marksOf(entry ? [...names, nameOf(entry)] : names)
    // A file can bear the id of another entry inside, which then has a slot of its own.
    const isShown = entry !== null && (entry.id === id || !this.slots.has(entry.id))
    this.set(id, files.length === 0 ? null : { files, shown: isShown ? indexedEntry(entry) : null, isPlain: false })
  }

  private set(id: EntryId, slot: EntrySlot | null): void {
    const before = this.slots.get(id)?.shown ?? null
    if (slot) this.slots.set(id, slot)
    else this.slots.delete(id)
    this.needs.changed(before, slot?.shown ?? null)
  }

  private marksOf(names: readonly string[]): readonly FileMark[] {
    const { files, root, now } = this.needs
    return [...new Set(names)].sort().flatMap((name) => {
      const facts = files.facts(join(root, folderNames.entries, name))
      return facts ? [{ ...facts, name, at: now() }] : []
    })
  }

  /** The entry of a single file that is in order. */
  private plain(id: EntryId, [file, ...others]: readonly FileMark[]): Entry | null {
    const { files, root } = this.needs
    if (!file || others.length > 0 || tells(file.name)?.ours !== true) return null
    try {
      const bytes = files.read(join(root, folderNames.entries, file.name))
      const entry = bytes && decoded(entryFormat, bytes)
      return entry?.id === id ? entry : null
    } catch {
      return null
    }
  }
}

/** Without the year's folder. */
function tells(name: string) {
  return entryNameTells(name.slice(5))
}

function nameOf(entry: Pick<Entry, 'day' | 'id'>): string {
  return `${entry.day.slice(0, 4)}/${entryFileName(entry)}`
}

function isSame(mark: FileMark, found: FileMark | undefined): boolean {
  return found !== undefined && mark.name === found.name && isUnchanged(mark, found)
}
