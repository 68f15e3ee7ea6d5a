/** One small document in one file: settings, this device's state. Defaults stand in only while there is no file, or none that can be read. */
import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import { Failure } from '#shared/domain/failure'
import { KeyedQueue } from '../../async/keyedQueue'
import type { Disk } from '../../disk/disk'
import { answered, failureOf } from '../../disk/failureOf'
import { type FileFingerprint, looksUnchanged } from '../../disk/fileFingerprint'
import { errorCode } from '../../disk/files'
import { isElsewhere } from '../../disk/placeholder'
import type { DocumentStore } from '../../services/ports/documentStore'
import { DurableAdapter } from './DurableAdapter'
import { isDamage } from './damage'
import type { FileFormat } from './fileFormat'

export interface DocumentPlace<T extends object> {
  readonly disk: Disk
  readonly path: string
  readonly format: FileFormat<T>
  readonly defaults: T
  /** Whether what can't be read is damaged for good, and not half written by another program. */
  staysDamaged(): Promise<boolean>
  /** Before every write: the lock is held, the folder is there. */
  prepare(): Promise<void>
  /** Takes a file that can't be read out of the way, whole. `waiting`: it is no damage, and waits for the person's word. */
  setAside(): Promise<'quarantined' | 'waiting'>
  /** Keeps what another program wrote there before it is replaced. */
  keep(document: T): Promise<void>
  /** Before the first change of a run, with what is there. What it throws keeps nothing from being written. */
  changing?(document: T): Promise<void>
  raise(kind: 'quarantined' | 'newer' | 'unreachable' | 'elsewhere' | 'sealed'): void
}

const changedMeanwhile = new Failure('conflict', 'changed between look and rename')

export class DocumentFile<T extends object> implements DocumentStore<T> {
  private current: T
  private seen: FileFingerprint | null = null
  /** What another program put there, once it is kept. */
  private met: FileFingerprint | null = null
  private attempted: string | null = null
  /** The file was there but could not be read: it is not overwritten unseen. */
  private unread = false
  private newer = false
  private isChanged = false
  private readonly queue = new KeyedQueue()

  private constructor(private readonly place: DocumentPlace<T>) {
    this.current = place.defaults
  }

  static async open<T extends object>(place: DocumentPlace<T>): Promise<DocumentFile<T>> {
    const repository = new DocumentFile(place)
    await repository.load()
    return repository
  }

  get value(): T {
    return this.current
  }

  /** Whether a newer app's file is there: what it says beyond `value` is unknown, and nothing is written over it. */
  get isNewer(): boolean {
    return this.newer
  }

  /** Whether `value` is what lies there, and not what stands in for a file that is missing or can't be read. */
  get isThere(): boolean {
    return this.seen !== null && !this.unread
  }

  save(next: T): Promise<void> {
    return this.alone(async () => {
      await this.place.prepare()
      if (!(await this.isAsSeen())) await this.meetStranger('keep')
      await this.write(next)
    })
  }

  change(step: (value: T) => T): Promise<void> {
    return this.alone(async () => {
      await this.place.prepare()
      if (!(await this.isAsSeen())) await this.meetStranger('take')
      const next = step(this.current)
      // The same bytes with another time are a change to a sync program, which may then lose one that was made elsewhere.
      if (this.seen !== null && isDeepStrictEqual(next, this.current)) return
      await this.keepFirst()
      await this.write(next)
    })
  }

  lookAgain(): Promise<boolean> {
    return this.queue.run('document', async () => {
      const before = this.current
      // What can't be read now, or only half of it is there, is left for the next change.
      if (!(await this.isAsSeen().catch(() => true))) await this.takeReadable().catch(() => undefined)
      return !isDeepStrictEqual(before, this.current)
    })
  }

  idle(): Promise<void> {
    return this.queue.idle()
  }

  private async load(): Promise<void> {
    const adapter = this.adapter()
    try {
      const found = await adapter.read()
      this.seen = adapter.seen
      if (found) this.current = found
    } catch (error) {
      await this.refused(failureOf(error))
    }
  }

