/** The file-system port with a hook before every single call, those on open files included: counts calls, and lets one fail or be the last. */
import type { Files, OpenFolder } from '../../src/main/disk/files'
import type { RawFiles } from '../../src/main/disk/rawFiles'
import { errno } from './simulatedDisk'

export type CallName = keyof RawFiles | 'write' | 'sync' | 'syncFolder' | 'close' | 'stat'

/** Throws to make the call fail; returns `short` to have a write put down half of its bytes and say nothing. */
export type BeforeCall = (name: CallName, path: string) => 'short' | undefined

export function wrappedFiles(files: Files, before: BeforeCall): Files {
  const folderCalls = (opened: OpenFolder, path: string): OpenFolder => ({
    sync: async () => {
      before('syncFolder', path)
      await opened.sync()
    },
    close: async () => {
      // Closed all the same, as the system does when it reports an error.
      const closing = opened.close()
      await closing
      before('close', path)
    },
  })
  return {
    create: async (path) => {
      before('create', path)
      const file = await files.create(path)
      return {
        ...folderCalls(file, path),
        write: async (bytes) => {
          const short = before('write', path) === 'short'
          await file.write(short ? bytes.subarray(0, bytes.length >> 1) : bytes)
        },
        info: async () => {
          before('stat', path)
          return await file.info()
        },
        sync: async () => {
          before('sync', path)
          await file.sync()
        },
      }
    },
    openFolder: async (path) => {
      before('openFolder', path)
      return folderCalls(await files.openFolder(path), path)
    },
    read: async (path, limit) => {
      before('read', path)
      return await files.read(path, limit)
    },
    info: async (path) => {
      before('info', path)
      return await files.info(path)
    },
    list: async (path) => {
      before('list', path)
      return await files.list(path)
    },
    rename: async (from, to) => {
      before('rename', from)
      await files.rename(from, to)
    },
    link: async (existing, added) => {
      before('link', existing)
      await files.link(existing, added)
    },
    remove: async (path) => {
      before('remove', path)
      await files.remove(path)
    },
    makeFolder: async (path) => {
      before('makeFolder', path)
      await files.makeFolder(path)
    },
    removeFolder: async (path) => {
      before('removeFolder', path)
      await files.removeFolder(path)
    },
    touch: async (path, text) => {
      before('touch', path)
      await files.touch(path, text)
    },
  }
}

/** The same with the calls of archives. */
export function wrappedRawFiles(files: RawFiles, before: BeforeCall): RawFiles {
  return {
    ...wrappedFiles(files, before),
    openToRead: async (path) => {
      before('openToRead', path)
      const file = await files.openToRead(path)
      return {
        info: async () => {
          before('stat', path)
          return await file.info()
        },
        read: async (position, length) => {
          before('read', path)
          return await file.read(position, length)
        },
        close: async () => {
          await file.close()
          before('close', path)
        },
      }
    },
    freeSpace: async (folder) => {
      before('freeSpace', folder)
      return await files.freeSpace(folder)
    },
  }
}

export const faults = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EMFILE', 'short'] as const
export type Fault = (typeof faults)[number]

/** Counts calls while armed; the call with the chosen number meets the fault, `times` calls in a row. */
export class FaultPlan {
  calls: CallName[] = []
  met: CallName | null = null
  private armed = false

  constructor(
    private readonly number = 0,
    private readonly fault: Fault = 'EIO',
    private readonly times = 1,
  ) {}

  arm(): void {
    this.armed = true
  }

  disarm(): void {
    this.armed = false
  }

  readonly before: BeforeCall = (name, path) => {
    if (!this.armed) return undefined
    this.calls.push(name)
    const number = this.calls.length
    if (number < this.number || number >= this.number + this.times) return undefined
    if (this.fault === 'short') {
      if (name === 'write') this.met = name
      return name === 'write' ? 'short' : undefined
    }
    this.met = name
    throw errno(this.fault, path)
  }
}
