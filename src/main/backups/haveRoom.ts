/** Whether a disk has room for something large, with what the next saves need left over. */
import { Failure } from '#shared/domain/failure'
import type { RawDisk } from '../disk/rawFiles'

/** Bytes. */
const reserve = 32_000_000

/** Throws `no-room`. A disk that does not say how much it has finds out by itself. */
export async function haveRoom(disk: RawDisk, folder: string, bytes: number): Promise<void> {
  const free = await disk.files.freeSpace(folder).catch(() => Number.POSITIVE_INFINITY)
  if (free < bytes + reserve) throw new Failure('no-room', `${bytes} bytes and ${reserve} in reserve, ${free} free`)
}
