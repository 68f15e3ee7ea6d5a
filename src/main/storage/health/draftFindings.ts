/** Looks at the drafts on this device: words that no journal has yet. Those that are sealed show no more than their form. */
import type { Finding } from '#shared/domain/health/finding'
import { failureOf } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { sealedMark } from '../encryption/cipher/fileCipher'
import { isForInbox } from '../encryption/cipher/sealedInbox'
import { decoded } from '../format/fileFormat'
import { draftFormat, draftsName, isDraftName, maxDraftBytes } from '../safekeeping/draftFiles'
import { finding, type Look, type Trouble, troubleFor } from './look'

/** `look` is at the folder that holds the drafts' own. */
export async function* draftFindings(look: Look): AsyncGenerator<Finding> {
  for (const { name: journal, kind } of await look.folder.list(draftsName)) {
    if (kind !== 'folder') continue
    for (const { name } of await look.folder.list(draftsName, journal)) {
      const path = look.folder.path(draftsName, journal, name)
      // It made room for a new one when it could not be read.
      const trouble = name.endsWith('.unread') ? 'damaged' : isDraftName(name) ? await troubleOf(look, path) : null
      if (trouble) yield finding(look, trouble, path)
    }
  }
}

async function troubleOf({ folder, looked }: Look, path: string): Promise<Trouble | null> {
  try {
    const { bytes } = await folder.disk.files.read(path, maxDraftBytes)
    if (!isForInbox(bytes) && sealedMark(bytes) === null) decoded(draftFormat, bytes)
    return null
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? null : troubleFor(failureOf(error).code)
  } finally {
    looked()
  }
}
