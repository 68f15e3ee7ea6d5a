/**
 * Notices what went back behind the newest state that this device has seen, or is gone. Files come in any order, and a page on its way to another day
 * or to the trash is nowhere for a while: so only what stays so is told, with the app awake for all of that time. Of the journal it writes
 * `trash/given-up/` alone, after a restore.
 */
import { performance } from 'node:perf_hooks'
import { isDeepStrictEqual } from 'node:util'
import type { Finding } from '#shared/domain/health/finding'
import type { Saves } from '#shared/domain/record'
import { KeyedQueue } from '../../async/keyedQueue'
import type { Disk } from '../../disk/disk'
import type { FoundStates } from '../../services/ports/library'
import type { Rollbacks, StatePlace } from '../../services/ports/rollbacks'
import { giveUp } from '../records/givenUp'
import { covers, lacking } from '../records/lineage'
import { keyOf, keyOfPlace, type SeenState, type StateKey, settingsKey } from '../records/statePlace'
import type { JournalContext } from '../safekeeping/journalContext'
import { damagedKeys } from './damagedKeys'
import { isRestored, restoreIsFollowed } from './restoredMark'
import { findingOf, noticeOf, noticesOf } from './rollbackWords'
import type { SeenStates } from './seenStates'
import { isMissed, type StateThere, stateOf, statesThere } from './statesThere'

/** Milliseconds in which a sync program, seen to be at work, may still bring what is missing. */
export const patience = 15 * 60_000
/** Of changes that are seen now and then in between; at the end all are written. */
const writesEvery = 30 * 60_000

export interface WatchNeeds {
  readonly journal: JournalContext
  readonly device: Disk
  /** A folder of the device, and the journal's id. */
  readonly folder: string
  readonly id: string
  readonly open: () => Promise<SeenStates>
  /** Milliseconds that only pass while the computer is awake. */
  readonly steady?: () => number
}

interface Doubt {
  readonly since: number
  /** As long as the same is missing, also while the page is written on, it is the same doubt. */
  readonly missing: Saves
  /** What lies there; null for nothing. */
  readonly there: SeenState | null
  readonly seen: SeenState
}

export class RollbackWatch implements Rollbacks {
  private readonly queue = new KeyedQueue()
  private readonly doubts = new Map<StateKey, Doubt>()
  private readonly steady: () => number
  private seen: SeenStates | null = null
  /** The keys of the first look, until it has ended: what is not among them has no file. */
  private first: Set<StateKey> | null = new Set()
  private waiting = new Set<StateKey>()
  private written: number

  constructor(private readonly needs: WatchNeeds) {
    this.steady = needs.steady ?? (() => performance.now())
    this.written = this.steady()
  }

  look(found: FoundStates): Promise<number | null> {
    return this.queue.run('look', async () => {
      try {
        return await this.looked(found)
      } catch {
        // A disk that went away, a lock that another device turned on: nothing is known then.
        return this.doubts.size > 0 ? patience : null
      }
    })
  }

  findings(): readonly Finding[] {
    const doubts = [...this.doubts].filter(([key]) => !this.seen?.told.has(key))
    return [
      ...(this.seen?.told ?? []),
      ...doubts.map(([key, { seen, there }]) => [key, { ...seen, isGone: there === null }] as const),
    ]
      .map(([key, told]) => findingOf(this.needs.journal.folder, key, told))
      .filter((finding) => finding !== null)
  }

  dismiss(place: StatePlace): Promise<void> {
    return this.queue.run('look', async () => {
      const key = keyOfPlace(place)
      const doubt = this.doubts.get(key)
      this.doubts.delete(key)
      this.untell(key)
      if (doubt) this.seen?.follow(key, doubt.there)
      await this.seen?.save()
    })
  }

  forget(place: StatePlace): Promise<void> {
    return this.queue.run('look', async () => {
      const key = keyOfPlace(place)
      this.seen ??= await this.needs.open()
      this.doubts.delete(key)
      this.untell(key)
      this.seen.follow(key, null)
    })
  }

  /** At the end; never throws. */
  async close(): Promise<void> {
    await this.queue.run('look', async () => {
      await this.followDamaged().catch(() => undefined)
      await this.seen?.save()
    })
  }

  /** The next run does not know what was told in this one. */
  private async followDamaged(): Promise<void> {
    const { folder, notices } = this.needs.journal
    const damaged = [...damagedKeys(folder, notices).keys()]
    if (damaged.length === 0) return
    this.seen ??= await this.needs.open()
    await this.judge(damaged)
  }

