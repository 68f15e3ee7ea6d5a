/** An export's folder on disk: durable files that were not there before, never through a link. */
import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { nameOnce } from '../disk/createDurably'
import { type Disk, nodeDisk } from '../disk/disk'
import { answered } from '../disk/failureOf'
import { errorCode } from '../disk/files'
import { syncFolder } from '../disk/syncFolder'
import { writeTemporary } from '../disk/writeTemporary'
import type { ExportFolder } from '../services/ports/exportFolder'

export interface ExportFolderOptions extends Partial<Disk> {
  /** The journal's folder, where no export may go. */
  readonly journal: string
}

/** The folder is there, and where it really is. A link that was chosen is followed once, here: what it leads to later makes no difference. */
export function presentExportFolder(path: string, { journal, ...given }: ExportFolderOptions): Promise<string> {
  return answered(async () => {
    const folder = await placeOf(path)
    if (isWithin(folder, await realpath(journal).catch(() => resolve(journal))))
      throw new Failure('inside-journal', 'the folder is in the journal')
    await present(nodeDisk(given), folder)
    return folder
  })
}

/** `folder` is what `presentExportFolder` gave. */
export function exportFolder(folder: string, given: Partial<Disk> = {}): ExportFolder<string> {
  const disk = nodeDisk(given)
  return {
    writeNew: (name, text) => answered(() => writeNew(disk, folder, name, text)),
    names: () => answered(() => namesIn(disk, folder)),
    // Once for all files: it takes longer than to write one, and until then none of them counts.
    sync: () => answered(() => syncFolder(disk, folder)),
  }
}

async function namesIn({ files }: Disk, folder: string): Promise<string[]> {
  return (await files.list(folder)).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
}

async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return join(await realpath(dirname(resolve(path))), basename(path))
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function present(disk: Disk, folder: string): Promise<void> {
  try {
    // Asked first: some systems refuse to make the top of a drive instead of saying that it is there.
    if ((await disk.files.info(folder)).kind === 'folder') return
    throw new Failure('folder-missing', 'not a folder')
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  await disk.files.makeFolder(folder)
  await syncFolder(disk, dirname(folder))
}

async function writeNew(disk: Disk, folder: string, name: string, text: string) {
  const file = join(folder, name)
  if (relative(folder, file) !== name || dirname(file) !== folder)
    throw new Failure('bad-request', 'a name that leaves the folder')
  const bytes = Buffer.from(text, 'utf8')
  const there = await found(disk, file, bytes)
  if (there !== null) return there
  try {
    await nameOnce(disk, (await writeTemporary(disk, folder, bytes)).path, file)
    return 'written'
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    return (await found(disk, file, bytes)) ?? 'exists'
  }
}

/** Longer than what would be written, a folder, a link, or closed to us. */
const other = new Set(['EFBIG', 'EISDIR', 'ELOOP', 'EMLINK', 'ENXIO', 'EACCES', 'EPERM'])

/** Looked at before anything is written, so that a second export writes nothing at all. */
async function found(disk: Disk, file: string, bytes: Buffer): Promise<'unchanged' | 'exists' | null> {
  try {
    const there = await disk.files.read(file, bytes.length)
    return there.info.kind === 'file' && bytes.equals(there.bytes) ? 'unchanged' : 'exists'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    if (!other.has(errorCode(error) ?? '')) throw error
    // Throws when it is the folder that is closed to us.
    await disk.files.info(file)
    return 'exists'
  }
}
