/**
 * Whether a key file of before the migration was put back over one that said that all is migrated: what lies there in the old form is not taken a second
 * time. Only the device that saw it migrated knows.
 */
import type { JournalFolder } from '../../layout/journalFolder'
import { isOldForm, sealedMark } from '../cipher/fileCipher'
import { contentFiles } from './contentFiles'
import { type FoundLock, sealedFolderAsItLies } from './encryptedLayout'
import { maxFileSize } from './fileSet'

/** Locks, by their ids, that this device has seen with all files migrated. */
export interface MigratedLocks {
  has(lock: string): boolean
  /** Never rejects: what can't be noted now is noted at the next unlocking. */
  note(lock: string, isMigrated: boolean): Promise<void>
}

export const noMigratedLocks: MigratedLocks = { has: () => false, note: async () => undefined }

/** False for a whole journal of before, as a backup brings it back: not one of its files is in the present form. */
export async function wasPutBack(
  home: JournalFolder,
  { file: { schema, id } }: Pick<FoundLock, 'file'>,
  migrated: Pick<MigratedLocks, 'has'>,
): Promise<boolean> {
  if (schema !== 1 || !migrated.has(id)) return false
  const folder = sealedFolderAsItLies(home)
  for (const names of (await contentFiles(folder)).files) {
    const found = await home.disk.files.read(folder.path(...names), maxFileSize).catch(() => null)
    if (found && sealedMark(found.bytes) !== null && !isOldForm(found.bytes)) return true
  }
  return false
}
