/**
 * A sealed file gets other bytes of the same text. What its plain twin shows may be the words of a device that turns the lock off: it takes away the sealed
 * file that it knows, and the sync program would bring that here once the twin has gone from here to there. A changed file stays on both sides.
 */
import { Failure } from '#shared/domain/failure'
import { saveDurably } from '../../../disk/saveDurably'
import type { JournalFolder } from '../../layout/journalFolder'
import { isOldForm } from '../cipher/fileCipher'
import { isForInbox } from '../cipher/sealedInbox'
import { sealedPlace } from '../cipher/sealedPlace'
import type { Vault } from '../cipher/vault'
import { sealedFolderAsItLies } from '../files/encryptedLayout'
import { maxFileSize, type Names } from '../files/fileSet'
import { nowhere, textIn } from './sealAnew'

/**
 * The same bytes on each device that does it. What is not the key's in its own place stays: sealed anew it would pass for the journal's; but not in
 * quarantine, where all opens and nothing is a page. What is of the old form is migrated. Throws `conflict`.
 */
export async function sealOwnAnew(home: JournalFolder, vault: Vault, names: Names): Promise<void> {
  const folder = sealedFolderAsItLies(home)
  const path = folder.path(...names)
  const { bytes } = await folder.disk.files.read(path, maxFileSize)
  const place = sealedPlace(home.kinds, names)
  if (isOldForm(bytes) || (isForInbox(bytes) && !place.takesAny)) return
  const own = textIn(vault, bytes, { ...place, takesAny: false })
  const text = own ?? textIn(vault, bytes, place)
  if (text === null) return
  const lastLook = async () => {
    const now = await folder.disk.files.read(path, maxFileSize)
    if (Buffer.compare(now.bytes, bytes) !== 0) throw new Failure('conflict', 'another program wrote it')
  }
  const subject = own === null ? nowhere : place.subject
  await saveDurably(folder.disk, path, vault.sealOver(text, bytes, subject), lastLook, folder.root)
}
