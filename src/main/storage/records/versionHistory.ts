/** Earlier states of entries: listed, read, and brought back without taking the place of anything. */
import type { EntryHistory } from '#shared/contract/history'
import { type Entry, type EntryId, entryWords } from '#shared/domain/entry/entry'
import type { Version, VersionId } from '#shared/domain/entry/version'
import { Failure } from '#shared/domain/failure'
import { wordCount } from '#shared/domain/overview/wordCount'
import { answered } from '../../disk/failureOf'
import type { HistoryStore, Return } from '../../services/ports/historyStore'
import { folderNames } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import type { ReadableEntry } from './classifyFiles'
import type { EntryFinder } from './entryFinder'
import type { EntrySaver } from './entrySaver'
import type { KnownFiles } from './knownFiles'
import { loadEntry } from './loadEntry'
import type { Trash } from './trash'
import type { VersionAdopter } from './versionAdopter'
import { versionFilesOf } from './versionFiles'
import { VersionQuota } from './versionQuota'

export interface HistoryParts {
  readonly memory: KnownFiles
  readonly finder: EntryFinder
  readonly saver: EntrySaver
  readonly trash: Trash
  readonly taker: VersionAdopter
}

export class VersionHistory implements HistoryStore {
  private readonly room: VersionQuota

  constructor(
    private readonly journal: JournalContext,
    private readonly parts: HistoryParts,
  ) {
    this.room = new VersionQuota(journal)
  }

  of(id: EntryId): Promise<EntryHistory> {
    return this.alone(id, async () => {
      const { finder, trash, memory } = this.parts
      const found = await finder.find(id)
      const shown = found ?? (await trash.read(id))
      if (!shown) throw new Failure('not-found', 'no such entry')
      if (found) memory.readFrom(found)
      return { entry: memory.shown(shown), isInTrash: !found, versions: await this.versionsOf(id) }
    })
  }

  read(id: EntryId, version: VersionId): Promise<Entry> {
    return answered(async () => (await this.kept(id, version)).entry)
  }

  bring(id: EntryId, { version, base, as }: Return): Promise<Entry> {
    return this.alone(id, async () => {
      const { finder, taker } = this.parts
      await this.journal.lock.hold()
      const kept = await this.kept(id, version)
      if (as === 'copy') return await taker.part(kept)
      const ours = await finder.find(id)
      if (!ours) throw new Failure('not-found', 'no such entry')
      const { day, starred } = ours.entry
      return await taker.take(ours, { ...kept.entry, day, starred }, base)
    })
  }

  bringMissing(id: EntryId): Promise<Entry> {
    return this.alone(id, async () => {
      const { finder, trash, saver } = this.parts
      await this.journal.lock.hold()
      if ((await finder.search(id)) || (await trash.has(id))) throw new Failure('conflict', 'the entry is there')
      const last = await this.journal.versions.newestReadable(id)
      if (!last) throw new Failure('not-found', 'no version of it can be read')
      await saver.save(last.entry, last.entry.revision - 1)
      return last.entry
    })
  }

  setAside(id: EntryId, version: VersionId): Promise<void> {
    return this.alone(id, async () => {
      const { folder, lock, quarantine, clock } = this.journal
      const path = this.path(id, `${version}.json`)
      const { kind } = await loadEntry(folder.disk, path)
      if (kind === 'missing') throw new Failure('not-found', 'no such version')
      if (kind !== 'damaged') return
      await lock.hold()
      await quarantine.take(path, clock.instant())
    })
  }

  taken(): Promise<number> {
    return answered(() => this.room.taken())
  }

  keepWithin(limit: number): Promise<number> {
    return answered(() => this.room.keepWithin(limit))
  }

  private async versionsOf(id: EntryId): Promise<Version[]> {
    const { earlier, copies } = await versionFilesOf(this.journal.folder, id)
    const versions: Version[] = []
    for (const { name, isCopy } of [...earlier, ...copies]) {
      const loaded = await loadEntry(this.journal.folder.disk, this.path(id, name))
      // A list that is silently shorter would say that the state is gone.
      if (loaded.kind === 'unreachable') throw loaded.failure
      if (loaded.kind !== 'entry' || loaded.entry.id !== id) continue
      const { revision, updated } = loaded.entry
      const words = wordCount(entryWords(loaded.entry))
      versions.push({ id: name.replace(/\.json$/, ''), revision, updated, words, isCopy })
    }
    return versions
  }

  private async kept(id: EntryId, version: VersionId): Promise<ReadableEntry> {
    const loaded = await loadEntry(this.journal.folder.disk, this.path(id, `${version}.json`))
    if (loaded.kind === 'entry' && loaded.entry.id === id) return loaded
    if (loaded.kind === 'unreachable') throw loaded.failure
    if (loaded.kind === 'missing') throw new Failure('not-found', 'no such version')
    throw new Failure(loaded.kind === 'newer' ? 'newer-schema' : 'unreadable', 'the version can not be read')
  }

  private path(id: EntryId, name: string): string {
    return this.journal.folder.path(folderNames.versions, id, name)
  }

  private alone<T>(id: EntryId, task: () => Promise<T>): Promise<T> {
    return this.journal.queue.run(id, () => answered(task))
  }
}
