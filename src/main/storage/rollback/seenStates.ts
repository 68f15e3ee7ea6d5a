/**
 * The newest saves that this device has seen of everything in a journal, in a file of the device (`seen/<journal's id>.json`), sealed in a journal with
 * a lock. Only a memory: when it is lost, damaged or of another folder it begins anew, and what went back before is not noticed.
 */
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { daySchema } from '#shared/domain/day'
import { type Saves, savesSchema } from '#shared/domain/record'
import type { Disk } from '../../disk/disk'
import { makeFolders } from '../../disk/makeFolders'
import { saveDurably } from '../../disk/saveDurably'
import { isSealed } from '../encryption/cipher/fileCipher'
import { onDevice } from '../encryption/cipher/sealedPlace'
import type { Vault } from '../encryption/cipher/vault'
import { encryptedFiles } from '../encryption/files/encryptedFiles'
import { decoded, type FileFormat, maxDocumentBytes } from '../format/fileFormat'
import { jsonText } from '../format/jsonText'
import { covers, united } from '../records/lineage'
import { sealOnDeviceAnew } from '../records/sealOnDeviceAnew'
import type { SeenState, StateKey } from '../records/statePlace'

/** The folder's name in the app's user-data directory. */
export const seenName = 'seen'

/** In that folder. */
export function seenPath(folder: string, id: string): string {
  return join(folder, `${id}.json`)
}

export interface ToldState extends SeenState {
  readonly isGone: boolean
}

const sealedAs = onDevice('seen states')

const day = daySchema.nullable()
const schema = z.object({
  schema: z.literal(1),
  /** Of the journal. */
  folder: z.string(),
  states: z.record(z.string(), z.tuple([day, savesSchema])),
  told: z.record(z.string(), z.tuple([day, savesSchema, z.boolean()])),
  /** What going back to backups left behind: the next one may take away what says so. */
  leftBehind: z.record(z.string(), savesSchema).default({}),
  /** What could not be told in the look after a restore: it is not missed once it can be. */
  goesBack: z.array(z.string()).default([]),
  /** Of each record the name of its newest version, and of those that were told and not dismissed the one that is missing. */
  versions: z.record(z.string(), z.string()).default({}),
  versionsTold: z.record(z.string(), z.string()).default({}),
})
const format: FileFormat<z.infer<typeof schema>> = { version: 1, schema, migrations: [] }

export interface SeenPlace {
  readonly disk: Disk
  readonly path: string
  readonly vault: Vault | null
  /** The journal's: in another one the person has put what lies there. */
  readonly folder: string
}

export class SeenStates {
  /** What is missing, of what was told and not dismissed. */
  readonly told = new Map<StateKey, ToldState>()
  /** The name of the version that is missing, of what was told and not dismissed. */
  readonly versionsTold = new Map<StateKey, string>()
  private readonly versions = new Map<StateKey, string>()
  private readonly states = new Map<StateKey, SeenState>()
  private readonly behind = new Map<StateKey, Saves>()
  private readonly back = new Set<StateKey>()
  private isChanged = false

  private constructor(private readonly place: SeenPlace) {}

  /** Never throws. */
  static async of(place: SeenPlace): Promise<SeenStates> {
    const seen = new SeenStates(place)
    const isOpenToRead = await seen.load().catch(() => false)
    if (isOpenToRead) await seen.save()
    return seen
  }

  /** Another key counts from here on, or none: what `former` sealed is written as the journal is now. Never throws. */
  static async sealAnewFrom({ disk, path, vault }: Omit<SeenPlace, 'folder'>, former: Vault): Promise<void> {
    const now = vault === null ? disk : { ...disk, files: encryptedFiles(disk, vault, sealedAs) }
    await sealOnDeviceAnew({ disk, now, former }, path, [sealedAs(path)])
  }

  keys(): IterableIterator<StateKey> {
    return this.states.keys()
  }

  of(key: StateKey): SeenState | undefined {
    return this.states.get(key)
  }

  /** What lies there holds all that was seen: from here on it is what has to be there. */
  saw(key: StateKey, { saves, day }: SeenState): void {
    const before = this.states.get(key)
    // Without saves there is nothing by which a later state could be told from an earlier one.
    if (!before && Object.keys(saves).length === 0) return
    if (before && covers(before.saves, saves) && before.day === day) return
    this.states.set(key, { saves: united(before?.saves ?? {}, saves), day })
    this.isChanged = true
  }

