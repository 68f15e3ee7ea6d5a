/**
 * Notices that the newest version of a record was taken away: on every device thinning and the limit drop a version only where a newer one of its record
 * lies, so that of all versions only that one never goes by itself. An older one that is taken away can't be told from thinning, or from a limit that
 * another device has or had; nor can the newest, once a newer one of the record has come or another file was put there under such a name.
 */
import { performance } from 'node:perf_hooks'
import type { Finding } from '#shared/domain/health/finding'
import type { FoundStates } from '../../services/ports/library'
import type { StatePlace } from '../../services/ports/rollbacks'
import type { RecordKind } from '../kinds/recordKind'
import { givenUpNames, giveUp, isGivenUp } from '../records/givenUp'
import { keyOf, keyOfPlace, partsOf, type StateKey } from '../records/statePlace'
import { versionFilesOf, versionNameTells } from '../records/versionFiles'
import { newestFirst } from '../safekeeping/versionRetention'
import { isRestored } from './restoredMark'
import { patience, type WatchNeeds } from './rollbackWatch'
import type { SeenStates } from './seenStates'
import { type Excuse, versionExcuses } from './versionExcuses'
import { versionFindings, versionNoticeFiles, versionNotices } from './versionWords'

interface Missing {
  /** The name of the one that is missing, and of the newest that lies there. */
  readonly name: string
  readonly there: string | null
}

interface Doubt extends Missing {
  readonly since: number
}

/** Not to run beside the other watch: they share what was seen. */
export class VersionWatch {
  private readonly doubts = new Map<StateKey, Doubt>()
  private readonly steady: () => number
  private seen: SeenStates | null = null
  private isFirst = true
  private readonly changed = new Set<StateKey>()
  /** By the restore of a backup, and not yet named for the others. */
  private readonly leftBehind = new Set<StateKey>()

  constructor(private readonly needs: WatchNeeds) {
    this.steady = needs.steady ?? (() => performance.now())
  }

  /** Of a few records the names of versions are read, of all of them never: another part lists those after the start. Never throws. */
  async look({ states, isLast }: FoundStates): Promise<number | null> {
    if (!this.isFirst) for (const state of states) this.changed.add(keyOf(state))
    if (!isLast) return null
    const { isFirst } = this
    await this.judged(isFirst)
    this.isFirst = false
    // What is listed after this look may be in doubt.
    return isFirst || this.doubts.size > 0 ? patience : null
  }

  /** Behind the look at the records: what that has given up needs no second word. Never throws. */
  async giveUpLeft(): Promise<void> {
    const { folder } = this.needs.journal
    if (this.leftBehind.size === 0) return
    const names = await givenUpNames(folder).catch(() => new Map())
    for (const key of this.leftBehind) {
      this.seen?.leave(key, {})
      if (!(await isGivenUp(folder, key, names))) await giveUp(folder, key, {})
    }
    this.leftBehind.clear()
    await this.seen?.save()
  }

  findings(): readonly Finding[] {
    const keys = new Set([...(this.seen?.versionsTold.keys() ?? []), ...this.doubts.keys()])
    return versionFindings(this.needs.journal.folder, [...keys], this.dayOf)
  }

  /** One record, or all of a kind. */
  async dismiss(place: StatePlace): Promise<void> {
    const { seen, doubts } = this
    const isAll = place.kind !== null && place.record === null && place.day === null
    const one = keyOfPlace(place)
    for (const key of new Set([...(seen?.versionsTold.keys() ?? []), ...doubts.keys()])) {
      if (isAll ? partsOf(key)?.kind !== place.kind : key !== one) continue
      const doubt = doubts.get(key)
      if (doubt) this.follow(key, doubt.there)
      this.untell(key)
    }
  }

  /** At the end: what was listed is remembered. Never throws. */
  async close(): Promise<void> {
    await this.judged(false)
    await this.seen?.save()
  }

  private readonly dayOf = (key: StateKey) => this.seen?.of(key)?.day ?? null

