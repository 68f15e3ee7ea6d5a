/** Takes a set of files away that counts no more. What can't be removed now is looked for again at the next start. */
import { errorCode } from '../../disk/files'
import { removeDurably } from '../../disk/removeDurably'
import { syncFolder } from '../../disk/syncFolder'
import { isTemporaryName } from '../../disk/temporaryName'
import type { JournalFolder } from '../layout/journalFolder'
import { contentFiles } from './contentFiles'
import { keyFileName, sealedFolderAsItLies, sealedName, unfinishedName } from './encryptedLayout'
import type { Names } from './fileSet'

/** Folders go when they are empty: what else lies there is not ours. Deepest first. */
export async function removeFolders(folder: JournalFolder, folders: readonly Names[]): Promise<void> {
  for (const names of folders) {
    try {
      await folder.disk.files.removeFolder(folder.path(...names))
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error
    }
  }
  await syncFolder(folder.disk, folder.root)
}

/** `sealed/` when it is half of a change or was given up. The sign that it is goes last. */
export async function removeUnfinished(home: JournalFolder): Promise<void> {
  const top = (await home.list(sealedName)).map(({ name }) => name)
  const folder = sealedFolderAsItLies(home)
  if (!top.includes(unfinishedName)) {
    // It ended before the first, or behind the last of it.
    if (!top.every(isTemporaryName)) return
    for (const name of top) await folder.disk.files.remove(folder.path(name))
    return removeEmpty(home)
  }
  const { files, temporaries, folders } = await contentFiles(folder)
  for (const names of [...files, ...temporaries]) await folder.disk.files.remove(folder.path(...names))
  if (top.includes(keyFileName)) await folder.disk.files.remove(folder.path(keyFileName))
  await removeFolders(folder, folders)
  await removeDurably(folder.disk, folder.path(unfinishedName))
  await removeEmpty(home)
}

async function removeEmpty(home: JournalFolder): Promise<void> {
  try {
    await home.disk.files.removeFolder(home.path(sealedName))
    await syncFolder(home.disk, home.root)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error
  }
}
