/** Makes another version of an entry its next revision, or an entry of its own. What was there stays on the disk. Runs under the entry's id in the journal's queue. */
import { dirname } from 'node:path'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { digestOf } from '../../disk/fileFingerprint'
import { syncFolder } from '../../disk/syncFolder'
import { derivedId } from '../format/derivedId'
import { maxDocumentBytes } from '../format/fileFormat'
import type { JournalContext } from '../safekeeping/journalContext'
import type { ReadableEntry } from './classifyFiles'
import type { EntryFinder } from './entryFinder'
import type { EntrySaver } from './entrySaver'
import type { KnownFiles } from './knownFiles'
import { sameContent } from './sameContent'
import type { Trash } from './trash'

export class VersionAdopter {
  constructor(
    private readonly journal: JournalContext,
    private readonly memory: KnownFiles,
    private readonly finder: EntryFinder,
    private readonly saver: EntrySaver,
    private readonly trash: Trash,
  ) {}

  /** Ours is kept first; then the content of `other` is the next revision. A save refuses another base than what is there. */
  async take(ours: ReadableEntry, other: Entry, base: number): Promise<Entry> {
    const { folder, versions, clock } = this.journal
    if (sameContent(ours.entry, other)) return await this.settled(ours)
    const now = clock.now()
    const { bytes } = await folder.disk.files.read(ours.path, maxDocumentBytes)
    if (digestOf(bytes) !== ours.seen.digest) throw new Failure('conflict', 'changed meanwhile')
    await versions.keep(other.id, ours.entry.revision, bytes, now.at)
    const next: Entry = { ...other, updated: now, revision: base + 1 }
    await this.saver.save(next, base)
    return next
  }

  /** An entry of its own. Its id follows from what it says, so that it is made once, however often and on whatever device. */
  async part({ entry, seen }: Pick<ReadableEntry, 'entry' | 'seen'>): Promise<Entry> {
    for (let attempt = 0; ; attempt++) {
      const id = derivedId(entry.id, seen.digest, attempt)
      const made = await this.journal.queue.run(id, () => this.made({ ...entry, id, revision: 1 }))
      if (made) return made
    }
  }

  /** Undefined when the id has become something else: written on since, or thrown away. */
  private async made(entry: Entry): Promise<Entry | undefined> {
    const found = await this.finder.find(entry.id)
    if (found && !sameContent(found.entry, entry)) return undefined
    if (!found && (await this.trash.has(entry.id))) return undefined
    if (found) return await this.settled(found)
    await this.saver.save(entry, 0)
    return entry
  }

  /** An attempt that failed can have put it there; whether the disk keeps it is not sure before this. */
  private async settled(found: ReadableEntry): Promise<Entry> {
    await syncFolder(this.journal.folder.disk, dirname(found.path))
    this.memory.confirmed(found)
    return this.memory.shown(found)
  }
}
