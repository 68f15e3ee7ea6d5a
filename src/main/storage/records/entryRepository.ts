/** The entries of an open journal, one file each. */
import { Low } from 'lowdb'
import { addDays, type Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { mapConcurrent as sideBySide } from '../../async/mapConcurrent'
import { answered } from '../../disk/failureOf'
import type { EntryCopies, EntryStore, Settling, StoreNotice, TrashedEntry } from '../../services/ports/entryStore'
import type { HistoryStore } from '../../services/ports/historyStore'
import { DurableAdapter } from '../format/DurableAdapter'
import type { JournalContext } from '../safekeeping/journalContext'
import type { ReadableEntry } from './classifyFiles'
import { archiveCopy, copyIdOf, copyNotice } from './conflictedCopies'
import { ConflictResolver } from './conflictResolver'
import { allEntryFiles, type EntryFile, entryFilesOf, groupedById } from './entryFiles'
import { EntryFinder } from './entryFinder'
import { entryFormat } from './entryFormat'
import { EntrySaver } from './entrySaver'
import { KnownFiles } from './knownFiles'
import { loadEntry } from './loadEntry'
import { repair } from './repair'
import { Trash } from './trash'
import { VersionAdopter } from './versionAdopter'
import { VersionHistory } from './versionHistory'

const readsAtOnce = 8

export class EntryRepository implements EntryStore {
  readonly trashBin: Trash
  readonly history: HistoryStore
  private readonly memory = new KnownFiles()
  private readonly finder: EntryFinder
  private readonly saver: EntrySaver
  private readonly settler: ConflictResolver

  constructor(private readonly journal: JournalContext) {
    this.trashBin = new Trash(journal)
    this.finder = new EntryFinder(journal, this.memory)
    this.saver = new EntrySaver(journal, this.memory, this.finder, this.trashBin)
    const taker = new VersionAdopter(journal, this.memory, this.finder, this.saver, this.trashBin)
    this.settler = new ConflictResolver(journal, this.finder, taker)
    const { memory, finder, saver, trashBin: trash } = this
    this.history = new VersionHistory(journal, { memory, finder, saver, trash, taker })
  }

  ofDay(day: Day): Promise<Entry[]> {
    return answered(async () => (await this.between(day, day)).reverse())
  }

  before(day: Day, days: number): Promise<Entry[]> {
    return answered(() => this.between(addDays(day, -days), addDays(day, -1)))
  }

  async *all(): AsyncGenerator<Entry> {
    const groups = await answered(async () => groupedById(await allEntryFiles(this.journal.folder)))
    const yielded = new Map<EntryId, string>()
    for await (const found of sideBySide(groups, readsAtOnce, ([id, files]) => this.present(id, files))) {
      const shown = found && (await this.single(found, yielded.get(found.entry.id)))
      if (!shown) continue
      yielded.set(shown.entry.id, shown.path)
      this.memory.locate(shown)
      yield this.memory.shown(shown)
    }
  }

  lookAt(id: EntryId): Promise<Entry | null> {
    return answered(async () => {
      const found = await this.present(id, await this.finder.filesOf(id))
      if (!found) return null
      this.memory.locate(found)
      return this.memory.shown(found)
    })
  }

  read(id: EntryId, day?: Day | null): Promise<Entry> {
    return this.alone(id, async () => this.known(await this.finder.find(id, day)))
  }

  copiesOf(id: EntryId): Promise<EntryCopies> {
    return this.alone(id, async () => {
      const { found, copies } = await this.finder.searchAll(id)
      const waiting = copies.map((copy) => ({ copy: copyIdOf(this.journal.folder, copy), entry: copy.entry }))
      return { entry: await this.known(found), copies: waiting }
    })
  }

  copiesBeside(ids: readonly EntryId[]): Promise<readonly StoreNotice[]> {
    return answered(async () => {
      const { journal } = this
      const groups = await groupedById(await allEntryFiles(journal.folder))
      const notices: StoreNotice[] = []
      for (const id of new Set(ids)) {
        const files = groups.get(id) ?? []
        if (files.length < 2) continue
        const { found, copies } = await this.alone(id, () => repair(journal, id, files))
        if (found) notices.push(...copies.map((copy) => copyNotice(journal.folder, found, copy)))
      }
      return notices
    })
  }

  settleCopy(id: EntryId, settling: Settling): Promise<readonly Entry[]> {
    return this.alone(id, () => this.settler.settle(id, settling))
  }

  save(entry: Entry, base: number): Promise<void> {
    return this.alone(entry.id, () => this.saver.save(entry, base))
  }

  trash(id: EntryId): Promise<void> {
    return this.alone(id, async () => {
      await this.journal.lock.hold()
      // Among all names: another file with this id, left behind, would else be the entry again.
      const { found, copies } = await this.finder.searchAll(id)
      for (const copy of copies) await archiveCopy(this.journal, copy)
      if (found) await this.trashBin.take(found)
      else if (!(await this.trashBin.has(id))) throw new Failure('not-found', 'no such entry')
      this.memory.forget(id)
    })
  }

  restore(id: EntryId): Promise<Entry> {
    return this.alone(id, async () => {
      await this.journal.lock.hold()
      const back = (await this.trashBin.giveBack(id)) ?? (await this.finder.find(id))
      if (!back) throw new Failure('not-found', 'not in the trash')
      await this.trashBin.settle(['entries', back.entry.day.slice(0, 4)])
      this.memory.readFrom(back)
      return back.entry
    })
  }

  trashed(): Promise<TrashedEntry[]> {
    return answered(() => this.trashBin.list())
  }

  erase(id: EntryId): Promise<void> {
    return this.alone(id, async () => {
      await this.journal.lock.hold()
      await this.trashBin.erase(id)
    })
  }

  onNotice(listener: (notice: StoreNotice) => void): () => void {
    return this.journal.notices.on(listener)
  }

  private alone<T>(id: EntryId, task: () => Promise<T>): Promise<T> {
    return this.journal.queue.run(id, () => answered(task))
  }

  /** Newest day first, within a day the latest begun first. */
  private async between(first: Day, last: Day): Promise<Entry[]> {
    const entries: Entry[] = []
    for (let year = Number(last.slice(0, 4)); year >= Number(first.slice(0, 4)); year--) {
      const files = await entryFilesOf(this.journal.folder, String(year).padStart(4, '0'))
      const ids = new Set(files.flatMap(({ day, id }) => (day >= first && day <= last ? [id] : [])))
      const asked = await groupedById(files.filter(({ id }) => ids.has(id)))
      for await (const found of sideBySide(asked, readsAtOnce, ([id, files]) => this.present(id, files))) {
        if (!found) continue
        this.memory.readFrom(found)
        // The name was only a hint: an entry that says another day inside is shown on that day.
        if (found.entry.day >= first && found.entry.day <= last) entries.push(this.memory.shown(found))
      }
    }
    return entries.sort(newestFirst)
  }

  /** One entry from the files that bear its id; never throws, tells what is wrong by notices. */
  private async present(id: EntryId, files: readonly EntryFile[]): Promise<ReadableEntry | undefined> {
    const [only] = files
    if (files.length === 1 && only?.ours) {
      const loaded = await loadEntry(this.journal.folder.disk, only.path)
      if (loaded.kind === 'entry') return loaded
    }
    return await this.journal.queue
      .run(id, async () => (await this.among(id, files)) ?? (await this.moved(id)))
      .catch(() => undefined)
  }

  /** A copy takes the entry's place only when the entry's own file is nowhere in the journal, not on another day either. */
  private async among(id: EntryId, files: readonly EntryFile[]): Promise<ReadableEntry | undefined> {
    const near = files.some(({ ours }) => ours) ? await repair(this.journal, id, files) : undefined
    if (near && !near.findings.standsIn) return near.found
    return (await repair(this.journal, id, await this.finder.filesOf(id))).found
  }

  /** A save of this moment may have given it another day since the names were read. */
  private async moved(id: EntryId): Promise<ReadableEntry | undefined> {
    const file = this.memory.fileOf(id)
    const loaded = file && (await loadEntry(this.journal.folder.disk, file.path))
    return loaded?.kind === 'entry' ? loaded : undefined
  }

  /** Two files with different names can hold one entry, e.g. a copy that somebody renamed. Undefined when the one shown before stays. */
  private async single(found: ReadableEntry, before: string | undefined): Promise<ReadableEntry | undefined> {
    if (before === undefined || before === found.path) return found
    const { id, day } = found.entry
    const files = [before, found.path].map((path) => ({ path, day, id, ours: true }))
    const { found: best } = await this.journal.queue.run(id, () => repair(this.journal, id, files))
    return best?.path === before ? undefined : best
  }

  /** For who goes on from it: remembered as the base of the next save. */
  private async known(found: ReadableEntry | undefined): Promise<Entry> {
    if (!found) throw new Failure('not-found', 'no such entry')
    if (this.memory.isFork(found)) return await this.adopted(found)
    this.memory.readFrom(found)
    return this.memory.shown(found)
  }

  /** Another program changed the entry without a new revision: it gets one, so that a page that shows the old text conflicts with it. */
  private async adopted(found: ReadableEntry): Promise<Entry> {
    const next: Entry = { ...found.entry, revision: found.entry.revision + 1 }
    const adapter = new DurableAdapter(this.journal.folder.disk, found.path, entryFormat)
    try {
      await this.journal.lock.hold()
      await new Low(adapter, next).write()
    } catch {
      // Not adopted: a save still finds content that it does not know, and conflicts.
      return found.entry
    }
    if (adapter.seen) this.memory.wrote(next, found.path, adapter.seen, null)
    return next
  }
}

function newestFirst(a: Entry, b: Entry): number {
  const byDay = compare(b.day, a.day)
  return byDay || compare(b.created.at, a.created.at) || compare(b.id, a.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
