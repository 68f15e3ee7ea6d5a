/** The records of one kind that share a file for each day, as their files say. It reads; what is wrong with a file needs repair by the process that may change files. */
import { join } from 'node:path'
import type { Day } from '#shared/domain/day'
import type { StoredLog } from '#shared/domain/record'
import { nameOfPlaceholder } from '../disk/placeholder'
import { decoded } from '../storage/format/fileFormat'
import type { DayLogKind } from '../storage/kinds/recordKind'
import { dayLogNameTells } from '../storage/layout/dayLogName'
import { isYearFolder } from '../storage/layout/yearFolder'
import { type FileMark, isUnchanged } from './fileMark'
import { type IndexItem, indexItem } from './indexItem'
import type { ReadableFiles } from './readableFiles'

export interface DayLogSlot {
  readonly file: FileMark
  /** Those in the trash are not shown. */
  readonly shown: readonly IndexItem[]
  /** Some are in the trash, or on their way to another day. */
  readonly isUntidy: boolean
  /** Null when it can't be read. */
  readonly revision: number | null
}

export interface IndexedDayLogsNeeds {
  readonly files: ReadableFiles
  readonly root: string
  readonly now: () => number
  changed(day: Day, before: readonly IndexItem[], after: readonly IndexItem[]): void
  needsRepair(day: Day): void
  /** Its file is another now, or was not known before. */
  fileChanged(day: Day): void
}

export class IndexedDayLogs<L extends StoredLog = StoredLog> {
  private readonly slots = new Map<Day, DayLogSlot>()
  private readonly copies = new Map<Day, string>()
  /** Files of the last look at all names that are not on this computer yet. */
  elsewhere = 0

  constructor(
    readonly kind: DayLogKind<L>,
    private readonly needs: IndexedDayLogsNeeds,
  ) {}

  days(): IterableIterator<Day> {
    return this.slots.keys()
  }

  slotOf(day: Day): DayLogSlot | undefined {
    return this.slots.get(day)
  }

  untidyDays(): Day[] {
    return [...this.slots].flatMap(([day, { isUntidy }]) => (isUntidy ? [day] : []))
  }

  put(day: Day, slot: DayLogSlot): void {
    this.slots.set(day, slot)
    this.needs.fileChanged(day)
  }

  /** The days that have files, newest year first, each with those that are not its own. Throws what the disk says. */
  *names(): Generator<ReadonlyMap<Day, readonly string[]>> {
    const { files, root } = this.needs
    const years = files.list(join(root, this.kind.folder))?.folders.filter(isYearFolder) ?? []
    this.elsewhere = 0
    for (const year of years.toSorted().reverse()) {
      const names = files.list(join(root, this.kind.folder, year))?.files ?? []
      const days = new Map<Day, readonly string[]>()
      for (const name of names) {
        const { day, ours } = dayLogNameTells(name) ?? {}
        if (day?.startsWith(year)) days.set(day, [...(days.get(day) ?? []), ...(ours ? [] : [name])])
        else if (dayLogNameTells(nameOfPlaceholder(name) ?? '')) this.elsewhere += 1
      }
      yield days
    }
  }

  /** After a look at all names; each set of copies needs repair once. */
  visit(day: Day, copies: readonly string[]): void {
    const names = [...copies].sort().join('/')
    this.look(day)
    if (names !== '' && names !== this.copies.get(day)) this.needs.needsRepair(day)
    this.copies.set(day, names)
  }

  look(day: Day): void {
    const { files, root, now } = this.needs
    const name = `${day.slice(0, 4)}/${day}.json`
    const facts = files.facts(join(root, this.kind.folder, name))
    const slot = this.slots.get(day)
    if (facts === null) {
      this.set(day, null)
      return
    }
    if (slot && isUnchanged(slot.file, facts)) return
    const file = { ...facts, name, at: now() }
    const found = this.read(day)
    if (found) this.set(day, { file, ...this.keptOf(found) })
    else {
      // What was known of it stays until it was looked at; the next look waits for another file.
      this.slots.set(day, { file, shown: slot?.shown ?? [], isUntidy: slot?.isUntidy ?? false, revision: null })
      this.needs.fileChanged(day)
      this.needs.needsRepair(day)
    }
  }

  /** What needed repair has been looked at: this is to be shown, whatever the file is like. */
  repaired(day: Day, log: L): void {
    const { files, root, now } = this.needs
    const name = `${day.slice(0, 4)}/${day}.json`
    const facts = files.facts(join(root, this.kind.folder, name))
    this.set(day, facts && { file: { ...facts, name, at: now() }, ...this.keptOf(log) })
  }

  /** The words of a day as they were written; null when they can't be read now. */
  read(day: Day): L | null {
    const { files, root } = this.needs
    try {
      const bytes = files.read(join(root, this.kind.folder, day.slice(0, 4), `${day}.json`))
      return bytes && decoded(this.kind.format, bytes)
    } catch {
      return null
    }
  }

  private set(day: Day, slot: DayLogSlot | null): void {
    const before = this.slots.get(day)?.shown ?? []
    if (slot) this.slots.set(day, slot)
    else this.slots.delete(day)
    this.needs.fileChanged(day)
    if (before.length > 0 || slot) this.needs.changed(day, before, slot?.shown ?? [])
  }

  private keptOf(log: L): Omit<DayLogSlot, 'file'> {
    const { kind } = this
    return { shown: kind.describe(log).map(indexItem), isUntidy: kind.isUntidy(log), revision: log.revision }
  }
}
