/** Where everything lies inside a journal's folder, and the folders made so that a power cut can't take them away again. */
import { join, relative, sep } from 'node:path'
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import { errorCode, type FileKind } from '../../disk/files'
import { isElsewhere, underOwnNames } from '../../disk/placeholder'
import { syncFolder } from '../../disk/syncFolder'
import { kinds as allKinds } from '../kinds/kinds'
import { type DayLogKind, isDayLogKind, isRecordKind, type Kind, type RecordKind } from '../kinds/recordKind'

/** Those beside the folders of the kinds of records. */
export const folderNames = {
  versions: 'versions',
  trash: 'trash',
  quarantine: 'quarantine',
  locks: 'locks',
  /** Key files that do not count any more, for what they sealed and comes late. */
  keys: 'keys',
} as const

export const markerName = 'journal.json'
export const settingsName = 'settings.json'

/** `settings.json`, and what a sync program leaves beside it. */
export function isSettingsName(name: string): boolean {
  return /^settings.*\.json$/.test(name)
}

export class JournalFolder {
  /** Folders whose names were made durable in this run: an earlier run may have died between making and syncing one. */
  private readonly durable = new Set<string>()

  /** `home` has the marker; it is another folder than `root` in a journal with a lock. */
  constructor(
    readonly disk: Disk,
    readonly root: string,
    readonly home = root,
    readonly kinds: readonly Kind[] = allKinds,
  ) {}

  get recordKinds(): readonly RecordKind[] {
    return this.kinds.filter(isRecordKind)
  }

  get dayLogKinds(): readonly DayLogKind[] {
    return this.kinds.filter(isDayLogKind)
  }

  /** The folders that hold what a person wrote. */
  get wordFolders(): readonly string[] {
    const { versions, trash, quarantine } = folderNames
    return [...this.kinds.map(({ folder }) => folder), versions, trash, quarantine]
  }

  path(...names: string[]): string {
    return join(this.root, ...names)
  }

  /** The path as notices and the format know it: inside the journal, with slashes. */
  nameOf(path: string): string {
    return relative(this.root, path).split(sep).join('/')
  }

  /** Runs `step`, which writes into the folder; makes the folder when it is not there yet, or not any more. */
  async inside<T>(names: readonly string[], step: (folder: string) => Promise<T>): Promise<T> {
    await this.make(names)
    try {
      return await step(this.path(...names))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
      this.durable.clear()
      await this.make(names)
      return await step(this.path(...names))
    }
  }

  /** Throws `folder-missing` when the journal is not there: an unplugged disk leaves an empty folder that must not become a second journal. */
  async present(): Promise<void> {
    try {
      await this.disk.files.info(join(this.home, markerName))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error
      if (await isElsewhere(this.disk.files, join(this.home, markerName)))
        throw new Failure('elsewhere', 'the journal is not on this computer', { cause: error })
      throw new Failure('folder-missing', 'the journal is not where it was', { cause: error })
    }
  }

  /** What lies in a folder, also what is not on this computer yet; nothing when it is not there or is a link. */
  async list(...names: string[]): Promise<readonly { readonly name: string; readonly kind: FileKind }[]> {
    const path = this.path(...names)
    try {
      if (names.length > 0 && (await this.disk.files.info(path)).kind !== 'folder') return []
      return underOwnNames(await this.disk.files.list(path))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }

  private async make(names: readonly string[]): Promise<void> {
    if (this.durable.has(join(...names))) return
    await this.present()
    for (const [at] of names.entries()) {
      const folder = names.slice(0, at + 1)
      if (this.durable.has(join(...folder))) continue
      await this.makeOne(this.path(...folder))
      await syncFolder(this.disk, this.path(...names.slice(0, at)))
      this.durable.add(join(...folder))
    }
  }

  private async makeOne(path: string): Promise<void> {
    try {
      await this.disk.files.makeFolder(path)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
      const { kind } = await this.disk.files.info(path)
      // A link could lead anywhere: the journal never writes through one.
      if (kind !== 'folder') throw new Failure('folder-missing', 'not a folder', { cause: error })
    }
  }
}