  private async refused({ code }: Failure): Promise<void> {
    this.unread = true
    if (code === 'newer-schema') {
      this.newer = true
      this.current = await this.knownPart()
      return this.place.raise('newer')
    }
    if (code === 'sealed-elsewhere') return this.place.raise('sealed')
    if (!isDamage(code)) return this.place.raise(code === 'elsewhere' ? 'elsewhere' : 'unreachable')
    if (!(await this.place.staysDamaged())) return await this.readAgain()
    try {
      await this.place.prepare()
      const aside = await this.place.setAside()
      this.unread = false
      if (aside === 'quarantined') this.place.raise(aside)
    } catch {
      this.place.raise('unreachable')
    }
  }

  /** Once it is whole it is read like any other; one that goes on changing is out of reach for now. */
  private async readAgain(): Promise<void> {
    const adapter = this.adapter()
    try {
      const found = await adapter.read()
      this.seen = adapter.seen
      this.unread = false
      if (found) this.current = found
    } catch {
      this.place.raise('unreachable')
    }
  }

  private async knownPart(): Promise<T> {
    const { defaults } = this.place
    const known = await this.adapter()
      .readKnownPart(defaults)
      .catch(() => null)
    return known ?? defaults
  }

  /** Once more when another program wrote between the look at what is there and the rename. */
  private alone(task: () => Promise<void>): Promise<void> {
    const attempt = (left: number): Promise<void> =>
      task().catch((error: unknown) => {
        if (error === changedMeanwhile && left > 0) return attempt(left - 1)
        throw error
      })
    return this.queue.run('document', () => answered(() => attempt(2)))
  }

  private async keepFirst(): Promise<void> {
    if (this.isChanged || this.seen === null) return
    this.isChanged = true
    await this.place.changing?.(this.current).catch(() => undefined)
  }

  private async write(next: T): Promise<void> {
    const adapter = new DurableAdapter(this.place.disk, this.place.path, this.place.format, async () => {
      if (!(await this.isExpected())) throw changedMeanwhile
    })
    try {
      await new Low(adapter, next).write()
    } catch (error) {
      if (error !== changedMeanwhile) this.attempted = adapter.attempted
      throw error
    }
    this.seen = adapter.seen
    this.met = null
    this.attempted = null
    this.current = next
  }

  private async isAsSeen(): Promise<boolean> {
    return this.isStill(this.seen)
  }

  /** What may be replaced: what was read or written last, or met and kept. */
  private async isExpected(): Promise<boolean> {
    return (await this.isStill(this.seen)) || (await this.isStill(this.met))
  }

  private async isStill(seen: FileFingerprint | null): Promise<boolean> {
    try {
      const info = await this.place.disk.files.info(this.place.path)
      return seen !== null && looksUnchanged(seen, info)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
      return !(await isElsewhere(this.place.disk.files, this.place.path))
    }
  }

  /** What lies there is not what we read or wrote last: keep it, go on from it, or leave it alone. Throws when it must not be replaced. */
  private async meetStranger(how: 'keep' | 'take'): Promise<void> {
    const adapter = this.adapter()
    let found: T | null
    try {
      found = await adapter.read()
    } catch (error) {
      if (!isDamage(failureOf(error).code)) throw error
      if (!(await this.place.staysDamaged())) throw new Failure('conflict', 'another program writes it')
      const aside = await this.place.setAside()
      this.unread = false
      if (aside === 'quarantined') this.place.raise(aside)
      return
    }
    this.met = adapter.seen
    if (!found || this.isOurs(adapter)) return
    if (how === 'take' || this.unread) {
      const wasUnread = this.unread
      this.take(found, adapter)
      if (how === 'take' || !wasUnread) return
      throw new Failure('conflict', 'the file could not be read before and can now')
    }
    await this.place.keep(found)
  }

  private async takeReadable(): Promise<void> {
    const adapter = this.adapter()
    const found = await adapter.read()
    if (found && !this.isOurs(adapter)) this.take(found, adapter)
  }

  private take(found: T, { seen }: DurableAdapter<T>): void {
    this.unread = false
    this.newer = false
    this.seen = seen
    this.current = found
  }

  /** Also what a write that failed has put in place. */
  private isOurs({ seen }: DurableAdapter<T>): boolean {
    return seen?.digest === this.seen?.digest || seen?.digest === this.attempted
  }

  private adapter(): DurableAdapter<T> {
    return new DurableAdapter(this.place.disk, this.place.path, this.place.format)
  }
}
