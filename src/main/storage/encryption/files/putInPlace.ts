/** Puts a file where it belongs, as the file of that name, or beside it: nothing that is there is replaced, and doing it again changes nothing. */
import { dirname } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../../disk/createDurably'
import type { Disk } from '../../../disk/disk'
import { errorCode } from '../../../disk/files'
import { syncFolder } from '../../../disk/syncFolder'
import { isInInbox } from '../../layout/inboxes'
import { folderNames, type JournalFolder } from '../../layout/journalFolder'
import { maxFileSize, type Names } from './fileSet'

/** `mark` follows from the file. Throws `conflict` when other files have both names. */
export async function putInPlace(folder: JournalFolder, names: Names, bytes: Uint8Array, mark: string): Promise<void> {
  if (await isCreated(folder, names, bytes)) return
  // What has this name in an inbox leaves it soon.
  if (!isInInbox(folder.kinds, names) && (await isCreated(folder, beside(names, mark), bytes))) return
  throw new Failure('conflict', 'another file has its name')
}

/** False where another file has the name; one with the same bytes is this one. */
export async function isCreated(folder: JournalFolder, names: Names, bytes: Uint8Array): Promise<boolean> {
  const path = folder.path(...names)
  return folder.inside(names.slice(0, -1), () =>
    // A start after a crash looks for half files there, and not in every folder.
    folder.inside([folderNames.quarantine], (quarantine) => isCreatedAt(folder.disk, path, bytes, quarantine)),
  )
}

/** The same in a folder that is there; `temporaryIn` as `createDurably` has it. */
export async function isCreatedAt(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  temporaryIn = dirname(path),
): Promise<boolean> {
  try {
    await createDurably(disk, path, bytes, temporaryIn)
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const there = await disk.files.read(path, maxFileSize).catch((error: unknown) => {
    if (error instanceof Failure) return null
    throw error
  })
  if (there === null || Buffer.compare(there.bytes, bytes) !== 0) return false
  // An attempt before may have failed before its name was safe.
  await syncFolder(disk, dirname(path))
  return true
}

/** A name that the journal knows for a copy: of an entry or a day it is compared or merged, elsewhere it is kept. */
function beside(names: Names, mark: string): Names {
  const name = (names.at(-1) ?? '').replace(/\.json$/, '')
  return [...names.slice(0, -1), `${name}.unsealed-${mark.slice(0, 8)}.json`]
}
