/**
 * One process of a computer for each journal folder. Each process that wants the journal puts a file with its own name into `locks/`, then looks at the
 * others': of two that come at once, at least one sees the other and steps back, and no file of a process that lives is ever taken away. Another computer
 * is no reason to step back: clocks that differ, or a sync that drops times, made each throw the other out in turns.
 */
import { Failure } from '#shared/domain/failure'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { syncFolder } from '../../disk/syncFolder'
import { folderNames, type JournalFolder } from './journalFolder'
import type { Processes } from './processes'
import { lockHolder, processLockName } from './processLockName'

export const heartbeat = 60_000
/** A lock that can't be judged here (another sandbox's, another computer's) counts while its last heartbeat is younger. */
const fresh = 3 * heartbeat
const pauses = [20, 60, 180, 400]
/**
 * Names that this process gave up while their files could not be taken away: on a disk that was away, and comes back with them. They hold nothing any more,
 * which only this process can know: to others their owner still lives.
 */
const givenUp = new Set<string>()

export class ProcessLock {
  /** Locks of owners that went without closing: the sign that leftovers are to be looked for. */
  private dead: readonly string[] = []
  private name: string | null = null
  private asking: Promise<void> | null = null
  private timer: NodeJS.Timeout | undefined
  private released = false

  constructor(
    private readonly folder: JournalFolder,
    private readonly processes: Processes,
  ) {}

  /** Before every write: takes the lock when it is not held, e.g. since the disk was full at the start. Throws `in-use` and the disk's failures. */
  async hold(): Promise<void> {
    if (this.name !== null) return
    if (this.released) throw new Failure('unexpected', 'the journal is closed')
    // Together: two of our own writes must not take each other for strangers.
    this.asking ??= this.ask().finally(() => {
      this.asking = null
    })
    await this.asking
  }

  /** Whether the last owner died. */
  get foundCrash(): boolean {
    return this.dead.length > 0
  }

  /** When its leftovers are cleared: until then its lock stays, so that the next start looks again. */
  async clearDead(): Promise<void> {
    for (const name of this.dead) await this.give(name)
    this.dead = []
  }

  async release(): Promise<void> {
    clearInterval(this.timer)
    this.released = true
    const name = this.name
    this.name = null
    if (name !== null) await this.give(name)
  }

  /** Shows other computers that we are here. When our file is gone, another one took us for dead: the next write asks again. */
  async beat(): Promise<void> {
    if (this.name === null) return
    const path = this.folder.path(folderNames.locks, this.name)
    try {
      await this.folder.disk.files.touch(path)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') return
      givenUp.add(this.name)
      this.name = null
    }
  }

  private async ask(): Promise<void> {
    for (const pause of pauses) {
      if (await this.taken()) return
      await this.folder.disk.wait(pause * (0.5 + Math.random()))
    }
    if (!(await this.taken())) throw new Failure('in-use', 'another process has this journal')
  }

  private async taken(): Promise<boolean> {
    const name = processLockName(this.processes.self)
    await answered(() => this.put(name))
    const { held, left } = await this.others(name).catch(async (error: unknown) => {
      await this.give(name)
      throw error
    })
    if (held) {
      await this.give(name)
      return false
    }
    this.name = name
    this.dead = left
    clearInterval(this.timer)
    this.timer = setInterval(() => void this.beat(), heartbeat).unref()
    return true
  }

  private put(name: string): Promise<void> {
    return this.folder.inside([folderNames.locks], async (folder) => {
      const file = await this.folder.disk.files.create(this.folder.path(folderNames.locks, name))
      await file.close()
      // A power cut has to leave it, as the sign that there is something to clear.
      await syncFolder(this.folder.disk, folder).catch(async (error: unknown) => {
        await this.give(name)
        throw error
      })
    })
  }

  private async give(name: string): Promise<void> {
    try {
      await this.folder.disk.files.remove(this.folder.path(folderNames.locks, name))
      givenUp.delete(name)
    } catch {
      givenUp.add(name)
    }
  }

  private async others(own: string): Promise<{ held: boolean; left: string[] }> {
    const found = await answered(() => this.folder.list(folderNames.locks))
    const left: string[] = []
    for (const { name } of found) {
      const holder = lockHolder(name)
      if (!holder || name === own) continue
      if (givenUp.has(name)) {
        await this.give(name)
        continue
      }
      const state = this.processes.state(holder)
      const isHere = holder.host === this.processes.self.host
      const isFresh = state === 'unknown' && (await this.isFresh(name, own))
      if (state === 'alive' || (isFresh && isHere)) return { held: true, left: [] }
      // Another computer's sign of life refuses nothing: every write looks at what it replaces.
      if (!isFresh) left.push(name)
    }
    return { held: false, left }
  }

  /** Both times come from the file system's clock, so that the computers' own clocks need not agree. */
  private async isFresh(name: string, own: string): Promise<boolean> {
    const { files } = this.folder.disk
    try {
      const theirs = await files.info(this.folder.path(folderNames.locks, name))
      const ours = await files.info(this.folder.path(folderNames.locks, own))
      return Math.abs(ours.modified - theirs.modified) <= fresh
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    }
  }
}
