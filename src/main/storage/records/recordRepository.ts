/** The records of one kind in an open journal, one file each. */
import { Low } from 'lowdb'
import type { Notice } from '#shared/contract/health'
import { addDays, type Day, type Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { mapConcurrent } from '../../async/mapConcurrent'
import { answered } from '../../disk/failureOf'
import type { HistoryStore } from '../../services/ports/historyStore'
import type { RecordCopies, RecordStore, Resolution, TrashedRecord } from '../../services/ports/recordStore'
import { DurableAdapter } from '../format/DurableAdapter'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalContext } from '../safekeeping/journalContext'
import type { KeptKey, KeptStates } from '../safekeeping/keptStates'
import type { Lying } from './bringBackState'
import { archiveCopy, copyIdOf, copyNotice } from './conflictedCopies'
import { ConflictResolver } from './conflictResolver'
import { setAsideDamagedCopies } from './damagedCopies'
import { KnownFiles } from './knownFiles'
import { loadRecord, type ReadableRecord } from './loadRecord'
import { lookAtLastStates } from './lookAtLastStates'
import { type Offered, offerBack } from './offerBack'
import { type RecordContext, recordContext } from './recordContext'
import { groupedById, type RecordFile } from './recordFiles'
import { RecordFinder } from './recordFinder'
import { RecordSaver } from './recordSaver'
import { repair } from './repair'
import { Trash } from './trash'
import { trashFiles } from './trashFiles'
import { VersionAdopter } from './versionAdopter'
import { VersionHistory } from './versionHistory'

const readsAtOnce = 8

export class RecordRepository<T extends StoredRecord> implements RecordStore<T> {
  readonly history: HistoryStore<T>
  private readonly context: RecordContext<T>
  private readonly memory: KnownFiles<T>
  private readonly trashBin: Trash<T>
  private readonly finder: RecordFinder<T>
  private readonly saver: RecordSaver<T>
  private readonly resolver: ConflictResolver<T>

  constructor(journal: JournalContext, kind: RecordKind<T>) {
    this.context = recordContext(journal, kind)
    this.memory = new KnownFiles(kind)
    this.trashBin = new Trash(this.context)
    this.finder = new RecordFinder(this.context, this.memory)
    this.saver = new RecordSaver(this.context, this.memory, this.finder, this.trashBin)
    const { context, memory, finder, saver, trashBin: trash } = this
    const adopter = new VersionAdopter(context, memory, finder, saver, trash)
    this.resolver = new ConflictResolver(context, adopter)
    this.history = new VersionHistory(context, { memory, finder, saver, trash, adopter })
  }

  dayOf(record: T): Day {
    return this.context.kind.dayOf(record)
  }

  ofDay(day: Day): Promise<T[]> {
    return answered(async () => (await this.between(day, day)).reverse())
  }

  before(day: Day, days: number): Promise<T[]> {
    return answered(() => this.between(addDays(day, -days), addDays(day, -1)))
  }

  async *all(): AsyncGenerator<T> {
    const groups = await answered(async () => groupedById(await this.context.files.all()))
    const yielded = new Map<RecordId, string>()
    for await (const found of mapConcurrent(groups, readsAtOnce, ([id, files]) => this.present(id, files))) {
      const shown = found && (await this.single(found, yielded.get(found.record.id)))
      if (!shown) continue
      yielded.set(shown.record.id, shown.path)
      this.memory.locate(shown)
      yield this.memory.shown(shown)
    }
  }

  lookAt(id: RecordId): Promise<T | null> {
    return answered(async () => {
      const found = await this.present(id, await this.context.files.of(id))
      if (!found) return null
      this.memory.locate(found)
      return this.memory.shown(found)
    })
  }

  read(id: RecordId, day?: Day | null): Promise<T> {
    return this.alone(id, async () => this.known(await this.finder.find(id, day)))
  }

