/** A disk on which everything is sealed: what is written goes down sealed for its place, what is read comes up open, and sizes are those of the open bytes. */
import { basename, dirname, join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../../disk/disk'
import type { FileInfo, Files, OpenFile } from '../../../disk/files'
import { syncFolder } from '../../../disk/syncFolder'
import { isTemporaryName, temporaryName } from '../../../disk/temporaryName'
import { discard, writeSynced } from '../../../disk/writeTemporary'
import { sealedOverhead } from '../cipher/fileCipher'
import { isForInbox } from '../cipher/sealedInbox'
import type { PlaceOf } from '../cipher/sealedPlace'
import type { Vault } from '../cipher/vault'
import { maxFileSize } from './fileSet'

/** Whether what was left for an inbox at this path may be opened: anyone can make such bytes. */
export type MayOpen = (path: string, bytes: Uint8Array) => Promise<boolean>

const none: MayOpen = async () => false

export function encryptedFiles(disk: Disk, vault: Vault, placeOf: PlaceOf, mayOpen: MayOpen = none): Files {
  const { files } = disk

  async function create(path: string, target = path): Promise<OpenFile> {
    if (isTemporaryName(basename(target))) throw new Failure('unexpected', 'not known what it is to be')
    const { subject } = placeOf(target)
    return sealing(await files.create(path), (bytes) => vault.seal(bytes, subject))
  }

  /** What was being written is sealed for its name already; what is set aside stays as it is, byte for byte, and opens there. */
  function isOfAnother(from: string, to: string): boolean {
    const [before, after] = [placeOf(from), placeOf(to)]
    return !isTemporaryName(basename(from)) && !after.takesAny && before.subject !== after.subject
  }

  /** By its bytes it would not be opened there. What can't be opened here moves as it is. */
  async function moveAnew(from: string, to: string): Promise<void> {
    const text = await files
      .read(from, maxFileSize)
      .then(({ bytes }) => vault.open(bytes, { ...placeOf(from), takesAny: false }))
      .catch(asItIs)
    if (text === null) return files.rename(from, to)
    const temporary = join(dirname(to), temporaryName())
    try {
      await writeSynced(await create(temporary, to), text)
      await files.rename(temporary, to)
    } catch (error) {
      await discard(disk, temporary)
      throw error
    }
    // On the disk before the other one goes, as a rename is.
    await syncFolder(disk, dirname(to))
    await files.remove(from)
  }

  return {
    create,
    read: async (path, limit) => {
      const { bytes, info } = await files.read(path, limit + mostOverhead)
      const place = placeOf(path)
      if (isForInbox(bytes) && !place.takesAny && !(await mayOpen(path, bytes)))
        throw new Failure('unreadable', 'not of this device')
      return { bytes: vault.open(bytes, place), info: openInfo(info) }
    },
    info: async (path) => openInfo(await files.info(path)),
    openFolder: (path) => files.openFolder(path),
    list: (folder) => files.list(folder),
    rename: (from, to) => (isOfAnother(from, to) ? moveAnew(from, to) : files.rename(from, to)),
    link: async (existing, added) => {
      // As on a disk without links: then it is moved.
      if (isOfAnother(existing, added)) throw Object.assign(new Error('ENOTSUP: of another'), { code: 'ENOTSUP' })
      await files.link(existing, added)
    },
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

function sealing(file: OpenFile, seal: (bytes: Uint8Array) => Uint8Array): OpenFile {
  return {
    sync: () => file.sync(),
    close: () => file.close(),
    write: (bytes) => file.write(seal(bytes)),
    info: async () => openInfo(await file.info()),
  }
}

/** Null where the bytes are not to be opened; without the key, or off the disk, nothing is moved. */
function asItIs(error: unknown): null {
  if (error instanceof Failure && error.code !== 'locked') return null
  throw error
}

function openInfo(info: FileInfo): FileInfo {
  return info.kind === 'file' ? { ...info, size: Math.max(0, info.size - sealedOverhead) } : info
}
