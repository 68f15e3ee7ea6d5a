/**
 * The last state of each record, and of each day of what shares a file, that this device saved, in a folder of the device: a sync program may put another
 * device's file over ours and leave no copy, and then this is all there is of our words. Written once a page rests, not with each save; sealed in a
 * journal with a lock. Where a state does not hold the one before, both are kept: neither line of saves is lost.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Saves } from '#shared/domain/record'
import { KeyedQueue } from '../../async/keyedQueue'
import { createYieldToEventLoop } from '../../async/yieldToEventLoop'
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { makeFolders } from '../../disk/makeFolders'
import { moveDurably } from '../../disk/moveDurably'
import { removeDurably } from '../../disk/removeDurably'
import { saveDurably } from '../../disk/saveDurably'
import { isTemporaryName } from '../../disk/temporaryName'
import { isSealed } from '../encryption/cipher/fileCipher'
import { onDevice } from '../encryption/cipher/sealedPlace'
import type { Vault } from '../encryption/cipher/vault'
import { encryptedFiles } from '../encryption/files/encryptedFiles'
import { decoded, encoded, maxDocumentBytes } from '../format/fileFormat'
import type { Keepable, KeptBytes, KeptKey, KeptKind, KeptState, KeptStates } from '../safekeeping/keptStates'
import { keyOf, keyOfName, stateIn } from './keptName'
import { contentHash, covers } from './lineage'
import { sealFile } from './sealFile'
import { sealOnDeviceAnew } from './sealOnDeviceAnew'

const sealedAs = onDevice('last state')
/** Of the name of one that the next one does not hold, or could not be opened. */
const asideEnd = /\.[0-9a-f]{8}\.json$/

/** Milliseconds without a save after which a page rests. */
const rest = 2_000

/** Not written yet; a save does not wait for its bytes to be made. */
interface Pending {
  readonly saves: Saves
  mark(): string
  bytes(): Uint8Array
  /** What was written of it before. */
  before(bytes: Uint8Array): Pending
}

