/** The first half of every durable write: all bytes under a name of their own, on the disk before anyone can see them. */
import { join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import type { Disk } from './disk'
import type { FileInfo, OpenFile } from './files'
import { temporaryName } from './temporaryName'

export interface Temporary {
  readonly path: string
  readonly info: FileInfo
}

/** `target` is the name that it is to get. */
export async function writeTemporary(
  disk: Disk,
  folder: string,
  bytes: Uint8Array,
  target?: string,
): Promise<Temporary> {
  const path = join(folder, temporaryName())
  const file = await disk.files.create(path, target)
  try {
    return { path, info: await writeSynced(file, bytes) }
  } catch (error) {
    await discard(disk, path)
    throw error
  }
}

/** All bytes into a file that was just made, on the disk, and closes it. */
export async function writeSynced(file: OpenFile, bytes: Uint8Array): Promise<FileInfo> {
  let info: FileInfo
  try {
    await file.write(bytes)
    info = await file.info()
    if (info.size !== bytes.length) throw new Failure('disk-error', `wrote ${info.size} of ${bytes.length} bytes`)
    await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  return info
}

/** Best effort: what can't be removed now is removed at the next start. */
export async function discard(disk: Disk, path: string): Promise<void> {
  await disk.files.remove(path).catch(() => undefined)
}
