/** The few file-system calls that storage is built on. Everything goes through this port, so that tests can make any of them fail. */

export type FileKind = 'file' | 'folder' | 'link' | 'other'

export interface FileInfo {
  readonly kind: FileKind
  readonly size: number
  /** Milliseconds since the epoch, by the clock of the file system. */
  readonly modified: number
  /** The file's number on its disk; another one means that the file was replaced. */
  readonly identity: number
}

export interface FileContent {
  readonly bytes: Uint8Array
  readonly info: FileInfo
}

export interface OpenFolder {
  sync(): Promise<void>
  close(): Promise<void>
}

export interface OpenFile extends OpenFolder {
  /** Writes all of it, in as many steps as the system wants. */
  write(bytes: Uint8Array): Promise<void>
  info(): Promise<FileInfo>
}

/** Errors are those of Node: an `Error` with an errno name in `code`. No call follows a symbolic link in the last part of a path, save `list` and `openFolder`. */
export interface Files {
  /** A new file for its owner alone; EEXIST when the name is taken. `target` is the name that it is to get, for files that are sealed for their place. */
  create(path: string, target?: string): Promise<OpenFile>
  openFolder(path: string): Promise<OpenFolder>
  /** The whole file; EFBIG when it is longer than `limit` bytes. */
  read(path: string, limit: number): Promise<FileContent>
  info(path: string): Promise<FileInfo>
  list(folder: string): Promise<readonly { readonly name: string; readonly kind: FileKind }[]>
  /** Replaces what is at `to`. */
  rename(from: string, to: string): Promise<void>
  /** A second name for one file; EEXIST when the name is taken. */
  link(existing: string, added: string): Promise<void>
  remove(path: string): Promise<void>
  /** One folder, for its owner alone; the folder above it has to be there. */
  makeFolder(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  /** Writes `text` over the beginning of the file, in place and not durably; `modified` is the present then, by the file system's clock. */
  touch(path: string, text: string): Promise<void>
}

/** The errno name of a file-system error, or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
