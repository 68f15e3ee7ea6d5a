/**
 * Every file of a journal that belongs into a backup: all but locks and what is just being written. Links are not followed. One that is not on this
 * computer yet is among them under its own name, and can't be read.
 */
import { join } from 'node:path'
import type { Disk } from '../disk/disk'
import { errorCode } from '../disk/files'
import { underOwnNames } from '../disk/placeholder'
import { isTemporaryName } from '../disk/temporaryName'
import { folderNames } from '../storage/layout/journalFolder'

export interface JournalFile {
  /** Inside the journal, with slashes. */
  readonly path: string
  readonly place: string
}

/** In the order of their paths. */
export async function journalFiles(disk: Disk, root: string): Promise<JournalFile[]> {
  const found: JournalFile[] = []
  await walk(disk, root, '', found)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function walk(disk: Disk, folder: string, prefix: string, found: JournalFile[]): Promise<void> {
  for (const { name, kind } of await listed(disk, folder, prefix)) {
    const [path, place] = [prefix + name, join(folder, name)]
    if (kind === 'file' && !isTemporaryName(name)) found.push({ path, place })
    if (kind === 'folder' && path !== folderNames.locks) await walk(disk, place, `${path}/`, found)
  }
}

/** A folder that went away meanwhile has nothing; the journal's own has to be there. */
async function listed(disk: Disk, folder: string, prefix: string) {
  try {
    return underOwnNames(await disk.files.list(folder))
  } catch (error) {
    if (prefix === '' || errorCode(error) !== 'ENOENT') throw error
    return []
  }
}
