/**
 * Streams files into a zip archive under an unfinished name, synced. Each file is read whole and once, so that it is consistent in itself
 * whatever is saved meanwhile; what can't be read is left out and named in the manifest.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { Failure } from '#shared/domain/failure'
import { errorCode, type OpenFile } from '../disk/files'
import type { RawDisk } from '../disk/rawFiles'
import { temporaryName } from '../disk/temporaryName'
import { discard } from '../disk/writeTemporary'
import { isSafePath, manifestPath, pathInArchive } from './archivePath'
import { hashOf } from './hashes'
import type { JournalFile } from './journalFiles'
import { type BackedUpFile, type Manifest, manifestBytes } from './manifest'

export interface Contents {
  readonly files: readonly JournalFile[]
  readonly about: Omit<Manifest, 'files' | 'leftOut' | 'counts'>
  /** Before each file: saves go first. */
  readonly pause: () => void
}

export interface Written {
  /** Of the unfinished file. */
  readonly path: string
  readonly size: number
  /** Of the archive itself. */
  readonly sha256: string
  readonly manifest: Manifest
}

/** Bytes of one file; those of a journal end at 10 MB, and a damaged one in quarantine may be anything. */
const maxFileSize = 1_000_000_000

/** Says something of that file alone; with any other error there is no backup, and the next one tries again. */
const ofTheFile = new Set(['ENOENT', 'EFBIG', 'EACCES', 'EPERM', 'EIO', 'ELOOP', 'ENXIO', 'EISDIR'])

export async function writeArchive(disk: RawDisk, folder: string, contents: Contents): Promise<Written> {
  const path = join(folder, temporaryName())
  const file = await disk.files.create(path)
  try {
    return { path, ...(await filled(disk, file, contents)) }
  } catch (error) {
    await discard(disk, path)
    throw error
  }
}

async function filled(disk: RawDisk, file: OpenFile, contents: Contents): Promise<Omit<Written, 'path'>> {
  try {
    const zip = new ZipFile()
    // The zip's own errors reach only its listeners.
    const broken = new Promise<never>((_, reject) => zip.once('error', reject))
    const draining = drained(zip.outputStream, file)
    const adding = added(disk, zip, contents)
    // The first that fails ends the others' wait; nothing listens to what they say afterwards. A broken zip never drains.
    for (const part of [draining, adding, broken]) part.catch(() => undefined)
    const [{ size, sha256 }, manifest] = await Promise.race([Promise.all([draining, adding]), broken])
    if ((await file.info()).size !== size)
      throw new Failure('disk-error', 'the archive is not as long as what was written')
    await file.sync()
    await file.close()
    return { size, sha256, manifest }
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
}

async function drained(stream: NodeJS.ReadableStream, file: OpenFile) {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream) {
    // A zip has bytes only.
    const bytes = chunk as Uint8Array
    await file.write(bytes)
    hash.update(bytes)
    size += bytes.length
  }
  return { size, sha256: hash.digest('hex') }
}

async function added(disk: RawDisk, zip: ZipFile, { files, about, pause }: Contents): Promise<Manifest> {
  const kept: BackedUpFile[] = []
  const leftOut: string[] = []
  for (const { path, place } of files) {
    pause()
    const bytes = isSafePath(path) ? await bytesOf(disk, place) : null
    if (bytes === null) {
      leftOut.push(path)
      continue
    }
    kept.push({ path, size: bytes.length, sha256: hashOf(bytes) })
    await add(zip, pathInArchive(path), bytes)
  }
  const counts = { files: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) }
  const manifest: Manifest = { ...about, counts, leftOut, files: kept }
  const bytes = manifestBytes(manifest)
  await add(zip, manifestPath, bytes)
  // The hash of the hashes has no other place: the archive's own checksum is one that few programs look at.
  zip.end({ forceZip64Format: false, comment: hashOf(bytes) })
  return manifest
}

/** Resolves when the file's turn has come: then what was added before is written, and at most two files are in memory. */
function add(zip: ZipFile, path: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    zip.addReadStreamLazy(path, { size: bytes.length, mode: 0o100600 }, (give) => {
      give(null, Readable.from(bytes.length === 0 ? [] : [bytes], { objectMode: false }))
      resolve()
    })
  })
}

async function bytesOf(disk: RawDisk, place: string): Promise<Uint8Array | null> {
  try {
    return (await disk.files.read(place, maxFileSize)).bytes
  } catch (error) {
    if (ofTheFile.has(errorCode(error) ?? '')) return null
    throw error
  }
}
