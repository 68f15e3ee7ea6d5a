/** Makes a backup: room is looked for first, the archive is read back before it has its name, and only then older ones make way. */
import { dirname, join } from 'node:path'
import { shortId } from '#shared/domain/backup/backup'
import { Failure } from '#shared/domain/failure'
import { nameDurably } from '../disk/createDurably'
import { exists } from '../disk/exists'
import { errorCode } from '../disk/files'
import { makeFolders } from '../disk/makeFolders'
import { underOwnNames } from '../disk/placeholder'
import type { RawDisk } from '../disk/rawFiles'
import { discard } from '../disk/writeTemporary'
import type { BackupOrder, MadeBackup } from '../services/ports/backupStore'
import { keyFileName } from '../storage/encryption/files/encryptedLayout'
import { DurableAdapter } from '../storage/format/DurableAdapter'
import { markerFormat } from '../storage/format/markerFormat'
import { markerName } from '../storage/layout/journalFolder'
import { archiveName } from './archiveName'
import { backupsIn, sweepBackups, thinBackups } from './backupFolder'
import { checkArchive } from './checkArchive'
import { hashOfFile } from './hashes'
import { haveRoom } from './haveRoom'
import { type JournalFile, journalFiles } from './journalFiles'
import { type Written, writeArchive } from './writeArchive'

/** Into the folder that keeps them, which is made when it is not there. */
export async function makeBackup(
  disk: RawDisk,
  order: BackupOrder,
  folder: string,
  pause: () => void = () => {},
): Promise<MadeBackup> {
  const id = await journalId(disk, order.journal)
  await makeFolders(disk, folder)
  await sweepBackups(disk, folder, order.now)
  const journal = shortId(id)
  const own = (await backupsIn(disk, folder)).filter((backup) => backup.journal === journal)
  const generation = Math.max(order.after, ...own.map((backup) => backup.generation)) + 1
  const { path, size, manifest } = await verified(disk, order, { folder, id, generation, pause })
  const name = archiveName({ at: order.now, journal, generation })
  await nameDurably(disk, path, join(folder, name))
  // One too many does no harm.
  await thinBackups(disk, folder, journal, order.now).catch(() => undefined)
  const backup = { name, at: order.now, journal, generation, size }
  return { backup, files: manifest.counts.files, leftOut: manifest.leftOut }
}

/** Into one file of the person's choice. Throws `already-there`: nothing is overwritten. */
export async function makeBackupFile(disk: RawDisk, order: BackupOrder, file: string): Promise<MadeBackup> {
  const id = await journalId(disk, order.journal)
  if (await exists(disk, file)) throw new Failure('already-there', 'the name is taken')
  const written = await verified(disk, order, {
    folder: dirname(file),
    id,
    generation: order.after + 1,
    pause: () => {},
  })
  await nameDurably(disk, written.path, file).catch((error: unknown) => {
    throw errorCode(error) === 'EEXIST' ? new Failure('already-there', 'the name is taken', { cause: error }) : error
  })
  const { counts, leftOut } = written.manifest
  const backup = { name: file, at: order.now, journal: shortId(id), generation: order.after + 1, size: written.size }
  return { backup, files: counts.files, leftOut }
}

async function verified(
  disk: RawDisk,
  { journal, reason, now, version }: BackupOrder,
  { folder, id, generation, pause }: { folder: string; id: string; generation: number; pause: () => void },
): Promise<Written> {
  const isLocked = await hasLock(disk, journal)
  const files = await journalFiles(disk, journal)
  await haveRoom(disk, folder, await bytesOf(disk, files))
  const about = { format: 1, journal: id, generation, at: now, reason, version, isLocked } as const
  const written = await writeArchive(disk, folder, { files, about, pause })
  try {
    // Another process, or another device, turned it on or off: the files that went meanwhile are in neither set.
    if ((await hasLock(disk, journal)) !== isLocked) throw new Failure('lock-changed', 'the lock changed meanwhile')
    // Byte for byte what was written, and then that what was written is what the files held.
    if ((await hashOfFile(disk, written.path)) !== written.sha256)
      throw new Failure('disk-error', 'the disk gave other bytes back')
    await checkArchive(disk, written.path, written.manifest, pause)
  } catch (error) {
    await discard(disk, written.path)
    throw error
  }
  return written
}

async function hasLock({ files }: RawDisk, journal: string): Promise<boolean> {
  return underOwnNames(await files.list(journal)).some(({ name }) => name === keyFileName)
}

async function bytesOf(disk: RawDisk, files: readonly JournalFile[]): Promise<number> {
  let bytes = 0
  for (const { place } of files)
    bytes += await disk.files.info(place).then(
      ({ size }) => size,
      () => 0,
    )
  return bytes
}

async function journalId(disk: RawDisk, folder: string): Promise<string> {
  const marker = await new DurableAdapter(disk, join(folder, markerName), markerFormat).read()
  if (marker === null) throw new Failure('folder-missing', 'the journal is not where it was')
  return marker.id
}
