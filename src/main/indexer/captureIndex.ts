/** The captures of a journal as their files say, a file for each day. It reads; what is wrong with a file is told as strange. */
import { join } from 'node:path'
import { type Capture, type CaptureDay, compareCaptures } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import { captureDayFormat, captureNameTells } from '../storage/dayLogs/captureFiles'
import { decoded } from '../storage/format/fileFormat'
import { folderNames } from '../storage/layout/journalFolder'
import { type FileMark, isUnchanged } from './fileMark'
import { type IndexItem, indexedCapture } from './indexItem'
import type { ReadableFiles } from './readableFiles'

export interface CaptureSlot {
  readonly file: FileMark
  /** Those in the trash are not shown. */
  readonly shown: readonly IndexItem[]
  /** Some are in the trash, or on their way to another day. */
  readonly isUntidy: boolean
}

export interface CaptureIndexNeeds {
  readonly files: ReadableFiles
  readonly root: string
  readonly now: () => number
  changed(day: Day, before: readonly IndexItem[], after: readonly IndexItem[]): void
  strange(day: Day): void
}

export class CaptureIndex {
  private readonly slots = new Map<Day, CaptureSlot>()
  private readonly copies = new Map<Day, string>()

  constructor(private readonly needs: CaptureIndexNeeds) {}

  days(): IterableIterator<Day> {
    return this.slots.keys()
  }

  slotOf(day: Day): CaptureSlot | undefined {
    return this.slots.get(day)
  }

  untidyDays(): Day[] {
    return [...this.slots].flatMap(([day, { isUntidy }]) => (isUntidy ? [day] : []))
  }

  put(day: Day, slot: CaptureSlot): void {
    this.slots.set(day, slot)
  }

  /** The days that have files, newest year first, each with those that are not its own. Throws what the disk says. */
  *names(): Generator<ReadonlyMap<Day, readonly string[]>> {
    const { files, root } = this.needs
    const years = files.list(join(root, folderNames.captures))?.folders.filter((name) => /^\d{4}$/.test(name)) ?? []
    for (const year of years.toSorted().reverse()) {
      const names = files.list(join(root, folderNames.captures, year))?.files ?? []
      const days = new Map<Day, readonly string[]>()
      for (const name of names) {
        const { day, ours } = captureNameTells(name) ?? {}
        if (day?.startsWith(year)) days.set(day, [...(days.get(day) ?? []), ...(ours ? [] : [name])])
      }
      yield days
    }
  }

  /** After a look at all names; each set of copies is strange once. */
  visit(day: Day, copies: readonly string[]): void {
    const names = [...copies].sort().join('/')
    this.look(day)
    if (names !== '' && names !== this.copies.get(day)) this.needs.strange(day)
    this.copies.set(day, names)
  }

  look(day: Day): void {
    const { files, root, now } = this.needs
    const name = `${day.slice(0, 4)}/${day}.json`
    const facts = files.facts(join(root, folderNames.captures, name))
    const slot = this.slots.get(day)
    if (facts === null) {
      this.set(day, null)
      return
    }
    if (slot && isUnchanged(slot.file, facts)) return
    const file = { ...facts, name, at: now() }
    const found = this.read(day)
    if (found) this.set(day, { file, ...keptOf(found.captures) })
    else {
      // What was known of it stays until it was looked at; the next look waits for another file.
      this.slots.set(day, { file, shown: slot?.shown ?? [], isUntidy: slot?.isUntidy ?? false })
      this.needs.strange(day)
    }
  }

  /** What was strange has been looked at: these are the captures to be shown, whatever the file is like. */
  settle(day: Day, captures: readonly Capture[]): void {
    const { files, root, now } = this.needs
    const name = `${day.slice(0, 4)}/${day}.json`
    const facts = files.facts(join(root, folderNames.captures, name))
    this.set(day, facts && { file: { ...facts, name, at: now() }, ...keptOf(captures) })
  }

  /** The words of a day as they were written; null when they can't be read now. */
  read(day: Day): CaptureDay | null {
    const { files, root } = this.needs
    try {
      const bytes = files.read(join(root, folderNames.captures, day.slice(0, 4), `${day}.json`))
      return bytes && decoded(captureDayFormat, bytes)
    } catch {
      return null
    }
  }

  private set(day: Day, slot: CaptureSlot | null): void {
    const before = this.slots.get(day)?.shown ?? []
    if (slot) this.slots.set(day, slot)
    else this.slots.delete(day)
    if (before.length > 0 || slot) this.needs.changed(day, before, slot?.shown ?? [])
  }
}

function keptOf(captures: readonly Capture[]): Pick<CaptureSlot, 'shown' | 'isUntidy'> {
  const shown = captures
    .filter(({ trashed }) => trashed === null)
    .sort(compareCaptures)
    .map(indexedCapture)
  return { shown, isUntidy: captures.some(({ trashed, movingTo }) => trashed !== null || movingTo !== undefined) }
}
