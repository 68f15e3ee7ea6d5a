/** The file of the index's cache. It holds what was written in the journal, so it is for its owner alone, and sealed when the journal is. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Vault } from '../storage/sealed/vault'
import { decodeIndex, encodeIndex } from './indexCache'
import type { JournalIndex } from './journalIndex'

/** False when there is none, or none of use: `index` may then hold a part of it. */
export function loadCache(path: string, index: JournalIndex, vault: Vault | null): boolean {
  try {
    const bytes = readFileSync(path)
    return decodeIndex(vault === null ? bytes : vault.open(bytes), index)
  } catch {
    return false
  }
}

/** Never throws: without it the next start reads all files. */
export function saveCache(path: string, index: JournalIndex, vault: Vault | null): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const bytes = encodeIndex(index)
    replaceFile(path, vault === null ? bytes : vault.seal(bytes))
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

/** Those of all journals, before one of them gets a lock or loses it: the next start reads all files. Throws what the disk says. */
export function removeCaches(folder: string): void {
  let names: readonly string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // There is none.
  }
  for (const name of names) if (/\.index(\.new)?$/.test(name)) rmSync(join(folder, name), { force: true })
}
