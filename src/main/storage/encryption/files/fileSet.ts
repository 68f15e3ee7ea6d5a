/** A second set of a journal's files, written beside the first and then looked at again, byte for byte. It counts for nothing until the key file says so. */
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../../disk/createDurably'
import type { JournalFolder } from '../../layout/journalFolder'

export type Names = readonly string[]

/** Bytes of one file: entries end at 10 MB, and a damaged one may be anything. */
export const maxFileSize = 1_000_000_000

export type Progress = (done: number, total: number) => void

/** Each file is whole from the moment it has its name. Throws the disk's failures; EEXIST when a name is taken. `read` gives the bytes that are to be there. */
export async function writeSet(
  folder: JournalFolder,
  files: readonly Names[],
  read: (names: Names) => Promise<Uint8Array>,
  progress: (done: number) => void,
): Promise<void> {
  for (const [at, names] of files.entries()) {
    const bytes = await read(names)
    await folder.inside(names.slice(0, -1), () => createDurably(folder.disk, folder.path(...names), bytes))
    progress(at + 1)
  }
}

/** Throws `disk-error` when a file does not come back as it was written. */
export async function checkSet(
  folder: JournalFolder,
  files: readonly Names[],
  read: (names: Names) => Promise<Uint8Array>,
  progress: (done: number) => void,
): Promise<void> {
  for (const [at, names] of files.entries()) {
    const { bytes } = await folder.disk.files.read(folder.path(...names), maxFileSize)
    if (Buffer.compare(bytes, await read(names)) !== 0) throw new Failure('disk-error', 'a file came back otherwise')
    progress(at + 1)
  }
}
