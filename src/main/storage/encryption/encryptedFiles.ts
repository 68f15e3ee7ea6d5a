/** A disk on which everything is sealed: what is written goes down sealed, what is read comes up open, and sizes are those of the open bytes. */
import { Failure } from '#shared/domain/failure'
import type { FileInfo, Files, OpenFile } from '../../disk/files'
import { sealedOverhead } from './fileCipher'
import type { Vault } from './vault'

export function encryptedFiles(files: Files, vault: Vault): Files {
  return {
    create: async (path) => sealing(await files.create(path), vault),
    read: async (path, limit) => {
      const { bytes, info } = await files.read(path, limit + mostOverhead)
      return { bytes: vault.open(bytes), info: openInfo(info) }
    },
    info: async (path) => openInfo(await files.info(path)),
    openFolder: (path) => files.openFolder(path),
    list: (folder) => files.list(folder),
    rename: (from, to) => files.rename(from, to),
    link: (existing, added) => files.link(existing, added),
    remove: (path) => files.remove(path),
    makeFolder: (path) => files.makeFolder(path),
    removeFolder: (path) => files.removeFolder(path),
    // It would write into the header.
    touch: async () => {
      throw new Failure('unexpected', 'a sealed file can’t be touched')
    },
  }
}

/** What was left for the inbox is a little longer. */
const mostOverhead = sealedOverhead + 64

function sealing(file: OpenFile, vault: Vault): OpenFile {
  return {
    sync: () => file.sync(),
    close: () => file.close(),
    write: (bytes) => file.write(vault.seal(bytes)),
    info: async () => openInfo(await file.info()),
  }
}

function openInfo(info: FileInfo): FileInfo {
  return info.kind === 'file' ? { ...info, size: Math.max(0, info.size - sealedOverhead) } : info
}
