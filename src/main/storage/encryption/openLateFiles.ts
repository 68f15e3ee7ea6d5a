/**
 * Beside a journal without a lock: what another device sealed before it knew that the lock is off comes into its plain place, once its key is given. The
 * sealed file goes only once its words are on the disk, as the file of that name or beside it.
 */
import type { Instant } from '#shared/domain/day'
import { removeDurably } from '../../disk/removeDurably'
import type { JournalFolder } from '../layout/journalFolder'
import { digest } from './algorithms'
import { arrivalPlace } from './arrivalPlace'
import { contentFiles } from './contentFiles'
import { damagedPlace } from './damagedPlace'
import { sealedFolderAsItLies } from './encryptedLayout'
import { maxFileSize, type Names } from './fileSet'
import type { InboxGate } from './inboxGate'
import { putInPlace } from './putInPlace'
import { removeEmptySealed, removeFolders } from './removeSet'
import { type Opened, textIn, waitsForWord } from './sealAnew'
import { sealedPlace } from './sealedPlace'
import type { Vault } from './vault'

interface Opening {
  readonly home: JournalFolder
  readonly vault: Vault
  readonly now: Instant
  readonly gate: InboxGate
}

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
      await putInPlace(home, await placeOf(opening, names, bytes, text), text, digest(text).toString('hex'))
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

/** As when a lock is turned off. */
async function placeOf(
  { home, vault, now, gate }: Opening,
  names: Names,
  bytes: Uint8Array,
  text: Uint8Array,
): Promise<Names> {
  const place = sealedPlace(home.kinds, names)
  if (textIn(vault, bytes, place) === null) return damagedPlace(names, now)
  return (await waitsForWord(gate, place, names, bytes)) ? arrivalPlace(vault, names, text) : names
}
