/** What is known of a file that waits, also of one whose bytes are not here now. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import { errorCode } from '../../disk/files'
import { isElsewhere } from '../../disk/placeholder'

/** Null where the disk does not say. */
export async function waitingSince({ files }: Disk, path: string): Promise<Instant | null> {
  try {
    const { modified } = await files.info(path)
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(modified)).toString()
  } catch {
    return null
  }
}

/** Throws `elsewhere` for what a sync program has not brought yet. */
export async function readWaiting({ files }: Disk, path: string, limit: number): Promise<Uint8Array> {
  try {
    return (await files.read(path, limit)).bytes
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && (await isElsewhere(files, path)))
      throw new Failure('elsewhere', 'it is not on this computer')
    throw error
  }
}
