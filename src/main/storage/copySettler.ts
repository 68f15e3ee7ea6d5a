/**
 * Does what a person chose for a copy beside an entry. Each step leaves both versions on the disk, and the copy's file goes last: what a crash
 * interrupts can be done again. Runs under the entry's id in the journal's queue.
 */

import { dirname } from 'node:path'
import type { Entry, EntryId } from '#shared/domain/entry'
import { Failure } from '#shared/domain/failure'
import type { Settling } from '../services/ports/entryStore'
import { derivedId } from './derivedId'
import type { EntryFinder } from './entryFinder'
import type { EntryMemory } from './entryMemory'
import type { EntrySaver } from './entrySaver'
import { maxDocumentBytes } from './format'
import { inspectFiles, type ReadableEntry, refuseUntouchable } from './inspectFiles'
import type { Journal } from './journal'
import { copyIdOf, putAway } from './meetCopies'
import { sameContent } from './sameContent'
import { digestOf } from './seen'
import { syncFolder } from './syncFolder'
import type { Trash } from './trash'

export class CopySettler {
  constructor(
    private readonly journal: Journal,
    private readonly memory: EntryMemory,
    private readonly finder: EntryFinder,
    private readonly saver: EntrySaver,
    private readonly trash: Trash,
  ) {}

  async settle(id: EntryId, { copy: wanted, base, choice }: Settling): Promise<Entry[]> {
    const { folder, lock } = this.journal
    await lock.hold()
    // Looked at without mending: a choice that is repeated has to find what the first attempt left.
    const findings = await inspectFiles(folder.disk, await this.finder.filesOf(id))
    const ours = findings.best
    if (!ours || findings.newer.length > 0) refuseUntouchable(findings)
    const copy = findings.copies.find((one) => copyIdOf(folder, one) === wanted)
    if (!ours || !copy) throw new Failure('not-found', 'no such copy')
    const changed = choice === 'keep' ? [] : [await (choice === 'take' ? this.take(ours, copy, base) : this.part(copy))]
    await putAway(this.journal, copy)
    return changed
  }

  /** Ours is kept first; then the copy's content is the next revision. A save refuses another base than what is there. */
  private async take(ours: ReadableEntry, { entry: theirs }: ReadableEntry, base: number): Promise<Entry> {
    const { folder, versions, clock } = this.journal
    if (sameContent(ours.entry, theirs)) return await this.settled(ours)
    const now = clock.now()
    const { bytes } = await folder.disk.files.read(ours.path, maxDocumentBytes)
    if (digestOf(bytes) !== ours.seen.digest) throw new Failure('conflict', 'changed meanwhile')
    await versions.keep(theirs.id, ours.entry.revision, bytes, now.at)
    const next: Entry = { ...theirs, updated: now, revision: base + 1 }
    await this.saver.save(next, base)
    return next
  }

  /** An entry of its own. Its id follows from what it says, so that it is made once, however often and on whatever device. */
  private async part({ entry, seen }: ReadableEntry): Promise<Entry> {
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