export class LastStates implements KeptStates {
  private readonly pending = new Map<string, Pending>()
  private readonly queue = new KeyedQueue()
  private readonly opened: Disk
  private readonly isSealing: boolean
  /** Nothing else writes there. */
  private onDisk: Set<string> | null = null
  private sealed: Promise<void> | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    vault: Vault | null,
  ) {
    this.opened = vault === null ? disk : { ...disk, files: encryptedFiles(disk, vault, sealedAs) }
    this.isSealing = vault !== null
  }

  /**
   * What was written before the journal had its lock is sealed, and what has the old form gets the present one: once, with other work in between. Never
   * throws: what can't be sealed is taken away.
   */
  seal(): Promise<void> {
    this.sealed ??= this.sealThose(() => true)
    return this.sealed
  }

  /** The same of some, as of what others read while the journal opens. */
  async sealThose(isMeant: (name: string) => boolean): Promise<void> {
    if (!this.isSealing) return
    const { disk, opened } = this
    const pause = createYieldToEventLoop()
    for (const name of (await this.names().catch(() => [])).filter(isMeant)) {
      await this.queue.run('states', () => sealFile({ disk, opened }, join(this.folder, name)))
      await pause()
    }
  }

  /** Another key counts from here on, or none: what `former` sealed is written as the journal is now. Never throws. */
  async sealAnewFrom(former: Vault): Promise<void> {
    for (const name of await this.names().catch(() => [])) {
      // One that was put aside is sealed for the name that it had.
      const places = [name, name.replace(asideEnd, '.json')].map(sealedAs)
      await sealOnDeviceAnew({ disk: this.disk, now: this.opened, former }, join(this.folder, name), places)
    }
  }

  saved<T extends Keepable>(kind: KeptKind<T>, state: T): void {
    const name = `${kind.name}-${keyOf(state)}.json`
    const [before, next] = [this.pending.get(name), pendingOf(kind, state)]
    if (before && !covers(next.saves, before.saves)) this.pending.set(besideName(name, before), before)
    this.pending.set(name, next)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), rest).unref()
  }

  /** Also when the app ends. Never throws: a state that the device does not take is one guard less, and the journal has it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.queue.run('states', async () => {
      for (const [name, state] of [...this.pending])
        await this.write(name, state).then(
          () => this.pending.get(name) === state && this.pending.delete(name),
          () => undefined,
        )
    })
  }

  /** Of one kind, those that can be read; what was not written yet too. */
  async of<T extends Keepable>(kind: KeptKind<T>, only?: ReadonlySet<KeptKey>): Promise<KeptState<T>[]> {
    const kept: KeptState<T>[] = []
    for await (const one of this.each(kind, only)) kept.push(...one.state())
    return kept
  }

  async *each<T extends Keepable>(kind: KeptKind<T>, only?: ReadonlySet<KeptKey>): AsyncGenerator<KeptBytes<T>> {
    const pause = createYieldToEventLoop()
    for (const name of new Set([...(await this.names()), ...this.pending.keys()])) {
      const key = keyOfName(kind, name)
      if (key === undefined || (only && !only.has(key))) continue
      const bytes = await this.bytesOf(name).catch(() => null)
      if (bytes !== null) yield { key, bytes, state: () => stateIn(kind, { key, name, bytes }) }
      await pause()
    }
  }

  async hasUnreadable<T extends Keepable>(kind: KeptKind<T>, key: KeptKey): Promise<boolean> {
    for (const name of await this.names()) {
      if (keyOfName(kind, name) !== key) continue
      const bytes = await this.bytesOf(name).catch(() => null)
      if (bytes === null || stateIn(kind, { key, name, bytes }).length === 0) return true
    }
    return false
  }

  /** It was seen on the disk that another state continues it. */
  async forget<T extends Keepable>(kind: KeptKind<T>, { name, state }: KeptState<T>): Promise<void> {
    await this.queue.run('states', async () => {
      const pending = this.pending.get(name)
      // Saved since: another one is to be seen. It may be written by now.
      if (pending && !covers(state.saves ?? {}, pending.saves)) return
      this.pending.delete(name)
      const written = await this.read(kind, name).catch(() => null)
      if (written === null || !covers(state.saves ?? {}, written.saves ?? {})) return
      await removeDurably(this.disk, join(this.folder, name)).then(
        () => this.onDisk?.delete(name),
        () => undefined,
      )
    })
  }

  private async write(name: string, state: Pending): Promise<void> {
    await makeFolders(this.disk, this.folder)
    const path = join(this.folder, name)
    const before = (await this.names()).includes(name) ? await this.writtenBefore(name, state) : null
    if (before !== null && !covers(state.saves, before.saves)) {
      const aside = besideName(name, before)
      if (this.isSealing) await sealFile({ disk: this.disk, opened: this.opened }, path)
      await moveDurably(this.opened, path, join(this.folder, aside))
      this.onDisk?.add(aside)
    }
    await saveDurably(this.opened, path, state.bytes())
    this.onDisk?.add(name)
  }

  /** Null for what can't be read: nothing of it could be brought back. What another key sealed is put aside: that key may come. */
  private async writtenBefore(name: string, state: Pending): Promise<Pending | null> {
    const path = join(this.folder, name)
    try {
      return state.before(await this.writtenAt(name))
    } catch (error) {
      if (failureOf(error).code === 'locked') throw error
      const bytes = await this.disk.files.read(path, 2 * maxDocumentBytes).then(
        (read) => read.bytes,
        () => null,
      )
      if (bytes !== null && isSealed(bytes)) await this.putAside(name, bytes)
      return null
    }
  }

  private async putAside(name: string, bytes: Uint8Array): Promise<void> {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
    const aside = name.replace(/\.json$/, `.${hash}.json`)
    await moveDurably(this.disk, join(this.folder, name), join(this.folder, aside))
    this.onDisk?.add(aside)
  }

  private async read<T extends Keepable>(kind: KeptKind<T>, name: string): Promise<T> {
    return decoded(kind.format, await this.bytesOf(name))
  }

  private async bytesOf(name: string): Promise<Uint8Array> {
    return this.pending.get(name)?.bytes() ?? (await this.writtenAt(name))
  }

  /** Also of one that is to be sealed still. */
  private async writtenAt(name: string): Promise<Uint8Array> {
    const path = join(this.folder, name)
    try {
      return (await this.opened.files.read(path, maxDocumentBytes)).bytes
    } catch (error) {
      if (!this.isSealing) throw error
      const { bytes } = await this.disk.files.read(path, maxDocumentBytes)
      if (isSealed(bytes)) throw error
      return bytes
    }
  }

  private async names(): Promise<readonly string[]> {
    this.onDisk ??= new Set(await this.listed())
    return [...this.onDisk]
  }

  private async listed(): Promise<string[]> {
    try {
      const found = await this.disk.files.list(this.folder)
      return found.flatMap(({ name, kind }) => (kind === 'file' && !isTemporaryName(name) ? [name] : []))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }
}

function pendingOf<T extends Keepable>(kind: KeptKind<T>, state: T): Pending {
  return {
    saves: state.saves ?? {},
    mark: () => contentHash(kind, state).slice(0, 8),
    bytes: () => encoded(kind.format, state),
    before: (bytes) => pendingOf(kind, decoded(kind.format, bytes)),
  }
}

/** Of one that the next one does not hold. */
function besideName(name: string, state: Pending): string {
  return name.replace(/\.json$/, `.${state.mark()}.json`)
}
