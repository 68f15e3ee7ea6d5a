/** Records of one kind that were thrown away: kept for 30 days, whole, under a name that says when. All but `list` run under the record's id in the journal's queue. */
import type { Day, Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { errorCode } from '../../disk/files'
import { moveDurably } from '../../disk/moveDurably'
import { removeDurably } from '../../disk/removeDurably'
import { syncFolder } from '../../disk/syncFolder'
import type { TrashedRecord } from '../../services/ports/recordStore'
import { recordNameTells } from '../layout/recordName'
import { classifyFiles, refuseUntouchable } from './classifyFiles'
import { giveUp } from './givenUp'
import { allSaves, latestRevision, putAwayOf } from './heldSaves'
import { relationOf, united } from './lineage'
import { loadRecord, type ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import { groupedById, type RecordFile } from './recordFiles'
import { repair } from './repair'
import { keyOf, savesOfRevision } from './statePlace'
import { type TrashFile, trashFiles, trashPath } from './trashFiles'

function isOf(files: readonly TrashFile[], path: string, at: Instant | undefined): boolean {
  return at !== undefined && files.some((file) => file.path === path && file.trashedAt === at)
}

export class Trash<T extends StoredRecord> {
  constructor(private readonly context: RecordContext<T>) {}

  async take({ record, path }: ReadableRecord<T>): Promise<void> {
    const { folder, kind, clock } = this.context
    const place = trashPath(folder, kind, kind.dayOf(record), record.id, clock.instant())
    await folder.inside(kind.trash, () => moveDurably(folder.disk, path, place))
  }

  /** Back among the records; undefined when it is not here. `at`: which of several states that were thrown away apart. */
  async giveBack(id: RecordId, at?: Instant): Promise<ReadableRecord<T> | undefined> {
    const found = await this.read(id, at)
    if (!found) return undefined
    const { folder, files, kind } = this.context
    const path = files.path(found.record)
    await folder.inside(files.folderNames(kind.dayOf(found.record)), () => moveDurably(folder.disk, found.path, path))
    return { ...found, path }
  }

  /** Undefined when it is not here. */
  async read(id: RecordId, at?: Instant): Promise<ReadableRecord<T> | undefined> {
    const files = await this.filesOf(id)
    const found = await this.states(id, files)
    return found.find(({ path }) => isOf(files, path, at)) ?? found[0]
  }

  /** Whether it is here, and surely so: a move that failed half-way is made durable. */
  async has(id: RecordId): Promise<boolean> {
    const [file] = await this.filesOf(id)
    if (!file) return false
    await this.syncMoves(file.day)
    return true
  }

  async list(): Promise<TrashedRecord<T>[]> {
    const { folder, kind, queue } = this.context
    const files = await trashFiles(folder, kind)
    const listed: TrashedRecord<T>[] = []
    for (const [id, group] of await groupedById(files)) {
      // One that can't be read now has its notice and does not keep the others from being shown.
      const found = await queue.run(id, () => this.states(id, group)).catch(() => [])
      for (const { path, record } of found) {
        const trashedAt = files.find((file) => file.path === path)?.trashedAt
        if (trashedAt !== undefined) listed.push({ record, trashedAt })
      }
    }
    return listed
  }

  /**
   * Its versions go first: when this stops half-way, what is left can still be seen and erased. What another device wrote apart was not seen by
   * the person who erases: it stays. `at`: which of several states that were thrown away apart; `not-found` when none of them lies here any more.
   */
  async erase(id: RecordId, at?: Instant): Promise<void> {
    const { folder, versions } = this.context
    const files = await this.filesOf(id)
    if (files.length === 0) return this.syncMoves(null)
    // The list that the person saw is an old one: what lies here by now may hold words that were not on it.
    if (at !== undefined && !files.some(({ trashedAt }) => trashedAt === at))
      throw new Failure('not-found', 'another state is in the trash by now')
    if ((await this.live(id)).length > 0) {
      await this.states(id, files, true)
      return
    }
    const { copies } = files.length > 1 ? await repair(this.context, id, files) : { copies: [] }
    const chosen = copies.find(({ path }) => isOf(files, path, at))
    const stays = chosen ? files.filter(({ path }) => path !== chosen.path) : copies
    const kept = new Set(stays.map(({ path }) => path))
    const erased = files.filter(({ path }) => !kept.has(path))
    await this.giveUp(id, erased)
    if (kept.size === 0) await versions.erase(id).then(() => this.leaveInQuarantine(id))
    for (const { path } of erased) await removeDurably(folder.disk, path)
  }

  /** What lies there of an erased record stays, and is not offered back when it turns out to be whole. */
  private async leaveInQuarantine(id: RecordId): Promise<void> {
    const { quarantine, kind } = this.context
    for (const { file, before } of await quarantine.all().catch(() => []))
      if (recordNameTells(kind, before)?.id === id) await quarantine.dismiss(file).catch(() => undefined)
  }

  /** Another device that has seen it is not to miss it. */
  private async giveUp(id: RecordId, files: readonly TrashFile[]): Promise<void> {
    const { folder, kind } = this.context
    const loaded = await Promise.all(files.map(({ path }) => loadRecord(folder.disk, kind, path)))
    const erased = loaded.flatMap((one) => (one.kind === 'record' && one.record.id === id ? [one.record] : []))
    const putAway = await putAwayOf(folder, kind, id).catch(() => ({}))
    const saves = united(allSaves(erased), savesOfRevision(latestRevision(erased)))
    await giveUp(folder, keyOf({ kind: kind.name, of: id }), united(saves, putAway))
  }

  /** Makes finished moves between the trash and the folder of a day durable, for a retry of one that could not say so. */
  async syncMoves(day: Day | null): Promise<void> {
    const { folder, kind, files } = this.context
    const folders = day === null && kind.isDated ? [kind.trash] : [kind.trash, files.folderNames(day ?? '')]
    for (const path of folders.map((names) => folder.path(...names))) {
      await syncFolder(folder.disk, path).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error
      })
    }
  }

  private async filesOf(id: RecordId): Promise<TrashFile[]> {
    return (await trashFiles(this.context.folder, this.context.kind)).filter((file) => file.id === id)
  }

  /** What lies here of one record, the best first, then what was written apart; `isErasing`: what need not wait in the trash any longer goes to the versions. */
  private async states(
    id: RecordId,
    files: readonly RecordFile[],
    isErasing = false,
  ): Promise<readonly ReadableRecord<T>[]> {
    if (files.length === 0) return []
    const { found, findings, copies } = await repair(this.context, id, files)
    if (!found) refuseUntouchable(findings)
    const live = found ? await this.live(id) : []
    if (found && live.length === 0) return [found, ...copies]
    if (found) await this.besideLive(found, live, isErasing)
    return []
  }

  /** A crash on the way in or out, or a device that wrote on it, leaves both: the one among the records is it, and nothing of the other goes. */
  private async besideLive(found: ReadableRecord<T>, live: readonly RecordFile[], isErasing: boolean): Promise<void> {
    const { folder, kind, versions, clock, lock } = this.context
    const { best } = await classifyFiles(folder.disk, kind, live)
    const relation = best ? relationOf(kind, best.record, found.record) : 'uncounted'
    const isHeld = relation === 'same' || relation === 'continues'
    // Another device threw it away: the removal of the page may be on its way still, and then this is where it lies.
    if (isHeld && !isErasing) return
    await lock.hold()
    if (!best || isHeld || relation === 'uncounted')
      return await versions.accept(found.record.id, found.record.revision, found.path, clock.instant())
    // Words that the one among the records lacks: as its second version they are looked at like any other.
    const beside = best.path.replace(/\.json$/, ` (trash ${found.seen.digest.replace(/\W/g, '').slice(0, 8)}).json`)
    await moveDurably(folder.disk, found.path, beside)
  }

  /** Files of it among the records, on whatever day. */
  private live(id: RecordId): Promise<RecordFile[]> {
    return this.context.files.of(id)
  }
}
