/**
 * A sync program between two folders, by what their files hold: changes go up to a place between them and come down on the other side, each when
 * the test says so, in any order, late, over the old bytes or by a rename. It removes only what a side removed or moved.
 */
import { isTemporaryName } from '../../../src/main/disk/temporaryName'

/** How a file is put in its place: a whole one over the old name, other bytes into the file that is there, or these in two steps. */
export type Putting = 'renamed' | 'in place'
export type Arriving = Putting | 'in halves'

export interface SyncedFolder {
  /** Every file by its path inside. */
  files(): ReadonlyMap<string, Uint8Array>
  put(path: string, bytes: Uint8Array, how: Putting): void
  remove(path: string): void
}

/** How nine programs name what they put beside a file, given its path without `.json`. */
export const namings: readonly ((stem: string) => string)[] = [
  (stem) => `${stem} (conflicted copy 2026-03-02).json`,
  (stem) => `${stem} (Ines’ conflicted copy 2026-03-02 101010).json`,
  (stem) => `${stem}.sync-conflict-20260302-101010-ABCDEFG.json`,
  (stem) => `${stem}_conflict-20260302-101010.json`,
  (stem) => `${stem} 2.json`,
  (stem) => `${stem} (1).json`,
  (stem) => `${stem}-DESKTOP.json`,
  (stem) => `${stem} (Case Conflict).json`,
  (stem) => `${stem}.conflict1.json`,
]

/** What a test decides of one delivery; numbers of any size. */
export interface Delivery {
  /** Which of those that wait. */
  readonly which: number
  readonly how: Arriving
  readonly naming: number
  /** Of two states of one file, whether the one of this side keeps the name. */
  readonly localWins: boolean
  /** How many of the states in between are skipped. */
  readonly skipped: number
  /** Whether a page, a day's captures or the settings that lose their name are kept beside the other. */
  readonly leavesCopy: boolean
}

export const plainDelivery: Delivery = {
  which: 0,
  how: 'renamed',
  naming: 0,
  localWins: false,
  skipped: Number.MAX_SAFE_INTEGER,
  leavesCopy: true,
}

type Bytes = Uint8Array | null

interface Side {
  readonly folder: SyncedFolder
  /** The state of each path that this side had last, by its number among those of the place between. */
  readonly base: Map<string, number>
}

interface Waiting {
  readonly side: Side
  readonly path: string
  readonly local: Bytes
  readonly isChanged: boolean
  readonly isBehind: boolean
}

export class SyncProgram {
  /** All states of each path, the first one absence. */
  private readonly between = new Map<string, Bytes[]>()
  private readonly sides: readonly Side[]
  /** What ends the writing of files of which one half is there. */
  private unfinished: (() => void)[] = []

  constructor(folders: readonly SyncedFolder[]) {
    this.sides = folders.map((folder) => ({ folder, base: new Map() }))
  }

  /** The other halves. */
  finish(): void {
    for (const end of this.unfinished.splice(0)) end()
  }

  /** Which paths wait, for a test that failed. */
  waitingPaths(): string[] {
    return [...new Set(this.allWaiting().map(({ path }) => path))].sort()
  }

  /** One delivery; false when none waits. */
  deliver(delivery: Delivery): boolean {
    const all = this.allWaiting()
    const next = all[delivery.which % Math.max(all.length, 1)]
    if (!next) return false
    this.bring(next, delivery)
    return true
  }

  /** Until none waits. */
  deliverAll(delivery: Partial<Delivery> = {}): void {
    for (let left = 10_000; this.deliver({ ...plainDelivery, ...delivery }); left--)
      if (left === 0) throw new Error('the sync program does not come to rest')
  }

  /** Each that waits and is `chosen`, once: at the side of that number it goes up or comes down. */
  deliverChosen(chosen: (side: number, goesUp: boolean, path: string) => boolean): void {
    for (const waiting of this.allWaiting()) {
      const { side, isChanged, path } = waiting
      if (chosen(this.sides.indexOf(side), isChanged, path)) this.bring(waiting, plainDelivery)
    }
  }

