/** Earlier states of each entry, byte for byte: `versions/<id>/<revision>-<instant>.json`. The last good copy comes from here. */
import type { Instant } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { moveDurably } from '../../disk/moveDurably'
import { syncFolder } from '../../disk/syncFolder'
import { maxDocumentBytes } from '../format/fileFormat'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { worthDropping } from '../safekeeping/versionRetention'
import type { ReadableEntry } from './classifyFiles'
import { type LoadedEntry, loadEntry } from './loadEntry'
import { sameContent } from './sameContent'
import { copyVersionName, uniqueVersionName, versionFilesOf, versionName } from './versionFiles'

export class Versions {
  constructor(private readonly folder: JournalFolder) {}

  /** Keeps the bytes of a file that is about to be replaced; nothing to do when they are kept already. */
  async keep(id: EntryId, revision: number, bytes: Uint8Array, now: Instant): Promise<void> {
    const { versions } = folderNames
    // An attempt that failed may have left it with a name that the disk does not keep yet.
    if (await this.has(id, revision, bytes)) {
      return this.folder.inside([versions, id], (folder) => syncFolder(this.folder.disk, folder))
    }
    await this.folder.inside([versions, id], async () => {
      // The unfinished file lies one folder up, so that a start after a crash has one folder to clear and not one for each entry.
      const unfinishedIn = this.folder.path(versions)
      const create = (name: string) =>
        createDurably(this.folder.disk, this.folder.path(versions, id, name), bytes, unfinishedIn)
      try {
        await create(versionName(revision, now))
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
        await create(uniqueVersionName(revision, now))
      }
    })
    await this.thin(id, now)
  }

  /** Takes in a file that lost its place to a higher revision. */
  async accept(id: EntryId, revision: number, path: string, now: Instant): Promise<void> {
    const { versions } = folderNames
    await this.folder.inside([versions, id], () =>
      moveDurably(this.folder.disk, path, this.folder.path(versions, id, uniqueVersionName(revision, now))),
    )
  }

  /** Takes in what a sync program left beside the entry. Such a copy is nobody's earlier state: it is not thinned with them. */
  async acceptCopy(id: EntryId, revision: number, path: string, now: Instant): Promise<void> {
    const { versions } = folderNames
    const name = copyVersionName(revision, now)
    await this.folder.inside([versions, id], () =>
      moveDurably(this.folder.disk, path, this.folder.path(versions, id, name)),
    )
  }

  /** Whether what a copy says is kept here already. */
  async holds({ entry, seen }: ReadableEntry): Promise<boolean> {
    for (const { name, kind } of await this.folder.list(folderNames.versions, entry.id)) {
      if (kind !== 'file') continue
      const kept = await loadEntry(this.folder.disk, this.folder.path(folderNames.versions, entry.id, name))
      if (kept.kind !== 'entry' || kept.entry.id !== entry.id) continue
      if (kept.seen.digest === seen.digest || sameContent(kept.entry, entry)) return true
    }
    return false
  }

  /** The newest version that can be read and is this entry's. Throws when the disk keeps one back: an older one must not pass for it. Copies that were put away come last. */
  async newestReadable(id: EntryId): Promise<Extract<LoadedEntry, { kind: 'entry' }> | undefined> {
    const { earlier, copies } = await versionFilesOf(this.folder, id)
    for (const { name } of [...earlier, ...copies]) {
      const loaded = await loadEntry(this.folder.disk, this.folder.path(folderNames.versions, id, name))
      if (loaded.kind === 'entry' && loaded.entry.id === id) return loaded
      if (loaded.kind === 'unreachable') throw loaded.failure
    }
    return undefined
  }

  /** For an entry that is erased: its words are to be nowhere. */
  async erase(id: EntryId): Promise<void> {
    const { files } = this.folder.disk
    const found = await this.folder.list(folderNames.versions, id)
    for (const { name, kind } of found) {
      if (kind === 'file') await files.remove(this.folder.path(folderNames.versions, id, name)).catch(goneIsFine)
    }
    if (found.length > 0) await files.removeFolder(this.folder.path(folderNames.versions, id)).catch(goneIsFine)
  }

  private async thin(id: EntryId, now: Instant): Promise<void> {
    const dropped = worthDropping((await versionFilesOf(this.folder, id)).earlier, now)
    for (const { name } of dropped) {
      // Best effort: one version too many harms nobody.
      await this.folder.disk.files.remove(this.folder.path(folderNames.versions, id, name)).catch(() => undefined)
    }
  }

  private async has(id: EntryId, revision: number, bytes: Uint8Array): Promise<boolean> {
    const { earlier } = await versionFilesOf(this.folder, id)
    const same = earlier.filter((version) => version.revision === revision)
    for (const { name } of same) {
      const path = this.folder.path(folderNames.versions, id, name)
      const kept = await this.folder.disk.files.read(path, maxDocumentBytes).catch(() => undefined)
      if (kept && Buffer.compare(kept.bytes, bytes) === 0) return true
    }
    return false
  }
}

function goneIsFine(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error
}
