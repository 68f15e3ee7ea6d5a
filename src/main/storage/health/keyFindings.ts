/** The key files beside the one that counts: of a lock that was turned on apart, and those that are retired. One that can't be read opens nothing. */
import { basename } from 'node:path'
import type { Finding } from '#shared/domain/health/finding'
import { readKey } from '../encryption/encryptedLayout'
import { isKeyFileName } from '../encryption/keyFiles'
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
}

/** Of a file at the top: what it sealed is told by itself. */
export async function isSecondKeyFile(home: JournalFolder, path: string): Promise<boolean> {
  return isKeyFileName(basename(path)) && (await isReadableKey(home, path))
}

async function isReadableKey(home: JournalFolder, path: string): Promise<boolean> {
  const key = await readKey(home, path).catch(() => null)
  return Boolean(key?.file)
}
