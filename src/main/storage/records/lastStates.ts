/**
 * The last state of each record that this device saved, in a folder of the device: a sync program may put another device's file over ours and leave no
 * copy, and then this is all there is of our words. Written once a page rests, not with each save; sealed in a journal with a lock.
 */
import { join } from 'node:path'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { KeyedQueue } from '../../async/keyedQueue'
import type { Disk } from '../../disk/disk'
import { errorCode } from '../../disk/files'
import { makeFolders } from '../../disk/makeFolders'
import { removeDurably } from '../../disk/removeDurably'
import { saveDurably } from '../../disk/saveDurably'
import { isTemporaryName } from '../../disk/temporaryName'
import { encryptedFiles } from '../encryption/encryptedFiles'
import { isOldForm, isSealed } from '../encryption/fileCipher'
import { onDevice } from '../encryption/sealedPlace'
import type { Vault } from '../encryption/vault'
import { decoded, encoded, maxDocumentBytes } from '../format/fileFormat'
import type { RecordKind } from '../kinds/recordKind'

/** Milliseconds without a save after which a page rests. */
const rest = 2_000

export class LastStates {
  /** What is not written yet; a save does not wait for its bytes to be made. */
  private readonly pending = new Map<string, () => Uint8Array>()
  private readonly queue = new KeyedQueue()
  private readonly opened: Disk
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    vault: Vault | null,
  ) {
    this.opened = vault === null ? disk : { ...disk, files: encryptedFiles(disk, vault, onDevice('last state')) }
    this.isSealing = vault !== null
  }

  private readonly isSealing: boolean

  /** What was written before the journal had its lock is sealed, and what has the old form gets the present one. Never throws: what can't be sealed is taken away. */
  async seal(): Promise<void> {
    if (!this.isSealing) return
    for (const name of await this.names().catch(() => [])) {
      const path = join(this.folder, name)
      try {
        const { bytes } = await this.disk.files.read(path, maxDocumentBytes * 2)
        if (!isSealed(bytes)) await saveDurably(this.opened, path, bytes)
        else if (isOldForm(bytes)) await this.sealAnew(path).catch(() => undefined)
      } catch {
        await this.disk.files.remove(path).catch(() => undefined)
      }
    }
  }

  private async sealAnew(path: string): Promise<void> {
    const { bytes } = await this.opened.files.read(path, maxDocumentBytes)
    await saveDurably(this.opened, path, bytes)
  }

  saved<T extends StoredRecord>(kind: RecordKind<T>, record: T): void {
    this.pending.set(nameOf(kind, record.id), () => encoded(kind.format, record))
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), rest).unref()
  }

  /** Also when the app ends. Never throws: a state that the device does not take is one guard less, and the journal has it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.queue.run('states', async () => {
      for (const [name, bytes] of [...this.pending]) {
        await makeFolders(this.disk, this.folder)
          .then(() => saveDurably(this.opened, join(this.folder, name), bytes()))
          .then(
            () => this.pending.get(name) === bytes && this.pending.delete(name),
            () => undefined,
          )
      }
    })
  }

  /** Of one kind, those that can be read; what was not written yet too. */
  async of<T extends StoredRecord>(kind: RecordKind<T>, only?: ReadonlySet<RecordId>): Promise<T[]> {
    const states: T[] = []
    const ids = only ?? new Set((await this.names()).concat(...this.pending.keys()).map((name) => idOf(kind, name)))
    for (const id of ids) {
      const state = id === null ? null : await this.read(kind, nameOf(kind, id)).catch(() => null)
      if (state?.id === id) states.push(state)
    }
    return states
  }

  /** It was seen on the disk that another state continues it. */
  async forget<T extends StoredRecord>(kind: RecordKind<T>, id: RecordId): Promise<void> {
    this.pending.delete(nameOf(kind, id))
    await removeDurably(this.disk, join(this.folder, nameOf(kind, id))).catch(() => undefined)
  }

  private async read<T extends StoredRecord>(kind: RecordKind<T>, name: string): Promise<T> {
    const pending = this.pending.get(name)
    const path = join(this.folder, name)
    return decoded(kind.format, pending?.() ?? (await this.opened.files.read(path, maxDocumentBytes)).bytes)
  }

  private async names(): Promise<string[]> {
    try {
      const found = await this.disk.files.list(this.folder)
      return found.flatMap(({ name, kind }) => (kind === 'file' && !isTemporaryName(name) ? [name] : []))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }
}

function nameOf({ name }: Pick<RecordKind, 'name'>, id: RecordId): string {
  return `${name}-${id}.json`
}

function idOf({ name }: Pick<RecordKind, 'name'>, file: string): RecordId | null {
  return file.startsWith(`${name}-`) && file.endsWith('.json') ? file.slice(name.length + 1, -'.json'.length) : null
}