  private async judged(isFirst: boolean): Promise<void> {
    const { device, folder, id } = this.needs
    const isAllBack = isFirst && (await isRestored(device, folder, id))
    try {
      this.seen ??= await this.needs.open()
      await this.judge(this.seen, isAllBack)
    } catch {
      // A disk that went away, a lock that another device turned on: nothing is known then.
      if (isAllBack) for (const key of [...(this.seen?.versionKeys() ?? [])]) this.follow(key, null)
    }
  }

  private async judge(seen: SeenStates, isAllBack: boolean): Promise<void> {
    const { folder, lock } = this.needs.journal
    const keys = this.asked(seen, isAllBack)
    if (keys.size === 0) return
    // With another lock, or none any more, all of it lies elsewhere.
    await folder.present()
    await lock.hold()
    const missing: (Missing & { readonly key: StateKey; readonly kind: RecordKind; readonly id: string })[] = []
    for (const key of keys) {
      const parts = partsOf(key)
      const kind = folder.recordKinds.find(({ name }) => name === parts?.kind)
      if (!kind || !parts) continue
      const names = (await versionFilesOf(folder, kind, parts.of)).earlier.map(({ name }) => name)
      const [there = null] = names
      const name = seen.newestVersion(key)
      if (names.includes(seen.versionsTold.get(key) ?? '')) this.untell(key)
      if (name !== undefined && isBehind(there, name)) missing.push({ key, kind, id: parts.of, name, there })
      else this.follow(key, there)
    }
    this.changed.clear()
    if (missing.length > 0) await this.weigh(seen, missing, isAllBack)
  }

  /** Those of which the names have to be read. */
  private asked(seen: SeenStates, isAllBack: boolean): ReadonlySet<StateKey> {
    const keys = new Set([...this.changed, ...this.doubts.keys(), ...(isAllBack ? seen.versionKeys() : [])])
    const listed = this.needs.journal.listedVersions.take()
    if (listed === null) return keys
    for (const [key, there] of listed) {
      const name = seen.newestVersion(key)
      if (name !== undefined && isBehind(there, name)) keys.add(key)
      else this.follow(key, there)
    }
    for (const key of [...seen.versionKeys(), ...seen.versionsTold.keys()]) if (!listed.has(key)) keys.add(key)
    for (const key of seen.versionsTold.keys()) keys.add(key)
    return keys
  }

  private async weigh(
    seen: SeenStates,
    missing: readonly (Missing & { readonly key: StateKey; readonly kind: RecordKind; readonly id: string })[],
    isAllBack: boolean,
  ): Promise<void> {
    const { journal } = this.needs
    const excuseOf = await versionExcuses(journal.folder)
    const told: StateKey[] = []
    for (const { key, kind, id, name, there } of missing) {
      const excuse: Excuse = isAllBack ? 'known' : await excuseOf(kind, id)
      if (isAllBack) this.leftBehind.add(key)
      if (excuse === 'known' || (excuse === 'absent' && there === null)) this.follow(key, there)
      else if (excuse !== 'none') this.doubts.delete(key)
      else if (this.isDue(key, { name, there })) {
        this.follow(key, there)
        seen.tellVersion(key, name)
        told.push(key)
      }
    }
    if (told.length === 0) return
    await seen.save()
    for (const notice of versionNotices(journal.folder, told, this.dayOf)) journal.notices.raise(notice)
  }

  /** What may still be on its way is in doubt until then. */
  private isDue(key: StateKey, missing: Missing): boolean {
    const doubt = this.doubts.get(key)
    const since = doubt?.name === missing.name ? doubt.since : this.steady()
    this.doubts.set(key, { ...missing, since })
    return this.steady() - since >= patience
  }

  private follow(key: StateKey, there: string | null): void {
    this.doubts.delete(key)
    this.seen?.followVersion(key, there)
  }

  private untell(key: StateKey): void {
    const { folder, notices } = this.needs.journal
    if (!this.seen?.versionsTold.has(key)) return
    this.seen.tellVersion(key, null)
    for (const file of versionNoticeFiles(folder, key)) notices.forget('versions-gone', file)
  }
}

/** Whether of two names of versions the one that lies there, or none, is older. */
export function isBehind(there: string | null, name: string): boolean {
  const [now, before] = [there === null ? undefined : versionNameTells(there), versionNameTells(name)]
  return before !== undefined && (now === undefined || newestFirst(now, before) > 0)
}
