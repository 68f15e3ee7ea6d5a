/** Reads an archive back, every byte of it. */
import { isDeepStrictEqual } from 'node:util'
import { Failure } from '#shared/domain/failure'
import type { RawDisk } from '../disk/rawFiles'
import type { Manifest } from './manifest'
import { openArchive } from './openArchive'

/** Resolves when each file is what the manifest says, and the manifest is the `expected` one. Throws `bad-backup`. */
export async function checkArchive(
  disk: RawDisk,
  path: string,
  expected: Manifest | null,
  pause: () => void = () => {},
): Promise<Manifest> {
  const archive = await openArchive(disk, path)
  try {
    if (expected !== null && !isDeepStrictEqual(archive.manifest, expected))
      throw new Failure('bad-backup', 'the disk gave another manifest back')
    for (const file of archive.manifest.files) {
      pause()
      await archive.read(file)
    }
    return archive.manifest
  } finally {
    await archive.close()
  }
}