  private async looked({ states, isLast }: FoundStates): Promise<number | null> {
    this.seen ??= await this.needs.open()
    const { seen, waiting } = this
    for (const state of states) {
      const key = keyOf(state)
      this.first?.add(key)
      if (state.saves === null || !this.isPassed(key, state.saves)) waiting.add(key)
      else this.passed(key, { saves: state.saves, day: state.day })
    }
    if (!isLast) return null
    for (const key of [...(this.first === null ? [] : [...seen.keys(), ...seen.told.keys()]), settingsKey])
      if (!this.first?.has(key)) waiting.add(key)
    for (const key of this.doubts.keys()) waiting.add(key)
    if (this.first !== null) await this.leaveBehindAgain(seen)
    const unknown = await this.judge([...waiting])
    this.waiting = new Set()
    if (this.first !== null) await this.followRestore(seen, unknown)
    this.first = null
    if (this.steady() - this.written >= writesEvery) await this.save()
    return this.doubts.size > 0 ? patience : null
  }

  /** What could not be told goes back once it can be; all else is watched from here on. */
  private async followRestore(seen: SeenStates, unknown: readonly StateKey[]): Promise<void> {
    const { device, folder, id } = this.needs
    if (!(await isRestored(device, folder, id))) return
    for (const key of unknown) if (seen.of(key)) seen.letGoBack(key, true)
    if (await seen.save()) await restoreIsFollowed(device, folder, id)
  }

  private isPassed(key: StateKey, saves: Saves): boolean {
    const before = this.seen?.of(key)
    return before === undefined || covers(saves, before.saves)
  }

  private passed(key: StateKey, state: SeenState): void {
    this.seen?.saw(key, state)
    this.seen?.letGoBack(key, false)
    this.doubts.delete(key)
    const told = this.seen?.told.get(key)
    if (told && covers(state.saves, told.saves)) this.untell(key)
    else if (told?.isGone && Object.keys(state.saves).length > 0) this.seen?.tell(key, { ...told, isGone: false })
  }

  /** Neither a finding nor a notice any more. */
  private untell(key: StateKey): void {
    const { folder, notices } = this.needs.journal
    const told = this.seen?.told.get(key)
    this.seen?.tell(key, null)
    for (const { kind, file } of told ? noticesOf(folder, key, told) : []) notices.forget(kind, file)
  }

  /** Resolves with those that can't be told now. */
  private async judge(keys: readonly StateKey[]): Promise<readonly StateKey[]> {
    const { seen } = this
    const { journal, device, folder, id } = this.needs
    if (seen === null) return []
    // With another lock, or none any more, all of it lies elsewhere.
    await journal.folder.present()
    await journal.lock.hold()
    const there = await statesThere(journal, keys)
    const isAllBack = await isRestored(device, folder, id)
    const damaged = damagedKeys(journal.folder, journal.notices)
    for (const key of keys) {
      const [before, now] = [seen.of(key), there.get(key)]
      const hasGoneBack = isAllBack || seen.goesBack(key)
      if (!now) this.doubts.delete(key)
      else if (before === undefined) {
        if (now.isThere) this.passed(key, now)
      } else if (isMissed(before.saves, now)) {
        if (hasGoneBack) await this.leave(key, before)
        if (hasGoneBack || damaged.has(key)) this.follow(key, now)
        else await this.missed(key, before, now)
      } else if (now.isThere && covers(now.saves, before.saves)) this.passed(key, now)
      else this.follow(key, now)
      if (!now) continue
      seen.letGoBack(key, false)
      for (const notice of damaged.get(key) ?? []) journal.notices.settleDamaged(notice)
    }
    return keys.filter((key) => !there.get(key))
  }

  /** What one going back left behind, the next one may have taken the word of away. */
  private async leaveBehindAgain({ leftBehind }: SeenStates): Promise<void> {
    const { journal, device, folder, id } = this.needs
    if (leftBehind.size === 0 || !(await isRestored(device, folder, id))) return
    await journal.lock.hold()
    for (const [key, saves] of leftBehind) await giveUp(journal.folder, key, saves)
  }

  private async leave(key: StateKey, { saves }: SeenState): Promise<void> {
    this.seen?.leave(key, saves)
    await giveUp(this.needs.journal.folder, key, saves)
  }

  private follow(key: StateKey, now: StateThere): void {
    this.doubts.delete(key)
    this.seen?.follow(key, stateOf(now))
  }

  private async missed(key: StateKey, before: SeenState, now: StateThere): Promise<void> {
    const { seen, needs } = this
    const there = stateOf(now)
    const missing = lacking(before.saves, there?.saves ?? {})
    const doubt = this.doubts.get(key)
    const isSame = doubt && isDeepStrictEqual([doubt.missing, doubt.there === null], [missing, there === null])
    const since = isSame ? doubt.since : this.steady()
    this.doubts.set(key, { since, missing, there, seen: before })
    if (this.steady() - since < patience) return
    this.doubts.delete(key)
    const told = { ...before, isGone: there === null }
    seen?.tell(key, told)
    seen?.follow(key, there)
    await this.save()
    const notice = noticeOf(needs.journal.folder, key, told)
    if (notice !== null) needs.journal.notices.raise(notice)
  }

  private async save(): Promise<void> {
    await this.seen?.save()
    this.written = this.steady()
  }
}
