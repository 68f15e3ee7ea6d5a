/** Earlier states of records: listed, read, and brought back without taking the place of anything. */

import type { Version, VersionId } from '#shared/domain/entry/version'
import { Failure } from '#shared/domain/failure'
import { wordCount } from '#shared/domain/overview/wordCount'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { answered } from '../../disk/failureOf'
import type { HistoryStore, RecordHistory, Return } from '../../services/ports/historyStore'
import { staysDamaged } from '../safekeeping/staysDamaged'
import { giveUp } from './givenUp'
import type { KnownFiles } from './knownFiles'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import type { RecordFinder } from './recordFinder'
import type { RecordSaver } from './recordSaver'
import { keyOf } from './statePlace'
import type { Trash } from './trash'
import type { VersionAdopter } from './versionAdopter'
import { versionFilesOf } from './versionFiles'
import { VersionQuota } from './versionQuota'

export interface HistoryParts<T extends StoredRecord> {
  readonly memory: KnownFiles<T>
  readonly finder: RecordFinder<T>
  readonly saver: RecordSaver<T>
  readonly trash: Trash<T>
  readonly adopter: VersionAdopter<T>
}

export class VersionHistory<T extends StoredRecord> implements HistoryStore<T> {
  private readonly quota: VersionQuota

  constructor(
    private readonly context: RecordContext<T>,
    private readonly parts: HistoryParts<T>,
  ) {
    this.quota = new VersionQuota(context)
  }

  of(id: RecordId): Promise<RecordHistory<T>> {
    return this.alone(id, async () => {
      const { finder, trash, memory } = this.parts
      const found = await finder.find(id)
      const shown = found ?? (await trash.read(id))
      if (!shown) throw new Failure('not-found', 'no such record')
      if (found) memory.readFrom(found)
      return { record: memory.shown(shown), isInTrash: !found, versions: await this.versionsOf(id) }
    })
  }

  read(id: RecordId, version: VersionId): Promise<T> {
    return answered(async () => (await this.kept(id, version)).record)
  }

  bring(id: RecordId, { version, base, as }: Return): Promise<T> {
    return this.alone(id, async () => {
      const { finder, adopter } = this.parts
      await this.context.lock.hold()
      const kept = await this.kept(id, version)
      if (as === 'copy') return await adopter.part(kept)
      const ours = await finder.find(id)
      if (!ours) throw new Failure('not-found', 'no such record')
      return await adopter.take(ours, this.context.kind.revert(ours.record, kept.record), base)
    })
  }

  bringMissing(id: RecordId): Promise<T> {
    return this.alone(id, async () => {
      const { finder, trash, saver } = this.parts
      await this.context.lock.hold()
      if ((await finder.search(id)) || (await trash.has(id))) throw new Failure('conflict', 'the record is there')
      const last = await this.context.versions.newestReadable(id)
      if (!last) throw new Failure('not-found', 'no version of it can be read')
      await saver.save(last.record, last.record.revision - 1)
      return last.record
    })
  }

  setAside(id: RecordId, version: VersionId): Promise<void> {
    return this.alone(id, async () => {
      const { lock, quarantine, clock, versions, folder, kind: ofRecord, steadyFor } = this.context
      const name = `${version}.json`
      const { kind } = await versions.load(id, name)
      if (kind === 'missing') throw new Failure('not-found', 'no such version')
      if (kind !== 'damaged') return
      const path = versions.path(id, name)
      if (!(await staysDamaged(folder.disk, path, ofRecord.format, steadyFor))) return
      await lock.hold()
      // Another device that has seen it is not to miss it.
      await giveUp(folder, keyOf({ kind: ofRecord.name, of: id }), {})
      await quarantine.take(path, clock.instant())
    })
  }

  taken(): Promise<number> {
    return answered(() => this.quota.taken())
  }

  keepWithin(limit: number): Promise<number> {
    return answered(() => this.quota.keepWithin(limit))
  }

  private async versionsOf(id: RecordId): Promise<Version[]> {
    const { earlier, copies } = await versionFilesOf(this.context.folder, this.context.kind, id)
    const versions: Version[] = []
    for (const { name, isCopy } of [...earlier, ...copies]) {
      const loaded = await this.context.versions.load(id, name)
      // A list that is silently shorter would say that the state is gone.
      if (loaded.kind === 'unreachable') throw loaded.failure
      if (loaded.kind !== 'record' || loaded.record.id !== id) continue
      const { revision, updated } = loaded.record
      const words = this.wordsIn(loaded.record)
      versions.push({ id: name.replace(/\.json$/, ''), revision, updated, words, isCopy })
    }
    return versions
  }

  private async kept(id: RecordId, version: VersionId): Promise<ReadableRecord<T>> {
    const loaded = await this.context.versions.load(id, `${version}.json`)
    if (loaded.kind === 'record' && loaded.record.id === id) return loaded
    if (loaded.kind === 'unreachable') throw loaded.failure
    if (loaded.kind === 'missing') throw new Failure('not-found', 'no such version')
    throw new Failure(loaded.kind === 'newer' ? 'newer-schema' : 'unreadable', 'the version can not be read')
  }

  private wordsIn(record: T): number {
    const { row, sections } = this.context.kind.describe(record)
    return sections.reduce((sum, { text }) => sum + wordCount(text), wordCount(row.title))
  }

  private alone<T>(id: RecordId, task: () => Promise<T>): Promise<T> {
    return this.context.queue.run(id, () => answered(task))
  }
}
