/** The records of an open journal that share a file for their day, those of one kind. Each day's file is read anew for each change: other devices write there too. */
import { isDeepStrictEqual } from 'node:util'
import type { Day, Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { LoggedRecord, RecordId, StoredLog } from '#shared/domain/record'
import { answered, failureOf } from '../../disk/failureOf'
import type { DayLogStore } from '../../services/ports/dayLogStore'
import type { ExportedLog } from '../../services/ports/exportSource'
import { DocumentFile } from '../format/documentFile'
import type { DayLogKind } from '../kinds/recordKind'
import { liesAt } from '../records/liesAt'
import type { JournalContext } from '../safekeeping/journalContext'
import type { KeptKey, KeptState, KeptStates } from '../safekeeping/keptStates'
import { served } from '../safekeeping/served'
import { staysDamaged } from '../safekeeping/staysDamaged'
import { bringBackLog } from './bringBackLog'
import { CountedLogs } from './countedLogs'
import { agesOf, allDayLogFiles, dayLogFilesOf, dayLogFolder, dayLogPath } from './dayLogFiles'
import { DayLogInbox } from './dayLogInbox'
import { joinInto, mergeCopies } from './mergeCopies'

/** More than once in a row another program hardly comes between. */
const attempts = 3

interface TrashedInDay {
  readonly name: string
  readonly id: RecordId
  readonly day: Day
  readonly trashedAt: Instant
}

export class DayLogRepository<L extends StoredLog, R extends LoggedRecord> implements DayLogStore<L, R> {
  private readonly inbox: DayLogInbox<R>
  private readonly counts: CountedLogs<L>

  constructor(
    private readonly journal: JournalContext,
    private readonly of: DayLogKind<L, R>,
  ) {
    this.counts = new CountedLogs(journal, of)
    this.inbox = new DayLogInbox(journal, of, (day, records) => this.put(day, records))
  }

  get kind(): string {
    return this.of.name
  }

  async ofDay(day: Day): Promise<readonly R[]> {
    return this.of.recordsOf(await this.lookAt(day)).toSorted(this.of.compare)
  }

  lookAt(day: Day): Promise<L> {
    return this.alone(day, async () => (await this.merged(day, await this.copiesOf(day))).value)
  }

  /** Looks whether the disk still has what this device saved last; resolves with the days that changed. Never throws. */
  async lookAtLastStates(states: KeptStates, only?: ReadonlySet<KeptKey>): Promise<Day[]> {
    const changed: Day[] = []
    const { journal, of } = this
    const look = async (kept: KeptState<L>) => {
      const { day } = kept.state
      const outcome = await this.alone(day, async () =>
        bringBackLog(journal, of, await this.merged(day, await this.copiesOf(day)), kept.state),
      ).catch(() => 'kept' as const)
      if (outcome === 'passed') await states.forget(of, kept)
      if (outcome === 'brought back') changed.push(day)
    }
    try {
      for await (const one of states.each(of, only)) {
        if (await liesAt(journal.folder.disk, dayLogPath(journal.folder, of, one.key), one.bytes)) continue
        for (const kept of one.state()) await look(kept)
      }
    } catch {
      // What is kept can't be listed now.
    }
    return changed
  }

  /** Of what was set aside and is whole by now: whether it brought anything into its day. Throws when the day can't be written. */
  offerBack(aside: L): Promise<'offered' | 'known'> {
    return this.alone(aside.day, async () => {
      const document = await this.merged(aside.day, await this.copiesOf(aside.day))
      return (await joinInto(this.journal, this.of, document, aside)) ? 'offered' : 'known'
    })
  }

  async part(day: Day, ids: ReadonlySet<RecordId>): Promise<ExportedLog | null> {
    const { of } = this
    const records = (await this.ofDay(day)).filter(({ id, trashed }) => trashed === null && ids.has(id))
    // A part of the day has no revision of its own.
    return records.length === 0 ? null : { kind: of.name, name: of.folder, log: of.withRecords(of.empty(day), records) }
  }

  async *all(): AsyncGenerator<L> {
    for (const { day, own, copies } of await answered(() => allDayLogFiles(this.journal.folder, this.of))) {
      const found = (await this.alone(day, () => this.merged(day, copies))).value
      // A copy that holds no records makes no day.
      if (own || this.of.recordsOf(found).length > 0) yield found
    }
  }

  async add(record: R): Promise<void> {
    await this.put(record.day, [record])
  }

  /** False when all of them are there already. */
  private put(day: Day, added: readonly R[]): Promise<boolean> {
    return this.replace(day, (records) => {
      const known = new Set(records.map(({ id }) => id))
      const unknown = added.filter(({ id }) => !known.has(id))
      return unknown.length === 0 ? records : [...records, ...unknown]
    })
  }

  async change(day: Day, id: RecordId, step: (record: R) => R): Promise<void> {
    await this.replace(day, (records) => {
      if (!records.some((record) => record.id === id)) throw noRecord()
      return records.map((record) => (record.id === id ? step(record) : record))
    })
  }

  /** Three steps, each of which may be the last before a crash: `tidy` goes on from there. */
  move(day: Day, id: RecordId, to: Day): Promise<void> {
    return this.outOfInbox(day, id, async () => {
      await this.change(day, id, (record) => ({ ...record, movingTo: to }))
      await this.arrive(day, id)
    })
  }

  async tidy(days: readonly Day[]): Promise<readonly Day[]> {
    const changed = new Set<Day>()
    const trashed: TrashedInDay[] = []
    for (const day of days) {
      const records = await this.ofDay(day)
      if (records.length === 0 || (await this.isNewer(day))) continue
      for (const { id, movingTo, trashed: trashedAt } of records) {
        if (movingTo !== undefined) {
          const arrives = this.outOfInbox(day, id, () => this.arrive(day, id))
          // One that can't arrive now is still where it was, and keeps no other from being tidied.
          if (
            await arrives.then(
              () => true,
              () => false,
            )
          )
            changed.add(day).add(movingTo)
        } else if (trashedAt !== null) trashed.push({ name: id, id, day, trashedAt })
      }
    }
    for (const { day, id } of await served(this.journal, this.of.name, agesOf(this.of), trashed)) {
      await this.erase(day, id)
      changed.add(day)
    }
    return [...changed]
  }

  /** Whether a newer app wrote the day: nothing can leave it here. */
  private isNewer(day: Day): Promise<boolean> {
    return this.alone(day, async () => (await this.open(day)).isNewer)
  }

  private async arrive(day: Day, id: RecordId): Promise<void> {
    const record = (await this.ofDay(day)).find((one) => one.id === id)
    if (record?.movingTo === undefined) return
    const { movingTo, ...others } = record
    // Whole without the field that may be absent.
    const rest = others as unknown as R
    // As nothing here writes it: it has arrived, and taking it from where it came from would lose it.
    if (movingTo === day) return this.change(day, id, () => rest)
    await this.join(movingTo, { ...rest, day: movingTo })
    // Other words that came under its id meanwhile did not go along: they stay, to be moved the next time.
    await this.replace(day, (records) => without(records, (one) => isDeepStrictEqual(one, record)))
  }

  /** Under its id other words may lie there already, moved by another device: both stay, as where two files of a day are merged. */
  private async join(day: Day, record: R): Promise<void> {
    const { of } = this
    const logOf = (records: readonly R[]) => of.withRecords(of.empty(day), records)
    await this.replace(day, (records) => {
      const joined = of.recordsOf(of.merge(logOf(records), logOf([record])))
      return isDeepStrictEqual(joined, records) ? records : [...joined]
    })
  }

  erase(day: Day, id: RecordId): Promise<void> {
    return this.outOfInbox(day, id, () => this.remove(day, id))
  }

  private async remove(day: Day, id: RecordId): Promise<void> {
    await this.replace(day, (records) => {
      const left = records.filter((record) => record.id !== id)
      if (left.length === records.length) throw noRecord()
      return left
    })
  }

  mergeInbox(): Promise<readonly Day[]> {
    return this.inbox.merge()
  }

  private outOfInbox(day: Day, id: RecordId, leave: () => Promise<void>): Promise<void> {
    const check = async () => {
      if (!(await this.ofDay(day)).some((record) => record.id === id)) throw noRecord()
    }
    return this.inbox.leaving(id, check, leave)
  }

  /** Whether `step` changed anything. */
  private replace(day: Day, step: (records: readonly R[]) => readonly R[]): Promise<boolean> {
    return this.alone(day, async () => {
      for (let left = attempts; ; left--) {
        try {
          return await this.replaced(day, step)
        } catch (error) {
          // Another program wrote the day between our look and our write: its records are among those of the next look.
          if (failureOf(error).code !== 'conflict' || left === 1) throw error
        }
      }
    })
  }

  private async replaced(day: Day, step: (records: readonly R[]) => readonly R[]): Promise<boolean> {
    const document = await this.open(day)
    const before = document.value
    const records = this.of.recordsOf(before)
    const next = step(records)
    if (next === records) return false
    const changed = { ...this.of.withRecords(before, next), revision: before.revision + 1 }
    const counted = await this.counts.counted(before, changed)
    await document.save(counted)
    this.counts.saved(counted)
    return true
  }

  /** The day as it is on the disk, with what copies beside its file bring. */
  private async merged(day: Day, copies: readonly string[]): Promise<DocumentFile<L>> {
    const document = await this.open(day)
    await mergeCopies(this.journal, this.of, document, copies)
    return document
  }

  private async copiesOf(day: Day): Promise<readonly string[]> {
    const files = await dayLogFilesOf(this.journal.folder, this.of, day.slice(0, 4))
    return files.find((file) => file.day === day)?.copies ?? []
  }

  private alone<T>(day: Day, task: () => Promise<T>): Promise<T> {
    return this.journal.queue.run(`${this.of.folder} ${day}`, () => answered(task))
  }

  private async open(day: Day): Promise<DocumentFile<L>> {
    const { folder, lock, quarantine, notices, clock, steadyFor } = this.journal
    const path = dayLogPath(folder, this.of, day)
    const document = await DocumentFile.open({
      disk: folder.disk,
      path,
      format: this.of.format,
      defaults: this.of.empty(day),
      prepare: async () => {
        await lock.hold()
        await folder.inside(dayLogFolder(this.of, day), async () => undefined)
      },
      staysDamaged: () => staysDamaged(folder.disk, path, this.of.format, steadyFor),
      setAside: () => quarantine.take(path, clock.instant()),
      // It is not replaced: what it holds is not in hand.
      keep: () => Promise.reject(new Failure('conflict', 'another program wrote the day')),
      raise: (kind) =>
        notices.raise({ kind, file: folder.nameOf(path), day, restored: false, recordKind: this.of.name }),
    })
    if (document.isThere) notices.wasRead(folder.nameOf(path))
    return document
  }
}

/** The same list where none is left out. */
function without<R>(records: readonly R[], isLeftOut: (record: R) => boolean): readonly R[] {
  return records.some(isLeftOut) ? records.filter((record) => !isLeftOut(record)) : records
}

function noRecord(): Failure {
  return new Failure('not-found', 'no such record')
}
