/** What a file looked like when we last read or wrote it: shows whether another program changed it since. */
import { createHash } from 'node:crypto'
import type { FileInfo } from './files'

export interface FileFingerprint {
  readonly size: number
  readonly modified: number
  readonly identity: number
  readonly digest: string
}

export function fingerprintOf(info: FileInfo, digest: string): FileFingerprint {
  return { size: info.size, modified: info.modified, identity: info.identity, digest }
}

/** Cheap and nearly always enough; when it says no, the digest decides. */
export function looksUnchanged(seen: Omit<FileFingerprint, 'digest'>, info: FileInfo): boolean {
  return seen.size === info.size && seen.modified === info.modified && seen.identity === info.identity
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64').slice(0, 22)
}
