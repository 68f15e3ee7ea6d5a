/** Opens an archive that may be damaged or hostile: nothing in it is believed before it was checked. Reads one file at a time, whole. */
import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { Failure } from '#shared/domain/failure'
import { errorCode } from '../disk/files'
import type { RawDisk, ReadableFile } from '../disk/rawFiles'
import { manifestPath, pathInJournal } from './archivePath'
import { hashOf } from './hashes'
import { type BackedUpFile, type Manifest, manifestFrom } from './manifest'
import { slicesOf } from './slicesOf'

export interface Archive {
  readonly manifest: Manifest
  /** Bytes of the archive itself. */
  readonly size: number
  /** The bytes of one of the manifest's files, once their hash is right. Throws `bad-backup`. */
  read(file: BackedUpFile): Promise<Uint8Array>
  close(): Promise<void>
}

/** Far above ten years of writing. What deflate can't do is a bomb: journals shrink to a fifth or a tenth, and small ones may say the same all day. */
export const archiveLimits = { files: 2_000_000, bytes: 100e9, fileBytes: 1e9, ratio: 200, smallBytes: 50e6 }

/** Throws `bad-backup` with nothing read out, `newer-schema`, or what the disk says. */
export async function openArchive(disk: RawDisk, path: string): Promise<Archive> {
  const file = await disk.files.openToRead(path)
  try {
    const info = await file.info()
    if (info.kind !== 'file') throw new Failure('bad-backup', 'not a file')
    return await asArchive(() => opened(file, info.size))
  } catch (error) {
    await file.close()
    throw error
  }
}

async function opened(file: ReadableFile, size: number): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true }
  const zip = await fromRandomAccessReaderPromise(new FileReader(file), size, options)
  const entries = await directoryOf(zip, size)
  const described = entries.get(manifestPath)
  if (!described) throw new Failure('bad-backup', 'no manifest')
  const bytes = await contentOf(zip, described)
  // The comment is bytes or text, as the library likes.
  if (String(zip.comment) !== hashOf(bytes)) throw new Failure('bad-backup', 'another manifest than was written')
  const manifest = manifestFrom(bytes)
  const places = placesOf(manifest, entries)
  return {
    manifest,
    size,
    read: (wanted) =>
      asArchive(async () => {
        const place = places.get(wanted.path)
        if (!place) throw new Failure('bad-backup', 'not in the archive')
        const content = await contentOf(zip, place)
        if (hashOf(content) !== wanted.sha256) throw new Failure('bad-backup', 'another content than was written')
        return content
      }),
    close: () => file.close(),
  }
}

async function directoryOf(zip: ZipFile, size: number): Promise<Map<string, ZipEntry>> {
  if (zip.entryCount > archiveLimits.files) throw new Failure('bad-backup', 'too many files')
  const entries = new Map<string, ZipEntry>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry
    if (fileName !== manifestPath && pathInJournal(fileName) === null) throw new Failure('bad-backup', 'a foreign name')
    if (entries.has(fileName)) throw new Failure('bad-backup', 'a name is there twice')
    if (!isPlainFile(entry)) throw new Failure('bad-backup', 'a link, a folder or something encrypted')
    bytes += entry.uncompressedSize
    if (entry.uncompressedSize > archiveLimits.fileBytes || bytes > mostOf(size))
      throw new Failure('bad-backup', 'too large')
    entries.set(fileName, entry)
  }
  return entries
}

function mostOf(size: number): number {
  return Math.min(archiveLimits.bytes, Math.max(archiveLimits.smallBytes, size * archiveLimits.ratio))
}

/** By the mode that Unix programs give; 0 is for those that give none. */
function isPlainFile(entry: ZipEntry): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000
  return (kind === 0 || kind === 0o100000) && !entry.isEncrypted() && entry.canDecodeFileData()
}

/** The manifest and the archive name the same files of the same sizes, none twice. */
function placesOf({ files }: Manifest, entries: ReadonlyMap<string, ZipEntry>): Map<string, ZipEntry> {
  const places = new Map<string, ZipEntry>()
  const found = new Map([...entries].map(([name, entry]) => [pathInJournal(name), entry]))
  for (const { path, size } of files) {
    const place = found.get(path)
    if (place?.uncompressedSize !== size || places.has(path))
      throw new Failure('bad-backup', 'the manifest names other files')
    places.set(path, place)
  }
  if (places.size !== entries.size - 1) throw new Failure('bad-backup', 'files that the manifest does not name')
  if (!places.has('journal.json')) throw new Failure('bad-backup', 'not a journal')
  return places
}

/** The library ends a stream that is longer or shorter than the directory says. */
async function contentOf(zip: ZipFile, entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

class FileReader extends RandomAccessReader {
  constructor(private readonly file: ReadableFile) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(slicesOf(this.file, start, end), { objectMode: false })
  }
}

/** What is neither ours nor the disk's error is what the library found wrong with the archive. */
async function asArchive<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof Failure || /^E[A-Z0-9]+$/.test(errorCode(error) ?? '')) throw error
    throw new Failure('bad-backup', 'not a whole archive', { cause: error })
  }
}
