/** What one lock sealed is sealed under the key of another: each file in its place and for it, the same bytes on every device that does it. */
import { Failure } from '#shared/domain/failure'
import { removeDurably } from '../../../disk/removeDurably'
import { saveDurably } from '../../../disk/saveDurably'
import type { JournalFolder } from '../../layout/journalFolder'
import { type SealedPlace, sealedPlace } from '../cipher/sealedPlace'
import type { Vault } from '../cipher/vault'
import { arrivalPlace } from '../files/arrivalPlace'
import { contentFiles } from '../files/contentFiles'
import { sealedFolder, sealedFolderAsItLies } from '../files/encryptedLayout'
import { maxFileSize, type Names } from '../files/fileSet'
import type { InboxGate } from '../files/inboxGate'
import { isCreated } from '../files/putInPlace'

export interface Opened {
  /** Files that can be read from here on. */
  readonly opened: number
  /** Those that the key opens and the disk did not take: they wait as before. */
  readonly left: number
}

/** What is sealed for it opens nowhere but in quarantine: where the key that goes opened it at a wrong place, so does the one that stays. */
export const nowhere = 'nowhere'

/**
 * `onto` is the key that opens from here on; what anyone may have left for an inbox waits for the person's word, unless `gate` knows of it. To be run by the
 * one process that has the journal; once more, it goes on where it was cut off.
 */
export async function sealAnew(home: JournalFolder, vault: Vault, onto: Vault, gate: InboxGate): Promise<Opened> {
  const sealing = { home, folder: sealedFolderAsItLies(home), vault, onto, gate }
  const { files } = await contentFiles(sealing.folder)
  let [opened, left] = [0, 0]
  for (const names of files) {
    try {
      if (await isSealedAnew(sealing, names)) opened++
    } catch {
      left++
    }
  }
  return { opened, left }
}

interface Sealing {
  readonly home: JournalFolder
  /** As it lies. */
  readonly folder: JournalFolder
  readonly vault: Vault
  readonly onto: Vault
  readonly gate: InboxGate
}

/** False for what is not the key's that goes. */
async function isSealedAnew({ home, folder, vault, onto, gate }: Sealing, names: Names): Promise<boolean> {
  const { disk } = folder
  const path = folder.path(...names)
  const { bytes } = await disk.files.read(path, maxFileSize)
  const text = textIn(vault, bytes)
  if (text === null) return false
  // What a sync program puts there meanwhile is no older state of this.
  const lastLook = async () => {
    const now = await disk.files.read(path, maxFileSize)
    if (Buffer.compare(now.bytes, bytes) !== 0) throw new Failure('conflict', 'another program wrote it')
  }
  const place = sealedPlace(home.kinds, names)
  if (await waitsForWord(gate, place, names, bytes)) {
    const waiting = arrivalPlace(onto, names, text)
    if (!(await isCreated(sealedFolder(home, onto), waiting, text))) throw new Failure('conflict', 'its place is taken')
    await lastLook()
    await removeDurably(disk, path)
    return true
  }
  // Also in quarantine, where all opens: what is sealed for its name comes back from there.
  const subject = textIn(vault, bytes, { ...place, takesAny: false }) === null ? nowhere : place.subject
  const sealed = onto.sealOver(text, bytes, subject)
  // By way of the top, where each start looks for what was being written: in an inbox nobody would for a day.
  await gate.takeAway(path, async () => void (await saveDurably(disk, path, sealed, lastLook, folder.root)))
  return true
}

/** What anyone may have left in an inbox, and nobody let in. In quarantine it stays: sealed for no name, it comes back from there as nothing. */
export async function waitsForWord(
  gate: InboxGate,
  place: SealedPlace,
  names: Names,
  bytes: Uint8Array,
): Promise<boolean> {
  return place.takesLeft === true && !place.takesAny && !(await gate.mayJoin(names, bytes))
}

/** Null for what this key did not seal. */
export function textIn(
  vault: Vault,
  bytes: Uint8Array,
  place: SealedPlace = { subject: '', takesAny: true },
): Buffer | null {
  try {
    return vault.open(bytes, place)
  } catch (error) {
    if (error instanceof Failure && error.code === 'locked') throw error
    return null
  }
}
