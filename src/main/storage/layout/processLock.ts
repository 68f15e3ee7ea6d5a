/**
 * One process of a computer for each journal folder. Each process that wants the journal puts a file with its own name into `locks/`, then looks at the
 * others': of two that come at once, at least one sees the other and steps back, and no file of a process of this computer that lives is ever taken away.
 * Another computer is no reason to step back, since every write looks at what it replaces; that it has the journal open too is told.
 */
import { Failure } from '#shared/domain/failure'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { syncFolder } from '../../disk/syncFolder'
import { folderNames, type JournalFolder } from './journalFolder'
import { countsBeats, heartbeat, OtherComputers, signOf } from './otherComputers'
import type { Processes } from './processes'
import { lockHolder, processLockName } from './processLockName'

/** A lock of this computer that can't be judged here (another sandbox's) counts while its last heartbeat is younger. */
const fresh = 3 * heartbeat
const pauses = [20, 60, 180, 400]
/**
 * Names that this process gave up while their files could not be taken away: on a disk that was away, and comes back with them. They hold nothing any more,
 * which only this process can know: to others their owner still lives.
 */
const givenUp = new Set<string>()

/** More than any sign of life has. */
const mostSign = 4096

export class ProcessLock {
  readonly elsewhere = new OtherComputers()
  /** Locks of owners that went without closing: the sign that leftovers are to be looked for. */
  private dead: readonly string[] = []
  private name: string | null = null
  private asking: Promise<void> | null = null
  private timer: NodeJS.Timeout | undefined
  private released = false
  private beats = 0

  constructor(
    private readonly folder: JournalFolder,
    private readonly processes: Processes,
    /** Milliseconds of a clock that only goes forward. */
    private readonly steady: () => number = () => performance.now(),
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

  /** Shows other computers that we are here, and looks for theirs. When our file is gone, another one took us for dead: the next write asks again. */
  async beat(): Promise<void> {
    if (this.name === null) return
    try {
      await this.giveSign(this.name)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') {
        givenUp.add(this.name)
        this.name = null
      }
    }
    await this.lookElsewhere().catch(() => undefined)
  }

  private async giveSign(name: string): Promise<void> {
    const sign = signOf(++this.beats, this.processes.device ?? '')
    await this.folder.disk.files.touch(this.folder.path(folderNames.locks, name), sign)
  }

  /** Locks of computers that ended are put aside. */
  private async lookElsewhere(): Promise<void> {
    const found = await this.folder.list(folderNames.locks)
    await this.lookAtSigns(found.map(({ name }) => name))
    for (const name of this.elsewhere.ended)
      await this.folder.disk.files.remove(this.folder.path(folderNames.locks, name)).catch(() => undefined)
  }

  private async lookAtSigns(names: readonly string[]): Promise<void> {
    const signs = new Map<string, string>()
    for (const name of names) {
      const holder = lockHolder(name)
      if (!holder || holder.host === this.processes.self.host) continue
      const sign = await this.signIn(name).catch(() => null)
      if (sign !== null) signs.set(name, sign)
    }
    this.elsewhere.look(signs, this.steady())
  }

  private async signIn(name: string): Promise<string> {
    const { bytes, info } = await this.folder.disk.files.read(this.folder.path(folderNames.locks, name), mostSign)
    const sign = Buffer.from(bytes).toString('utf8')
    // An earlier version of the app writes the same byte each time, and only the time is another.
    return countsBeats(sign) ? sign : `${sign} ${info.modified}`
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
    // The lock counts without it: a full disk has no room for it.
    await this.giveSign(name).catch(() => undefined)
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
    await this.lookAtSigns(found.map(({ name: each }) => each))
    const left: string[] = []
    for (const { name } of found) {
      const holder = lockHolder(name)
      if (!holder || name === own) continue
      if (givenUp.has(name)) {
        await this.give(name)
        continue
      }
      // Another computer's refuses nothing: every write looks at what it replaces.
      if (holder.host !== this.processes.self.host) continue
      const state = this.processes.state(holder)
      if (state === 'alive' || (state === 'unknown' && (await this.isFresh(name, own)))) return { held: true, left: [] }
      left.push(name)
    }
    return { held: false, left }
  }

  /** Both times come from the file system's clock. */
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
