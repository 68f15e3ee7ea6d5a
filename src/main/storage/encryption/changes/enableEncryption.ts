/**
 * Turns a lock on: the sealed set beside the plain one, looked at again, then the key file, which is the switch, then the plain files go. At every moment
 * of a crash the plain journal or the sealed one is whole, and the next start finds which. To be run by the one process that has the journal.
 */
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../../disk/createDurably'
import { errorCode } from '../../../disk/files'
import { removeDurably } from '../../../disk/removeDurably'
import type { JournalFolder } from '../../layout/journalFolder'
import { becomesSteady } from '../../safekeeping/staysDamaged'
import { readKeyFile } from '../cipher/keyFile'
import type { Vault } from '../cipher/vault'
import { contentFiles } from '../files/contentFiles'
import {
  filesLeftSealed,
  keyFileLimit,
  keyFileName,
  readKey,
  sealedFolder,
  sealedFolderAsItLies,
  sealedName,
  unfinishedName,
} from '../files/encryptedLayout'
import { checkSet, maxFileSize, type Names, type Progress, writeSet } from '../files/fileSet'
import { beingWritten, isWholePlain } from '../files/halfWritten'
import { isPlainToo, removeUnfinished } from '../files/removeSet'
import { beginChange, unfinishedChange } from '../files/unfinishedChange'
import { sealStrays } from './sealStrays'

/** Resolves with how many plain files could not be taken away. Throws before the switch only: then nothing has changed. */
export async function enableEncryption(
  home: JournalFolder,
  vault: Vault,
  keyFile: Uint8Array,
  progress: Progress,
  device: string | null = null,
  steadyFor = 0,
): Promise<number> {
  const sealed = sealedFolder(home, vault)
  try {
    await writeSealed(home, { sealed, keyFile, device, mark: vault.keyMark, steadyFor }, progress)
    await createDurably(home.disk, home.path(keyFileName), keyFile)
  } catch (error) {
    await takeBack(home, { keyFile, device, mark: vault.keyMark }).catch(() => undefined)
    if (errorCode(error) === 'EEXIST') throw new Failure('lock-changed', 'another device seals as well')
    throw error
  }
  try {
    await finishEnabling(home, device)
    return (await sealStrays(home, vault, 'join', steadyFor)).left
  } catch {
    // It is sealed, whatever the disk says now: the next unlocking ends it. One at least is left.
    return 1
  }
}

/** The key file is there: from here on `sealed/` is the journal. */
export async function finishEnabling(home: JournalFolder, device: string | null): Promise<void> {
  const change = await unfinishedChange(home)
  // The key file may come before anything that is sealed; and another device's sign goes when that one is done.
  if (change === null || (change !== 'unknown' && change.device !== device)) return
  await removeDurably(home.disk, home.path(sealedName, unfinishedName))
}

interface Turning {
  readonly sealed: JournalFolder
  readonly keyFile: Uint8Array
  readonly device: string | null
  readonly mark: string
  readonly steadyFor: number
}

async function writeSealed(home: JournalFolder, turning: Turning, progress: Progress) {
  const { sealed, keyFile, device, mark, steadyFor } = turning
  await removeUnfinished(home, device)
  if ((await unfinishedChange(home)) !== null) throw new Failure('lock-unfinished', 'half of another device’s change')
  // They would be taken for a part of this change, and go with it.
  if ((await filesLeftSealed(home)).length > 0) throw new Failure('sealed-elsewhere', 'sealed files with another key')
  const copy = sealedFolderAsItLies(home).path(keyFileName)
  // Nothing is sealed that it could be for.
  const isDamaged = async () => (await readKey(home, copy))?.file === null
  if (steadyFor > 0 && (await isDamaged()) && !(await becomesSteady(home.disk, copy, steadyFor)))
    throw new Failure('written-meanwhile', 'half of a key file')
  const { files } = await contentFiles(home)
  if ((await beingWritten(home, files, isWholePlain, steadyFor)).size > 0)
    throw new Failure('written-meanwhile', 'half of a plain file')
  await beginChange(home, { device, lock: readKeyFile(keyFile).id, mark, files: [] })
  const read = async (names: Names) => (await home.disk.files.read(home.path(...names), maxFileSize)).bytes
  const total = files.length * 2
  await writeSet(sealed, files, read, (done) => progress(done, total))
  if (await isDamaged()) await removeDurably(home.disk, copy)
  await createDurably(home.disk, copy, keyFile)
  await checkSet(sealed, files, read, (done) => progress(files.length + done, total))
}

/** Only what is sure: while a key file may be there, the sealed set stays beside the plain one, and both are whole. */
async function takeBack(
  home: JournalFolder,
  { keyFile, device, mark }: Omit<Turning, 'sealed' | 'steadyFor'>,
): Promise<void> {
  const path = home.path(keyFileName)
  const found = await home.disk.files.read(path, keyFileLimit).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
    return null
  })
  // Another device's is not ours to remove. What went with it since is left sealed as well, by both.
  const isOther = found !== null && Buffer.compare(found.bytes, keyFile) !== 0
  if (isOther && !(await isPlainToo(home, mark))) return
  if (!isOther) await removeDurably(home.disk, path)
  await removeUnfinished(home, device)
}
