/** Where the two devices keep their journal: on disks in memory, or in real folders. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errorCode } from '../../../src/main/disk/files'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import type { RawFiles } from '../../../src/main/disk/rawFiles'
import { SimulatedDisk } from '../simulatedDisk'
import type { SyncedFolder } from './syncedFolders'

export interface Place {
  /** The journal's folder, as its device opens it. */
  readonly folder: string
  /** Of the device, outside of the journal. */
  readonly states: string
  readonly seen: string
  readonly backups: string
  readonly files: RawFiles
  /** The same, as the sync program sees it. */
  readonly synced: SyncedFolder
}

export function placeInMemory(): Place {
  const disk = new SimulatedDisk()
  const folder = '/journal'
  void disk.makeFolder(folder)
  return {
    folder,
    states: '/states',
    seen: '/seen',
    backups: '/backups',
    files: disk,
    synced: {
      files: () => new Map(filesIn(disk, folder)),
      put: (path, bytes, how) => disk.put(join(folder, path), bytes, how),
      remove: (path) => void disk.remove(join(folder, path)),
    },
  }
}

function filesIn(disk: SimulatedDisk, folder: string): (readonly [string, Uint8Array])[] {
  return disk.files(folder).map(({ path, bytes }) => [path.slice(folder.length + 1), bytes] as const)
}

export function placeOnDisk(folder: string): Place {
  mkdirSync(folder, { recursive: true })
  return {
    folder,
    states: `${folder}-states`,
    seen: `${folder}-seen`,
    backups: `${folder}-backups`,
    files: nodeFiles,
    synced: {
      files: () => new Map(namesIn(folder).flatMap((path) => bytesAt(folder, path))),
      put(path, bytes, how) {
        const target = join(folder, path)
        mkdirSync(dirname(target), { recursive: true })
        if (how === 'in place') return writeFileSync(target, bytes)
        writeFileSync(`${target}~`, bytes)
        renameSync(`${target}~`, target)
      },
      remove: (path) => rmSync(join(folder, path)),
    },
  }
}

/** None where a sync program at work took it away since its name was read. */
function bytesAt(folder: string, path: string): (readonly [string, Uint8Array])[] {
  try {
    return [[path, readFileSync(join(folder, path))]]
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

function namesIn(folder: string): string[] {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true })
  return items.flatMap((item) => (item.isFile() ? [join(item.parentPath, item.name).slice(folder.length + 1)] : []))
}
