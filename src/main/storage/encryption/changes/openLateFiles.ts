/**
 * Beside a journal without a lock: what another device sealed before it knew that the lock is off comes into its plain place, once its key is given. The
 * sealed file goes only once its words are on the disk, as the file of that name or beside it.
 */
import { Failure } from '#shared/domain/failure'
import { removeDurably } from '../../../disk/removeDurably'
import { saveDurably } from '../../../disk/saveDurably'
import type { JournalFolder } from '../../layout/journalFolder'
import { digest } from '../cipher/algorithms'
import { contentFiles } from '../files/contentFiles'
import { sealedFolderAsItLies } from '../files/encryptedLayout'
import { maxFileSize, type Names } from '../files/fileSet'
import { putInPlace } from '../files/putInPlace'
import { removeEmptySealed, removeFolders } from '../files/removeSet'
import { isSameText, renewed } from '../files/renewed'
import { type Opening, plainPlace } from './plainPlace'
import { type Opened, textIn } from './sealAnew'

/** What anyone may have left for an inbox waits for the person's word. To be run by the one process that has the journal. */
export async function openLateFiles(opening: Opening): Promise<Opened> {
  const { home, vault } = opening
  const sealed = sealedFolderAsItLies(home)
  const { files, folders } = await contentFiles(sealed)
  let [opened, left] = [0, 0]
  for (const names of files) {
    const path = sealed.path(...names)
    try {
      const { bytes } = await sealed.disk.files.read(path, maxFileSize)
      const text = textIn(vault, bytes)
      if (text === null) continue
      await putPlain(home, await plainPlace(opening, names, bytes), text)
      const now = await sealed.disk.files.read(path, maxFileSize)
      if (Buffer.compare(now.bytes, bytes) !== 0) throw new Failure('conflict', 'another program wrote it')
      await opening.gate.takeAway(path, () => removeDurably(sealed.disk, path))
      opened++
    } catch {
      left++
    }
  }
  if (folders.length > 0) await removeFolders(sealed, folders)
  await removeEmptySealed(home)
  return { opened, left }
}

/** One that says the same is written again: what another device removes is the one that lay there. */
async function putPlain(home: JournalFolder, place: Names, text: Uint8Array): Promise<void> {
  const path = home.path(...place)
  const look = () => home.disk.files.read(path, maxFileSize).catch(() => null)
  const there = await look()
  if (there === null || !isSameText(place, there.bytes, text)) {
    await putInPlace(home, place, renewed(place, text), digest(text).toString('hex'))
    return
  }
  const lastLook = async () => {
    const now = await look()
    if (now === null || Buffer.compare(now.bytes, there.bytes) !== 0)
      throw new Failure('conflict', 'another program wrote it')
  }
  await saveDurably(home.disk, path, renewed(place, there.bytes), lastLook)
}
