/** The index of one journal: the files of each kind, everything in them newest first, and what changed since it was last reported. */
import { join } from 'node:path'
import type { Day } from '#shared/domain/day'
import type { StoredLog, StoredRecord } from '#shared/domain/record'
import type { Place } from '../services/ports/library'
import { kinds as allKinds } from '../storage/kinds/kinds'
import { isDayLogKind, isRecordKind, type Kind } from '../storage/kinds/recordKind'
import { markerName } from '../storage/layout/journalFolder'
import { IndexedDayLogs } from './indexedDayLogs'
import { IndexedRecords } from './indexedRecords'
import type { IndexItem } from './indexItem'
import { OrderedRows } from './orderedRows'
import { PendingChanges } from './pendingChanges'
import { PendingStates } from './pendingStates'
import type { ReadableFiles } from './readableFiles'

export interface JournalIndexNeeds {
  readonly files: ReadableFiles
  /** The journal's folder. */
  readonly home: string
  /** Where its words lie: there, or in the one of what is sealed. */
  readonly root: string
  readonly kinds?: readonly Kind[]
  /** Milliseconds since the epoch. */
  readonly now: () => number
  needsRepair(place: Place): void
}

export interface LookProgress {
  readonly done: number
  readonly total: number
}

export class JournalIndex {
  readonly records: readonly IndexedRecords[]
  readonly logs: readonly IndexedDayLogs[]
  readonly order = new OrderedRows()
  readonly changes = new PendingChanges()
  readonly states = new PendingStates(this)
  /** Grows with each change, so that the cache knows whether it is behind. */
  generation = 0

  constructor(private readonly needs: JournalIndexNeeds) {
    const { files, root, now, needsRepair, kinds = allKinds } = needs
    this.records = kinds.filter(isRecordKind).map(
      (kind) =>
        new IndexedRecords(kind, {
          files,
          root,
          now,
          changed: (before, after) => {
            this.replace(before ? [before] : [], after ? [after] : [])
            this.changes.record(before, after)
          },
          needsRepair: (id) => needsRepair({ kind: kind.name, id }),
          filesChanged: (id) => this.states.changed(kind.name, id),
        }),
    )
    this.logs = kinds.filter(isDayLogKind).map(
      (kind) =>
        new IndexedDayLogs(kind, {
          files,
          root,
          now,
          changed: (day, before, after) => {
            this.replace(before, after)
            this.changes.log(kind.name, day, after)
          },
          needsRepair: (day) => needsRepair({ kind: kind.name, day }),
          fileChanged: (day) => this.states.changed(kind.name, day),
        }),
    )
  }

  /** Files that a sync program has, and that are not on this computer yet. */
  get elsewhere(): number {
    return [...this.records, ...this.logs].reduce((sum, part) => sum + part.elsewhere, 0)
  }

  recordsOf(kind: string): IndexedRecords | undefined {
    return this.records.find((part) => part.kind.name === kind)
  }

  logsOf(kind: string): IndexedDayLogs | undefined {
    return this.logs.find((part) => part.kind.name === kind)
  }

  repaired(place: Place, found: StoredRecord | StoredLog | null): void {
    if ('id' in place) this.recordsOf(place.kind)?.repaired(place.id, found && 'id' in found ? found : null)
    else if (found && 'day' in found) this.logsOf(place.kind)?.repaired(place.day, found)
  }

  /**
   * Looks at every file there is, and forgets what is not there any more; a step for each file, so that its caller can let other work in between.
   * Throws what the disk says, and `ENOENT` for a journal that is gone: nothing is forgotten then.
   */
  *lookAtAll(): Generator<LookProgress> {
    this.present()
    const records = this.records.map((part) => ({ part, names: gathered(part.names()) }))
    const logs = this.logs.map((part) => ({ part, names: gathered(part.names()) }))
    const total = [...records, ...logs].reduce((sum, { names }) => sum + names.size, 0)
    let done = 0
    for (const { part, names } of records)
      for (const [id, files] of names) {
        part.visit(id, files)
        yield { done: ++done, total }
      }
    for (const { part, names } of logs)
      for (const [day, copies] of names) {
        part.visit(day, copies)
        yield { done: ++done, total }
      }
    // A disk that went away meanwhile has no files either.
    this.present()
    for (const { part, names } of records) for (const id of [...part.ids()]) if (!names.has(id)) part.revisit(id)
    for (const { part, names } of logs) for (const day of [...part.days()]) if (!names.has(day)) part.look(day)
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

function gathered<V>(years: Iterable<ReadonlyMap<string | Day, V>>): ReadonlyMap<string, V> {
  return new Map([...years].flatMap((year) => [...year]))
}