  /** What lies there counts, whatever was seen before; null for nothing. */
  follow(key: StateKey, state: SeenState | null): void {
    if (state === null || Object.keys(state.saves).length === 0) this.states.delete(key)
    else this.states.set(key, state)
    this.isChanged = true
  }

  tell(key: StateKey, told: ToldState | null): void {
    if (told !== null) this.told.set(key, told)
    else if (!this.told.delete(key)) return
    this.isChanged = true
  }

  versionKeys(): IterableIterator<StateKey> {
    return this.versions.keys()
  }

  newestVersion(key: StateKey): string | undefined {
    return this.versions.get(key)
  }

  /** What lies there counts; null for none. */
  followVersion(key: StateKey, name: string | null): void {
    if ((this.versions.get(key) ?? null) === name) return
    if (name === null) this.versions.delete(key)
    else this.versions.set(key, name)
    this.isChanged = true
  }

  tellVersion(key: StateKey, name: string | null): void {
    if (name !== null) this.versionsTold.set(key, name)
    else if (!this.versionsTold.delete(key)) return
    this.isChanged = true
  }

  get leftBehind(): ReadonlyMap<StateKey, Saves> {
    return this.behind
  }

  leave(key: StateKey, saves: Saves): void {
    this.behind.set(key, united(this.behind.get(key) ?? {}, saves))
    this.isChanged = true
  }

  goesBack(key: StateKey): boolean {
    return this.back.has(key)
  }

  letGoBack(key: StateKey, may: boolean): void {
    if (may === this.back.has(key)) return
    if (may) this.back.add(key)
    else this.back.delete(key)
    this.isChanged = true
  }

  /** Whether all is on the disk. Never throws: the next time has what this one lacks. */
  async save(): Promise<boolean> {
    if (!this.isChanged) return true
    const { disk, path, vault, folder } = this.place
    const states = Object.fromEntries([...this.states].map(([key, { day, saves }]) => [key, [day, saves]]))
    const told = Object.fromEntries([...this.told].map(([key, { day, saves, isGone }]) => [key, [day, saves, isGone]]))
    try {
      const [leftBehind, goesBack] = [Object.fromEntries(this.behind), [...this.back]]
      const [versions, versionsTold] = [Object.fromEntries(this.versions), Object.fromEntries(this.versionsTold)]
      const all = { schema: 1, folder, states, told, leftBehind, goesBack, versions, versionsTold }
      const bytes = Buffer.from(jsonText(all), 'utf8')
      await makeFolders(disk, dirname(path))
      await saveDurably(vault === null ? disk : { ...disk, files: encryptedFiles(disk, vault, sealedAs) }, path, bytes)
      this.isChanged = false
      return true
    } catch {
      // A device that takes no file now.
      return false
    }
  }

  /** Whether it is of before the lock: it is sealed from here on. */
  private async load(): Promise<boolean> {
    const { disk, path, vault, folder } = this.place
    const raw = await disk.files.read(path, 2 * maxDocumentBytes)
    const wasSealed = isSealed(raw.bytes)
    const files = wasSealed && vault !== null ? encryptedFiles(disk, vault, sealedAs) : disk.files
    const { bytes } = wasSealed ? await files.read(path, maxDocumentBytes) : raw
    const found = decoded(format, bytes)
    this.isChanged = !wasSealed && vault !== null
    if (found.folder !== folder) return this.isChanged
    for (const [key, [of, saves]] of Object.entries(found.states)) this.states.set(key, { saves, day: of })
    for (const [key, [of, saves, isGone]] of Object.entries(found.told)) this.told.set(key, { saves, day: of, isGone })
    for (const [key, saves] of Object.entries(found.leftBehind)) this.behind.set(key, saves)
    for (const key of found.goesBack) this.back.add(key)
    for (const [key, name] of Object.entries(found.versions)) this.versions.set(key, name)
    for (const [key, name] of Object.entries(found.versionsTold)) this.versionsTold.set(key, name)
    return this.isChanged
  }
}
