/** The key files beside the one that counts: of a lock that was turned on apart, and those that are retired. One that can't be read opens nothing. */
import { basename } from 'node:path'
import type { Finding } from '#shared/domain/health/finding'
import { findLock, readKey } from '../encryption/files/encryptedLayout'
import { isKeyFileName, keyFilesIn } from '../encryption/keys/keyFiles'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { finding, isUsualLitter, type Look } from './look'

export async function* keyFindings(look: Look): AsyncGenerator<Finding> {
  for (const { name, kind } of await look.folder.list(folderNames.keys)) {
    if (isUsualLitter(name)) continue
    const path = look.folder.path(folderNames.keys, name)
    look.looked()
    if (kind !== 'file' || !name.endsWith('.json')) yield finding(look, 'foreign', path)
    else if (!(await isReadableKey(look.folder, path))) yield finding(look, 'damaged', path)
  }
  yield* secondLocks(look)
}

/** Also where such a lock sealed nothing here. Beside a journal without a lock they lock nothing. */
async function* secondLocks(look: Look): AsyncGenerator<Finding> {
  const counts = (await findLock(look.folder).catch(() => null))?.file.id
  if (counts === undefined) return
  for (const { file, names, isRetired } of await keyFilesIn(look.folder))
    if (!isRetired && file.id !== counts) yield finding(look, 'second-lock', look.folder.path(...names))
}

/** Of a file at the top: what it sealed is told by itself. */
export async function isSecondKeyFile(home: JournalFolder, path: string): Promise<boolean> {
  return isKeyFileName(basename(path)) && (await isReadableKey(home, path))
}

async function isReadableKey(home: JournalFolder, path: string): Promise<boolean> {
  const key = await readKey(home, path).catch(() => null)
  return Boolean(key?.file)
}