  copiesOf(id: RecordId): Promise<RecordCopies<T>> {
    return this.alone(id, async () => {
      const { found, copies } = await this.finder.searchAll(id)
      const waiting = copies.map((copy) => ({ copy: copyIdOf(this.context.folder, copy), record: copy.record }))
      return { record: await this.known(found), copies: waiting }
    })
  }

  copiesBeside(ids: readonly RecordId[]): Promise<readonly Notice[]> {
    return answered(async () => {
      const { context } = this
      const groups = await groupedById(await context.files.all())
      const notices: Notice[] = []
      for (const id of new Set(ids)) {
        const files = groups.get(id) ?? []
        if (files.length < 2) continue
        const { found, copies } = await this.alone(id, () => repair(context, id, files))
        if (found) notices.push(...copies.map((copy) => copyNotice(context, found, copy)))
      }
      return notices
    })
  }

  resolveConflict(id: RecordId, resolution: Resolution): Promise<readonly T[]> {
    return this.alone(id, () => this.resolver.resolve(id, resolution))
  }

  setAsideDamagedCopies(id: RecordId): Promise<void> {
    return this.alone(id, () => setAsideDamagedCopies(this.context, id))
  }

  save(record: T, base: number): Promise<void> {
    return this.alone(record.id, () => this.saver.save(record, base))
  }

  trash(id: RecordId): Promise<void> {
    return this.alone(id, async () => {
      await this.context.lock.hold()
      // Among all names: another file with this id, left behind, would else be the record again.
      const { found, copies } = await this.finder.searchAll(id)
      for (const copy of copies) await archiveCopy(this.context, copy)
      if (found) await this.trashBin.take(found)
      else if (!(await this.trashBin.has(id))) throw new Failure('not-found', 'no such record')
      this.memory.forget(id)
    })
  }

  restore(id: RecordId, at?: Instant): Promise<T> {
    return this.alone(id, async () => {
      await this.context.lock.hold()
      const back = (await this.trashBin.giveBack(id, at)) ?? (await this.finder.find(id))
      if (!back) throw new Failure('not-found', 'not in the trash')
      await this.trashBin.syncMoves(this.context.kind.dayOf(back.record))
      this.memory.readFrom(back)
      return back.record
    })
  }

  trashed(): Promise<TrashedRecord<T>[]> {
    return answered(() => this.trashBin.list())
  }

  erase(id: RecordId, at?: Instant): Promise<void> {
    return this.alone(id, async () => {
      await this.context.lock.hold()
      await this.trashBin.erase(id, at)
    })
  }

  /** Looks whether the disk still has what this device saved last; resolves with what was brought back. Never throws. */
  lookAtLastStates(states: KeptStates, only?: ReadonlySet<KeptKey>): Promise<T[]> {
    const { context, memory } = this
    return lookAtLastStates({ context, memory, states, lying: () => this.lying() }, only)
  }

  /** Of what was set aside and is whole by now: whether it is to be seen again. */
  async offerBack(aside: ReadableRecord<T>, bytes: Uint8Array): Promise<Offered> {
    const lying = await this.lying()
    const { id } = aside.record
    return await this.alone(id, () => offerBack(this.context, aside, bytes, lying(id)))
  }

  private async lying(): Promise<(id: RecordId) => Lying> {
    const { files, folder, kind } = this.context
    const live = await groupedById(await files.all())
    const trashed = await groupedById<RecordFile>(await trashFiles(folder, kind))
    return (id) => ({ live: live.get(id) ?? [], trashed: trashed.get(id) ?? [] })
  }

  onNotice(listener: (notice: Notice) => void, over?: (matter: Pick<Notice, 'kind' | 'file'>) => void): () => void {
    return this.context.notices.on(listener, over)
  }

  private alone<T>(id: RecordId, task: () => Promise<T>): Promise<T> {
    return this.context.queue.run(id, () => answered(task))
  }

