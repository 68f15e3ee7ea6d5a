/** The file of the index's cache. It holds what was written in the journal, so it is for its owner alone. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { decodeIndex, encodeIndex } from './indexCache'
import type { JournalIndex } from './journalIndex'

/** False when there is none, or none of use: `index` may then hold a part of it. */
export function loadCache(path: string, index: JournalIndex): boolean {
  try {
    return decodeIndex(readFileSync(path), index)
  } catch {
    return false
  }
}

/** Never throws: without it the next start reads all files. */
export function saveCache(path: string, index: JournalIndex): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    replaceFile(path, encodeIndex(index))
  } catch {
    // Nor can what was left behind do any harm: the next one takes its place.
  }
}

function replaceFile(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.new`
  rmSync(temporary, { force: true })
  try {
    writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
