/** The file-system port on Node. */
import { constants, type Dirent, type Stats } from 'node:fs'
import { type FileHandle, link, lstat, mkdir, open, readdir, rename, rmdir, statfs, unlink } from 'node:fs/promises'
import type { FileContent, FileInfo, FileKind, OpenFile } from './files'
import type { RawFiles } from './rawFiles'

// Windows has neither flag. Without O_NONBLOCK a pipe that lies in the folder would hold the read for ever.
export const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

export const nodeFiles: RawFiles = {
  create: async (path) => opened(await open(path, 'wx', 0o600)),
  openFolder: async (path) => opened(await open(path, 'r')),
  read: async (path, limit) => {
    const handle = await open(path, readFlags)
    try {
      return await contentOf(handle, limit)
    } finally {
      await handle.close()
    }
  },
  info: async (path) => infoOf(await lstat(path)),
  list: async (folder) => {
    const found = await readdir(folder, { withFileTypes: true })
    return found.map((item) => ({ name: item.name, kind: kindOf(item) }))
  },
  rename,
  link,
  remove: unlink,
  makeFolder: (path) => mkdir(path, 0o700),
  removeFolder: rmdir,
  touch: async (path, text) => {
    // A write and not utimes: on a network drive the server's clock then sets the time, the same one for every computer.
    const handle = await open(path, 'r+')
    try {
      await handle.write(text, 0)
    } finally {
      await handle.close()
    }
  },
  openToRead: async (path) => {
    const handle = await open(path, readFlags)
    return {
      info: async () => infoOf(await handle.stat()),
      read: (position, length) => bytesOf(handle, position, length),
      close: () => handle.close(),
    }
  },
  freeSpace: async (folder) => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}

function opened(handle: FileHandle): OpenFile {
  return {
    write: (bytes) => handle.writeFile(bytes),
    info: async () => infoOf(await handle.stat()),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

async function contentOf(handle: FileHandle, limit: number): Promise<FileContent> {
  const info = infoOf(await handle.stat())
  if (info.size > limit) throw Object.assign(new Error(`EFBIG: over ${limit} bytes`), { code: 'EFBIG' })
  return { bytes: await bytesOf(handle, 0, info.size), info }
}

async function bytesOf(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(length)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

export function infoOf(stats: Stats): FileInfo {
  return { kind: kindOf(stats), size: stats.size, modified: stats.mtimeMs, identity: stats.ino }
}

export function kindOf(found: Stats | Dirent): FileKind {
  if (found.isFile()) return 'file'
  if (found.isDirectory()) return 'folder'
  return found.isSymbolicLink() ? 'link' : 'other'
}
