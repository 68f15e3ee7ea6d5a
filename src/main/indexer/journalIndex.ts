/** The index of one journal: its shelves of files, everything on them newest first, and what changed since it was last told. */
import { join } from 'node:path'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { markerName } from '../storage/layout/journalFolder'
import { CaptureIndex } from './captureIndex'
import { EntryIndex } from './entryIndex'
import type { IndexItem } from './indexItem'
import { OrderedRows } from './orderedRows'
import { PendingChanges } from './pendingChanges'
import type { ReadableFiles } from './readableFiles'

export interface JournalIndexNeeds {
  readonly files: ReadableFiles
  /** The journal's folder. */
  readonly home: string
  /** Where its words lie: there, or in the one of what is sealed. */
  readonly root: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  strangeEntry(id: EntryId, day: Day): void
  strangeCaptures(day: Day): void
}

export interface LookProgress {
  readonly done: number
  readonly total: number
}

export class JournalIndex {
  readonly entries: EntryIndex
  readonly captures: CaptureIndex
  readonly order = new OrderedRows()
  readonly changes = new PendingChanges()
  /** Grows with each change, so that the cache knows whether it is behind. */
  generation = 0

  constructor(private readonly needs: JournalIndexNeeds) {
    const { files, root, now } = needs
    this.entries = new EntryIndex({
      files,
      root,
      now,
      changed: (before, after) => {
        this.replace(before ? [before] : [], after ? [after] : [])
        this.changes.entry(before, after)
      },
      strange: needs.strangeEntry,
    })
    this.captures = new CaptureIndex({
      files,
      root,
      now,
      changed: (day, before, after) => {
        this.replace(before, after)
        this.changes.capturesOf(day, after)
      },
      strange: needs.strangeCaptures,
    })
  }

  /**
   * Looks at every file there is, and forgets what is not there any more; a step for each file, so that whoever runs it can let other work in between.
   * Throws what the disk says, and `ENOENT` for a journal that is gone: nothing is forgotten then.
   */
  *lookAtAll(): Generator<LookProgress> {
    this.present()
    const entries = new Map([...this.entries.names()].flatMap((year) => [...year]))
    const days = new Map([...this.captures.names()].flatMap((year) => [...year]))
    const total = entries.size + days.size
    let done = 0
    for (const [id, names] of entries) {
      this.entries.visit(id, names)
      yield { done: ++done, total }
    }
    for (const [day, copies] of days) {
      this.captures.visit(day, copies)
      yield { done: ++done, total }
    }
    // A disk that went away meanwhile has no files either.
    this.present()
    for (const id of [...this.entries.ids()]) if (!entries.has(id)) this.entries.revisit(id)
    for (const day of [...this.captures.days()]) if (!days.has(day)) this.captures.look(day)
  }

  private present(): void {
    const { files, home } = this.needs
    if (files.facts(join(home, markerName)) === null)
      throw Object.assign(new Error('the journal is not where it was'), { code: 'ENOENT' })
  }

  private replace(before: readonly IndexItem[], after: readonly IndexItem[]): void {
    this.generation += 1
    for (const item of before) this.order.remove(item)
    for (const item of after) this.order.add(item)
  }
}