  /** Newest day first, within a day the latest begun first. */
  private async between(first: Day, last: Day): Promise<T[]> {
    const { files: places, kind } = this.context
    const records: T[] = []
    for (let year = Number(last.slice(0, 4)); year >= Number(first.slice(0, 4)); year--) {
      const files = await places.ofYear(String(year).padStart(4, '0'))
      const ids = new Set(files.flatMap(({ day, id }) => (day !== null && day >= first && day <= last ? [id] : [])))
      const asked = await groupedById(files.filter(({ id }) => ids.has(id)))
      for await (const found of mapConcurrent(asked, readsAtOnce, ([id, files]) => this.present(id, files))) {
        if (!found) continue
        this.memory.readFrom(found)
        // The name was only a hint: a record that says another day inside is shown on that day.
        const day = kind.dayOf(found.record)
        if (day >= first && day <= last) records.push(this.memory.shown(found))
      }
    }
    return records.sort((a, b) => newestFirst(kind, a, b))
  }

  /** One record from the files that bear its id; never throws, tells what is wrong by notices. */
  private async present(id: RecordId, files: readonly RecordFile[]): Promise<ReadableRecord<T> | undefined> {
    const [only] = files
    if (files.length === 1 && only?.ours) {
      const loaded = await loadRecord(this.context.folder.disk, this.context.kind, only.path)
      if (loaded.kind === 'record') {
        this.context.notices.wasRead(this.context.folder.nameOf(only.path))
        return loaded
      }
    }
    return await this.context.queue
      .run(id, async () => (await this.among(id, files)) ?? (await this.moved(id)))
      .catch(() => undefined)
  }

  /** A copy takes the record's place only when the record's own file is nowhere in the journal, not on another day either. */
  private async among(id: RecordId, files: readonly RecordFile[]): Promise<ReadableRecord<T> | undefined> {
    const near = files.some(({ ours }) => ours) ? await repair(this.context, id, files) : undefined
    if (near && !near.findings.standsIn) return near.found
    return (await repair(this.context, id, await this.context.files.of(id))).found
  }

  /** A save of this moment may have given it another day since the names were read. */
  private async moved(id: RecordId): Promise<ReadableRecord<T> | undefined> {
    const file = this.memory.fileOf(id)
    const loaded = file && (await loadRecord(this.context.folder.disk, this.context.kind, file.path))
    return loaded?.kind === 'record' ? loaded : undefined
  }

  /** Two files with different names can hold one record, e.g. a renamed copy. Undefined when the one shown before stays. */
  private async single(found: ReadableRecord<T>, before: string | undefined): Promise<ReadableRecord<T> | undefined> {
    if (before === undefined || before === found.path) return found
    const { id } = found.record
    const day = this.context.kind.dayOf(found.record)
    const files = [before, found.path].map((path) => ({ path, day, id, ours: true }))
    const { found: best } = await this.context.queue.run(id, () => repair(this.context, id, files))
    return best?.path === before ? undefined : best
  }

  /** For who goes on from it: remembered as the base of the next save. */
  private async known(found: ReadableRecord<T> | undefined): Promise<T> {
    if (!found) throw new Failure('not-found', 'no such record')
    if (this.memory.isFork(found)) return await this.adopted(found)
    this.memory.readFrom(found)
    return this.memory.shown(found)
  }

  /** Another program changed the record without a new revision: it gets one, so that a page that shows the old text conflicts with it. */
  private async adopted(found: ReadableRecord<T>): Promise<T> {
    const { folder, lock, kind } = this.context
    const next: T = { ...found.record, revision: found.record.revision + 1 }
    const adapter = new DurableAdapter(folder.disk, found.path, kind.format)
    try {
      await lock.hold()
      await new Low(adapter, next).write()
    } catch {
      // Not adopted: a save still finds content that it does not know, and conflicts.
      return found.record
    }
    if (adapter.seen) this.memory.wrote(next, found.path, adapter.seen, null)
    return next
  }
}

function newestFirst<T extends StoredRecord>(kind: RecordKind<T>, a: T, b: T): number {
  const byDay = compare(kind.dayOf(b), kind.dayOf(a))
  return byDay || compare(b.created.at, a.created.at) || compare(b.id, a.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
