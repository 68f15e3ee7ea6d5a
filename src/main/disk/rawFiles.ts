/** What archives need of the file system beside the journal's own calls. Always the plain disk: a backup copies bytes as they lie there. */
import { type Disk, nodeDisk } from './disk'
import type { FileInfo, Files } from './files'
import { nodeFiles } from './nodeFiles'

export interface ReadableFile {
  info(): Promise<FileInfo>
  /** Fewer bytes only where the file ends. */
  read(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

export interface RawFiles extends Files {
  openToRead(path: string): Promise<ReadableFile>
  /** Bytes that may still be written on the disk of this folder. */
  freeSpace(folder: string): Promise<number>
}

export interface RawDisk extends Disk {
  readonly files: RawFiles
}

export function rawDisk(given: Partial<RawDisk> = {}): RawDisk {
  return { ...nodeDisk(given), files: given.files ?? nodeFiles }
}
