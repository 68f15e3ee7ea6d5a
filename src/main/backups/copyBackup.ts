/** Puts a copy of a backup into a second folder, checked there as the first one was. */
import { join } from 'node:path'
import type { Backup } from '#shared/domain/backup/backup'
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { nameDurably } from '../disk/createDurably'
import type { OpenFile } from '../disk/files'
import type { RawDisk } from '../disk/rawFiles'
import { temporaryName } from '../disk/temporaryName'
import { discard } from '../disk/writeTemporary'
import { backupsIn, sweepBackups, thinBackups } from './backupFolder'
import { checkArchive } from './checkArchive'
import { hashOfFile } from './hashes'
import { haveRoom } from './haveRoom'
import { slicesOf } from './slicesOf'

/** `to` has to be there: a disk that is away must not get a folder of its name on this one. Nothing to do when it has the backup. */
export async function copyBackup(
  disk: RawDisk,
  { name, journal, size }: Backup,
  from: string,
  to: string,
  now: Instant,
): Promise<void> {
  if ((await disk.files.info(to)).kind !== 'folder') throw new Failure('folder-missing', 'not a folder')
  if ((await backupsIn(disk, to)).some((there) => there.name === name && there.size === size)) return
  await sweepBackups(disk, to, now)
  await haveRoom(disk, to, size)
  const temporary = join(to, temporaryName())
  const file = await disk.files.create(temporary)
  try {
    await filled(disk, join(from, name), file)
    if ((await hashOfFile(disk, temporary)) !== (await hashOfFile(disk, join(from, name))))
      throw new Failure('disk-error', 'the disk gave other bytes back')
    await checkArchive(disk, temporary, null)
  } catch (error) {
    await discard(disk, temporary)
    throw error
  }
  await nameDurably(disk, temporary, join(to, name))
  await thinBackups(disk, to, journal, now).catch(() => undefined)
}

async function filled(disk: RawDisk, from: string, to: OpenFile): Promise<void> {
  try {
    const source = await disk.files.openToRead(from)
    try {
      const { size } = await source.info()
      for await (const bytes of slicesOf(source, 0, size)) await to.write(bytes)
    } finally {
      await source.close()
    }
    await to.sync()
    await to.close()
  } catch (error) {
    await to.close().catch(() => undefined)
    throw error
  }
}
