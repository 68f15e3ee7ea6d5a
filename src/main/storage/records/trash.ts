/** Entries that were thrown away: kept for 30 days, whole, under a name that says when. All but `list` run under the entry's id in the journal's queue. */
import type { EntryId } from '#shared/domain/entry/entry'
import { errorCode } from '../../disk/files'
import { moveDurably } from '../../disk/moveDurably'
import { removeDurably } from '../../disk/removeDurably'
import { syncFolder } from '../../disk/syncFolder'
import type { TrashedEntry } from '../../services/ports/entryStore'
import { folderNames } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { type ReadableEntry, refuseUntouchable } from './classifyFiles'
import { type EntryFile, entryFolderNames, entryPath, groupedById } from './entryFiles'
import { repair } from './repair'
import { type TrashFile, trashFiles, trashPath } from './trashFiles'

export class Trash {
  constructor(private readonly journal: JournalContext) {}

  async take({ entry, path }: ReadableEntry): Promise<void> {
    const { folder, clock } = this.journal
    await folder.inside([folderNames.trash], () =>
      moveDurably(folder.disk, path, trashPath(folder, entry, clock.instant())),
    )
  }

  /** Back among the entries; undefined when it is not here. */
  async giveBack(id: EntryId): Promise<ReadableEntry | undefined> {
    const found = await this.read(id)
    if (!found) return undefined
    const { folder } = this.journal
    const path = entryPath(folder, found.entry)
    await folder.inside(entryFolderNames(found.entry.day), () => moveDurably(folder.disk, found.path, path))
    return { ...found, path }
  }

  /** Undefined when it is not here. */
  async read(id: EntryId): Promise<ReadableEntry | undefined> {
    return this.find(id, await this.filesOf(id))
  }

  /** Whether it is here, and surely so: a move that failed half-way is made durable. */
  async has(id: EntryId): Promise<boolean> {
    const [file] = await this.filesOf(id)
    if (!file) return false
    await this.settle(entryFolderNames(file.day))
    return true
  }

  async list(): Promise<TrashedEntry[]> {
    const files = await trashFiles(this.journal.folder)
    const listed: TrashedEntry[] = []
    for (const [id, group] of await groupedById(files)) {
      // One that can't be read now has its notice and does not keep the others from being shown.
      const found = await this.journal.queue.run(id, () => this.find(id, group)).catch(() => undefined)
      const trashedAt = files.find(({ path }) => path === found?.path)?.trashedAt
      if (found && trashedAt !== undefined) listed.push({ entry: found.entry, trashedAt })
    }
    return listed
  }

  /** Its versions go first: when this stops half-way, what is left can still be seen and erased. */
  async erase(id: EntryId): Promise<void> {
    const { folder, versions } = this.journal
    const files = await this.filesOf(id)
    if (files.length === 0) return this.settle([folderNames.trash])
    if (await this.isBack(files)) {
      await this.find(id, files)
      return
    }
    await versions.erase(id)
    for (const { path } of files) await removeDurably(folder.disk, path)
  }

  /** Makes finished moves between the trash and a folder of entries durable, for a retry of one that could not say so. */
  async settle(names: readonly string[]): Promise<void> {
    const { folder } = this.journal
    for (const path of [folder.path(folderNames.trash), folder.path(...names)]) {
      await syncFolder(folder.disk, path).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error
      })
    }
  }

  private async filesOf(id: EntryId): Promise<TrashFile[]> {
    return (await trashFiles(this.journal.folder)).filter((file) => file.id === id)
  }

  private async find(id: EntryId, files: readonly EntryFile[]): Promise<ReadableEntry | undefined> {
    if (files.length === 0) return undefined
    const { found, findings } = await repair(this.journal, id, files)
    if (!found) refuseUntouchable(findings)
    if (!found || !(await this.isBack(files))) return found
    // A crash on the way in or out can leave both names; the entry among the entries is the one.
    const { versions, clock, lock } = this.journal
    await lock.hold()
    await versions.accept(id, found.entry.revision, found.path, clock.instant())
    return undefined
  }

  private async isBack(files: readonly EntryFile[]): Promise<boolean> {
    const { folder } = this.journal
    for (const file of files) {
      try {
        await folder.disk.files.info(entryPath(folder, file))
        return true
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') throw error
      }
    }
    return false
  }
}
