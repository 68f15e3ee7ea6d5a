/**
 * Brings a journal whose sealed files say nothing of their subject into the present form: file by file, then the key file, which says that all are in it.
 * Until then both forms are opened; a crash at any point leaves a journal that opens, and the next unlocking goes on. To be run by the one process that
 * has the journal, while nothing else has it open.
 */
import { Failure } from '#shared/domain/failure'
import { looksUnchanged } from '../../../disk/fileFingerprint'
import { errorCode } from '../../../disk/files'
import { isElsewhere } from '../../../disk/placeholder'
import { saveDurably } from '../../../disk/saveDurably'
import type { JournalFolder } from '../../layout/journalFolder'
import { subjectOf } from '../../layout/subjectOf'
import { isOldForm } from '../cipher/fileCipher'
import { checkProof, type KeyFile, migratedKeyFile, readKeyFile } from '../cipher/keyFile'
import type { Vault } from '../cipher/vault'
import { contentFiles } from '../files/contentFiles'
import { keepKeyFile, keyFileName, sealedFolderAsItLies, sealedName } from '../files/encryptedLayout'
import { maxFileSize, type Names, type Progress } from '../files/fileSet'

const changedMeanwhile = new Failure('conflict', 'changed between look and rename')

/** A sync program may bring files of the old form meanwhile. */
const mostPasses = 5

/** `file` is the key file that is there. Throws `key-damaged` for one that was changed without its key, and what the disk says. */
export async function migrateSealed(
  home: JournalFolder,
  file: KeyFile,
  vault: Vault,
  progress: Progress,
): Promise<void> {
  // It is proved anew below: only what was proved before may be.
  vault.withKey((key) => checkProof(file, key))
  const folder = sealedFolderAsItLies(home)
  for (let pass = 0; (await migrateAll(folder, vault, progress)) > 0; pass++)
    if (pass === mostPasses) throw new Failure('conflict', 'files of the old form keep coming')
  const bytes = vault.withKey((key) => migratedKeyFile(file, key))
  await saveDurably(home.disk, home.path(keyFileName), bytes)
  vault.refuseOldForm()
  // Should it fail, the next unlocking writes it.
  const copy = home.path(sealedName, keyFileName)
  await keepKeyFile(home, copy, { file: readKeyFile(bytes), bytes }, { vault }).catch(() => undefined)
}

/** Resolves with how many were found in the old form. */
async function migrateAll(folder: JournalFolder, vault: Vault, progress: Progress): Promise<number> {
  const { files } = await contentFiles(folder)
  let found = 0
  for (const [at, names] of files.entries()) {
    if (await migrateOne(folder, vault, names)) found++
    progress(at + 1, files.length)
  }
  return found
}

async function migrateOne(folder: JournalFolder, vault: Vault, names: Names): Promise<boolean> {
  const { disk } = folder
  const path = folder.path(...names)
  const was = await disk.files.read(path, maxFileSize).catch(goneIsNothing)
  // It would come in the old form later, and be taken for a stranger's.
  if (was === null && (await isElsewhere(disk.files, path)))
    throw new Failure('elsewhere', 'not all is on this computer')
  const bytes = was && isOldForm(was.bytes) ? sealedAnew(vault, was.bytes, subjectOf(folder.kinds, names)) : null
  if (was === null || bytes === null) return false
  const lastLook = async () => {
    if (!looksUnchanged(was.info, await disk.files.info(path))) throw changedMeanwhile
  }
  // By way of the top, where each start looks for what was being written: in an inbox nobody would for a day.
  await saveDurably(disk, path, bytes, lastLook, folder.root).catch(changedIsForTheNextPass)
  return true
}

/** Null for what is damaged or another key's: it stays as it is, and is told as before. */
function sealedAnew(vault: Vault, bytes: Uint8Array, subject: string): Uint8Array | null {
  try {
    return vault.sealAnew(bytes, subject)
  } catch (error) {
    if (error instanceof Failure && error.code !== 'locked') return null
    throw error
  }
}

function changedIsForTheNextPass(error: unknown): void {
  if (error !== changedMeanwhile && errorCode(error) !== 'ENOENT') throw error
}

function goneIsNothing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null
  throw error
}
