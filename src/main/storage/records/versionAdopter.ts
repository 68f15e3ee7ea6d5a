/** Makes another version of a record its next revision, or a record of its own. What was there stays on the disk. Runs under the record's id in the journal's queue. */
import { dirname } from 'node:path'
import { Low } from 'lowdb'
import { Failure } from '#shared/domain/failure'
import type { StoredRecord } from '#shared/domain/record'
import { digestOf } from '../../disk/fileFingerprint'
import { syncFolder } from '../../disk/syncFolder'
import { DurableAdapter } from '../format/DurableAdapter'
import { derivedId } from '../format/derivedId'
import { maxDocumentBytes } from '../format/fileFormat'
import type { KnownFiles } from './knownFiles'
import { contentHash, heldBy, relationOf, sameContent, united } from './lineage'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import type { RecordFinder } from './recordFinder'
import type { RecordSaver } from './recordSaver'
import { stillThere } from './stillThere'
import type { Trash } from './trash'

export class VersionAdopter<T extends StoredRecord> {
  constructor(
    private readonly context: RecordContext<T>,
    private readonly memory: KnownFiles<T>,
    private readonly finder: RecordFinder<T>,
    private readonly saver: RecordSaver<T>,
    private readonly trash: Trash<T>,
  ) {}

  /** Ours is kept first; then the content of `other` is the next revision. A save refuses another base than what is there. */
  async take(ours: ReadableRecord<T>, other: T, base: number): Promise<T> {
    const { folder, versions, clock, kind } = this.context
    if (sameContent(kind, ours.record, other)) return await this.settled(ours)
    const now = clock.now()
    const { bytes } = await folder.disk.files.read(ours.path, maxDocumentBytes)
    if (digestOf(bytes) !== ours.seen.digest) throw new Failure('conflict', 'changed meanwhile')
    await versions.keep(other.id, ours.record.revision, bytes, now.at)
    const next: T = { ...other, updated: now, revision: base + 1 }
    await this.saver.save(next, base, heldBy(kind, other))
    return next
  }

  /** Ours holds the saves of a copy from here on: the choice between them was made, and wherever its file turns up again it is known. Words, revision and times stay. */
  async hold(ours: ReadableRecord<T>, copy: T): Promise<void> {
    const { folder, kind, device, lastStates } = this.context
    if (relationOf(kind, ours.record, copy) !== 'apart') return
    const saves = united(heldBy(kind, ours.record), heldBy(kind, copy))
    const next: T = { ...ours.record, saves, hash: contentHash(kind, ours.record) }
    const adapter = new DurableAdapter(folder.disk, ours.path, kind.format, () => stillThere(folder.disk, ours))
    await new Low(adapter, next).write()
    if (adapter.seen) this.memory.wrote(next, ours.path, adapter.seen, null)
    if (device !== null) lastStates?.saved(kind, next)
  }

  /** A record of its own. Its id follows from what it says, so that it is made once, however often and on whatever device. */
  async part({ record, seen }: Pick<ReadableRecord<T>, 'record' | 'seen'>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const id = derivedId(record.id, seen.digest, attempt)
      const made = await this.context.queue.run(id, () => this.made({ ...record, id, revision: 1 }))
      if (made) return made
    }
  }

  /** Undefined when the id has become something else: written on since, or thrown away. */
  private async made(record: T): Promise<T | undefined> {
    const found = await this.finder.find(record.id)
    if (found && !sameContent(this.context.kind, found.record, record)) return undefined
    if (!found && (await this.trash.has(record.id))) return undefined
    if (found) return await this.settled(found)
    await this.saver.save(record, 0)
    return record
  }

  /** An attempt that failed can have put it there; whether the disk keeps it is not sure before this. */
  private async settled(found: ReadableRecord<T>): Promise<T> {
    await syncFolder(this.context.folder.disk, dirname(found.path))
    this.memory.confirmed(found)
    return this.memory.shown(found)
  }
}
