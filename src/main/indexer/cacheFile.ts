/**
 * The file of the index's cache: magic, CRC-32 of what follows, then the blocks of the index, each after its length. It holds what was written in
 * the journal, so it is for its owner alone, and its blocks are sealed when the journal is.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { isSealed, sealedOverhead } from '../storage/encryption/cipher/fileCipher'
import { cachePlace } from '../storage/encryption/cipher/sealedPlace'
import type { Vault } from '../storage/encryption/cipher/vault'
import { decodeIndex, encodedIndex } from './indexCodec'
import type { JournalIndex } from './journalIndex'

const magic = Buffer.from('TLINDEX2')
const start = magic.length + 4
const lengthSize = 4
/** No block of ours is longer: what says so is damaged. */
const longestBlock = 1 << 30

/** False when there is none, or none of use: `index` may then hold a part of it. */
export function loadCache(path: string, index: JournalIndex, vault: Vault | null): boolean {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    const head = readAt(file, 0, start)
    if (!head.subarray(0, magic.length).equals(magic)) return false
    const read = { sum: 0 }
    decodeIndex(blocksIn(file, vault, read), index)
    return read.sum === head.readUInt32LE(magic.length)
  } catch {
    return false
  } finally {
    if (file !== null) closeSync(file)
  }
}

/**
 * In steps, each a few milliseconds, so that its caller can let other work in between; one that is given up leaves the file of before.
 * Never throws: without it the next start reads all files.
 */
export function* saveCache(path: string, index: JournalIndex, vault: Vault | null): Generator<undefined> {
  const temporary = `${path}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    rmSync(temporary, { force: true })
    const file = openSync(temporary, 'wx', 0o600)
    try {
      let sum = 0
      let place = start
      for (const plain of encodedIndex(index)) {
        const block = vault === null ? plain : vault.seal(plain, cachePlace.subject)
        for (const bytes of [uint32(block.length), block]) {
          sum = crc32(bytes, sum)
          place = writeAt(file, place, bytes)
        }
        yield
      }
      writeAt(file, 0, Buffer.concat([magic, uint32(sum)]))
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch {
    // The next one takes its place.
  } finally {
    discard(temporary)
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Nor can what is left behind do any harm.
  }
}

/** Those of all journals, before one of them gets a lock or loses it: the next start reads all files. Throws what the disk says. */
export function removeCaches(folder: string): void {
  for (const path of cachesIn(folder)) rmSync(path, { force: true })
}

/** Those that can be read without a key: the journal got its lock on another device, while this one was not looking. Throws what the disk says. */
export function removePlainCaches(folder: string): void {
  for (const path of cachesIn(folder)) if (!isSealed(firstBlock(path))) rmSync(path, { force: true })
}

function cachesIn(folder: string): readonly string[] {
  let names: readonly string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // There is none.
  }
  return names.filter((name) => /\.index(\.new)?$/.test(name)).map((name) => join(folder, name))
}

/** Its beginning, long enough to see whether it is sealed. */
function firstBlock(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    return readAt(file, start + lengthSize, sealedOverhead)
  } finally {
    closeSync(file)
  }
}

/** `read.sum` is the sum of all of them at the end. Throws for a file that ends within one. */
function* blocksIn(file: number, vault: Vault | null, read: { sum: number }): Generator<Buffer> {
  let place = start
  const next = (size: number) => {
    const bytes = readAt(file, place, size)
    read.sum = crc32(bytes, read.sum)
    place += bytes.length
    return bytes
  }
  for (let length = next(lengthSize); length.length > 0; length = next(lengthSize)) {
    const size = length.readUInt32LE()
    const block = size <= longestBlock ? next(size) : length
    if (block.length !== size) throw new Error('it ends too soon')
    yield vault === null ? block : vault.open(block, cachePlace)
  }
}

/** Less only where the file ends. */
function readAt(file: number, place: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let filled = 0
  for (let got = -1; got !== 0 && filled < size; filled += got)
    got = readSync(file, bytes, filled, size - filled, place + filled)
  return bytes.subarray(0, filled)
}

function writeAt(file: number, place: number, bytes: Uint8Array): number {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, place + done)
  return place + bytes.length
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