  /** Of paths that begin so, all that wait. */
  deliverIn(folder: string): void {
    for (const waits = () => this.allWaiting().find(({ path }) => path.startsWith(folder)); ; ) {
      const next = waits()
      if (!next) return
      this.bring(next, plainDelivery)
    }
  }

  private allWaiting(): Waiting[] {
    this.finish()
    return this.sides.flatMap((side) => {
      const files = side.folder.files()
      const paths = new Set([...files.keys(), ...this.between.keys()])
      return [...paths].filter(isSynced).flatMap((path) => {
        const states = this.statesOf(path)
        const base = side.base.get(path) ?? 0
        const local = files.get(path) ?? null
        const [isChanged, isBehind] = [!isSame(local, states[base] ?? null), base < states.length - 1]
        return isChanged || isBehind ? [{ side, path, local, isChanged, isBehind }] : []
      })
    })
  }

  private bring(waiting: Waiting, delivery: Delivery): void {
    const { side, path, local, isChanged, isBehind } = waiting
    if (!isChanged) this.down(side, path, delivery)
    else if (!isBehind) this.up(side, path, local)
    else this.meet(waiting, delivery)
  }

  /** Both sides changed it. A change wins against a removal, whichever came first. */
  private meet({ side, path, local }: Waiting, delivery: Delivery): void {
    const states = this.statesOf(path)
    const latest = states.at(-1) ?? null
    side.base.set(path, states.length - 1)
    if (isSame(local, latest)) return
    const localWins = latest === null || (local !== null && delivery.localWins)
    const loser = localWins ? latest : local
    if (loser && (delivery.leavesCopy || !/^(entries\/|captures\/|settings\.json$)/.test(path)))
      this.leaveCopy(side, path, loser, delivery)
    if (localWins) this.up(side, path, local)
    else this.place(side, path, latest, delivery)
  }

  private up(side: Side, path: string, local: Bytes): void {
    const states = this.statesOf(path)
    states.push(local)
    this.between.set(path, states)
    side.base.set(path, states.length - 1)
  }

  /** A state that this side has not had yet; the latest comes in the end. */
  private down(side: Side, path: string, delivery: Delivery): void {
    const states = this.statesOf(path)
    const before = side.base.get(path) ?? 0
    const next = Math.min(before + 1 + delivery.skipped, states.length - 1)
    side.base.set(path, next)
    this.place(side, path, states[next] ?? null, delivery, before)
  }

  private place(side: Side, path: string, bytes: Bytes, { how }: Delivery, before = side.base.get(path) ?? 0): void {
    const { folder } = side
    if (!bytes) {
      if (folder.files().has(path)) folder.remove(path)
      return
    }
    if (how !== 'in halves') {
      folder.put(path, bytes, how)
      return
    }
    const half = bytes.slice(0, bytes.length >> 1)
    folder.put(path, half, 'in place')
    this.unfinished.push(() => {
      // Another file has the name by now: the second half went to one without a name, and the two meet once more.
      if (isSame(folder.files().get(path) ?? null, half)) folder.put(path, bytes, 'in place')
      else side.base.set(path, before)
    })
  }

  private leaveCopy({ folder }: Side, path: string, bytes: Uint8Array, { naming }: Delivery): void {
    const stem = path.replace(/\.json$/, '')
    const taken = folder.files()
    const names = namings.map((_, at) => namings[(naming + at) % namings.length]?.(stem) ?? '')
    const free = names.find((name) => !taken.has(name) && (this.between.get(name)?.at(-1) ?? null) === null)
    folder.put(free ?? `${stem} (${taken.size}).json`, bytes, 'renamed')
  }

  private statesOf(path: string): Bytes[] {
    return this.between.get(path) ?? [null]
  }
}

/** Locks say which processes live on one machine; unfinished files are there between two actions only after a crash. */
function isSynced(path: string): boolean {
  return !path.startsWith('locks/') && !isTemporaryName(path.split('/').at(-1) ?? '')
}

function isSame(one: Bytes, other: Bytes): boolean {
  return one === other || (one !== null && other !== null && Buffer.compare(one, other) === 0)
}
