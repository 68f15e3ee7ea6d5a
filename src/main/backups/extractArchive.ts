/** Puts the files of an archive into a new folder, each checked and on the disk. */
import { dirname, join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { errorCode } from '../disk/files'
import { makeFolders } from '../disk/makeFolders'
import type { RawDisk } from '../disk/rawFiles'
import { syncFolder } from '../disk/syncFolder'
import { writeSynced } from '../disk/writeTemporary'
import type { Archive } from './openArchive'

/** Two names that are one on this disk, or a file where a folder has to be: no journal has such. */
const clash = new Set(['EEXIST', 'ENOTDIR', 'EISDIR'])

/** `folder` is made here and must not be there. When it fails, what was made so far is the caller's to take away. */
export async function extractArchive(disk: RawDisk, archive: Archive, folder: string): Promise<void> {
  await disk.files.makeFolder(folder)
  const folders = new Set([folder])
  for (const file of archive.manifest.files) {
    const bytes = await archive.read(file)
    const path = join(folder, ...file.path.split('/'))
    try {
      for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above)
      await makeFolders(disk, dirname(path))
      await writeSynced(await disk.files.create(path), bytes)
    } catch (error) {
      throw clash.has(errorCode(error) ?? '') ? new Failure('bad-backup', 'names clash', { cause: error }) : error
    }
  }
  for (const made of folders) await syncFolder(disk, made)
  await syncFolder(disk, dirname(folder))
}
