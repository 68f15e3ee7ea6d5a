/** The few reads of the disk that the library makes. Synchronous: on a thread of its own they hold nothing up, and take no turn from main's saves. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { errorCode } from '../disk/files'
import { sealedOverhead } from '../storage/encryption/cipher/fileCipher'
import { maxDocumentBytes } from '../storage/format/fileFormat'

export interface FileFacts {
  readonly size: number
  /** Milliseconds since the epoch, by the clock of the file system. */
  readonly modified: number
  /** The file's number on its disk. */
  readonly identity: number
}

/** Null stands for what is not there; everything else that goes wrong is thrown as Node's error. */
export interface ReadableFiles {
  /** Names of files and of folders; links are neither. */
  list(folder: string): { readonly files: readonly string[]; readonly folders: readonly string[] } | null
  facts(path: string): FileFacts | null
  read(path: string): Uint8Array | null
}

const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

export const nodeReadableFiles: ReadableFiles = {
  list: (folder) =>
    orNull(() => {
      const found = readdirSync(folder, { withFileTypes: true })
      return {
        files: found.flatMap((item) => (item.isFile() ? [item.name] : [])),
        folders: found.flatMap((item) => (item.isDirectory() ? [item.name] : [])),
      }
    }),
  facts: (path) =>
    orNull(() => {
      const { size, mtimeMs, ino } = lstatSync(path)
      return { size, modified: mtimeMs, identity: ino }
    }),
  read: (path) => orNull(() => contentOf(path)),
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function contentOf(path: string): Uint8Array {
  const file = openSync(path, readFlags)
  try {
    const { size } = fstatSync(file)
    if (size > maxDocumentBytes + sealedOverhead) throw Object.assign(new Error('EFBIG'), { code: 'EFBIG' })
    const bytes = Buffer.allocUnsafe(size)
    let filled = 0
    for (let got = -1; got !== 0 && filled < size; filled += got)
      got = readSync(file, bytes, filled, size - filled, filled)
    return bytes.subarray(0, filled)
  } finally {
    closeSync(file)
  }
}
