/** A folder with backups: what is there, and what has served. Files with other names and of other journals are left alone. */
import { join } from 'node:path'
import type { Backup } from '#shared/domain/backup/backup'
import type { Instant } from '#shared/domain/day'
import type { Disk } from '../disk/disk'
import { errorCode } from '../disk/files'
import { milliseconds } from '../disk/instantName'
import { removeDurably } from '../disk/removeDurably'
import { isTemporaryName } from '../disk/temporaryName'
import { archiveNameTells } from './archiveName'
import { served } from './retention'

/** Newest first; none when the folder is not there. */
export async function backupsIn(disk: Disk, folder: string): Promise<Backup[]> {
  const found: Backup[] = []
  for (const { name, kind } of await namesIn(disk, folder)) {
    const told = kind === 'file' ? archiveNameTells(name) : undefined
    if (told) found.push({ name, ...told, size: (await disk.files.info(join(folder, name))).size })
  }
  return found.sort((a, b) => b.generation - a.generation || milliseconds(b.at) - milliseconds(a.at))
}

/** Takes away the backups of one journal that have served. */
export async function thinBackups(disk: Disk, folder: string, journal: string, now: Instant): Promise<void> {
  const own = (await backupsIn(disk, folder)).filter((backup) => backup.journal === journal)
  for (const { name } of served(own, now)) await removeDurably(disk, join(folder, name))
}

/** Milliseconds; no archive is being written for so long. */
const surelyDead = 86_400_000

/** Removes what a crash left half written. */
export async function sweepBackups(disk: Disk, folder: string, now: Instant): Promise<void> {
  for (const { name, kind } of await namesIn(disk, folder)) {
    if (kind !== 'file' || !isTemporaryName(name)) continue
    const { modified } = await disk.files.info(join(folder, name))
    if (milliseconds(now) - modified > surelyDead) await disk.files.remove(join(folder, name))
  }
}

async function namesIn(disk: Disk, folder: string) {
  try {
    return await disk.files.list(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
