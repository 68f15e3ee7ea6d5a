/** Takes a set of files away that counts no more. What can't be removed now is looked for again at the next start. */
import { exists } from '../../../disk/exists'
import { errorCode } from '../../../disk/files'
import { removeDurably } from '../../../disk/removeDurably'
import { syncFolder } from '../../../disk/syncFolder'
import { isTemporaryName } from '../../../disk/temporaryName'
import type { JournalFolder } from '../../layout/journalFolder'
import { sealedMark } from '../cipher/fileCipher'
import { contentFiles } from './contentFiles'
import { keyFileName, readKey, sealedFolderAsItLies, sealedName, unfinishedName } from './encryptedLayout'
import { maxFileSize, type Names } from './fileSet'
import { hashOfSealed, type UnfinishedChange, unfinishedChange } from './unfinishedChange'

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

/**
 * `sealed/` when it is half of a change of this device, or was given up by it: what that change wrote, or brought into the plain journal. What another
 * device put there stays. The sign that it is goes last. `brought`: hashes of further sealed files whose words are in the plain journal.
 */
export async function removeUnfinished(
  home: JournalFolder,
  device: string | null,
  brought: Iterable<string> = [],
): Promise<void> {
  const top = (await home.list(sealedName)).map(({ name }) => name)
  const folder = sealedFolderAsItLies(home)
  if (!top.includes(unfinishedName)) {
    // It ended before the first, or behind the last of it.
    if (!top.every(isTemporaryName)) return
    for (const name of top) await folder.disk.files.remove(folder.path(name))
    return removeEmptySealed(home)
  }
  const change = await unfinishedChange(home)
  if (change === null || !(await isToClear(home, change, device))) return
  const { files, temporaries, folders } = await contentFiles(folder)
  const part = change === 'unknown' ? null : { ...change, files: new Set([...change.files, ...brought]) }
  for (const names of files)
    if (part === null || (await isPartOf(folder, names, part))) await folder.disk.files.remove(folder.path(...names))
  for (const names of temporaries) await folder.disk.files.remove(folder.path(...names))
  const copy = await readKey(home, folder.path(keyFileName))
  const isOfChange = change === 'unknown' || !copy?.file || copy.file.id === change.lock
  if (copy !== null && isOfChange) await folder.disk.files.remove(folder.path(keyFileName))
  await removeFolders(folder, folders)
  await removeDurably(folder.disk, folder.path(unfinishedName))
  await removeEmptySealed(home)
}

/** Of an app that did not say whose it is: while all of it is in the plain journal as well. */
async function isToClear(
  home: JournalFolder,
  change: UnfinishedChange | 'unknown',
  device: string | null,
): Promise<boolean> {
  return change === 'unknown' ? isPlainToo(home) : change.device === device
}

/** Whether each sealed file, or each of those with this mark, has its plain one. */
export async function isPlainToo(home: JournalFolder, mark: string | null = null): Promise<boolean> {
  const folder = sealedFolderAsItLies(home)
  const { files } = await contentFiles(folder)
  for (const names of files) {
    if (mark !== null && !(await isPartOf(folder, names, { mark, files: new Set() }))) continue
    if (!(await exists(home.disk, home.path(...names)))) return false
  }
  return true
}

interface Part {
  readonly mark: string | null
  readonly files: ReadonlySet<string>
}

async function isPartOf(folder: JournalFolder, names: Names, { mark, files }: Part): Promise<boolean> {
  const { bytes } = await folder.disk.files.read(folder.path(...names), maxFileSize)
  return mark === null ? files.has(hashOfSealed(bytes)) : sealedMark(bytes) === mark
}

export async function removeEmptySealed(home: JournalFolder): Promise<void> {
  try {
    await home.disk.files.removeFolder(home.path(sealedName))
    await syncFolder(home.disk, home.root)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error
  }
}
