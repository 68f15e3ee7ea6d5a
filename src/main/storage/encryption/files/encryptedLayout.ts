/** Where a journal with a lock keeps what is sealed: in `sealed/`, laid out as a journal without one. The key file beside it says that it counts. */
import { Failure } from '#shared/domain/failure'
import { errorCode } from '../../../disk/files'
import { isElsewhere } from '../../../disk/placeholder'
import { saveDurably } from '../../../disk/saveDurably'
import { JournalFolder } from '../../layout/journalFolder'
import { becomesSteady } from '../../safekeeping/staysDamaged'
import { sealedMark } from '../cipher/fileCipher'
import { isNewer, isProved, type KeyFile, readKeyFile, UnreadableKeyFile } from '../cipher/keyFile'
import { placesBelow } from '../cipher/sealedPlace'
import type { Vault } from '../cipher/vault'
import { contentFiles } from './contentFiles'
import { encryptedFiles, type MayOpen } from './encryptedFiles'
import { maxFileSize } from './fileSet'
import { retiredKeys } from './retiredKeys'

export const keyFileName = 'lock.json'
export const sealedName = 'sealed'
/** In `sealed/`: while it is there and the key file is not, `sealed/` is only half of a change, and the journal without a lock is whole. */
export const unfinishedName = 'unfinished'

export const keyFileLimit = 100_000
/** The key file, and what a sync program makes of its name. */
export const keyFilePattern = /^lock.*\.json$/

export interface FoundLock {
  readonly file: KeyFile
  readonly bytes: Uint8Array
  /** The key file itself is damaged or gone; this is its copy. */
  readonly isCopy: boolean
}

/** Null for a journal without a lock. Throws `key-damaged`, `key-missing`, `newer-schema`, and what the disk says. */
export async function findLock(home: JournalFolder): Promise<FoundLock | null> {
  const own = await readKey(home, home.path(keyFileName))
  if (own?.file) return { ...own, isCopy: false }
  if (own === null && !(await holdsSealed(home))) return null
  const copy = await readKey(home, home.path(sealedName, keyFileName))
  if (copy?.file) return { ...copy, isCopy: true }
  if (own === null) {
    // A half or damaged copy says no more than none.
    if (await isLeftBehind(home)) return null
    const second = await secondLock(home)
    if (second !== null) return { ...second, isCopy: true }
  }
  throw own?.failure ?? copy?.failure ?? new Failure('key-missing', 'what is sealed has no key file')
}

/**
 * To where the key file or its copy is. A whole one of another key may be all that is left of that: it stays. So does one of this key that is not older,
 * unless `vault` shows that it was made without the key.
 */
export async function keepKeyFile(
  home: JournalFolder,
  path: string,
  { file, bytes }: ReadableKey,
  { vault = null, steadyFor = 0 }: { readonly vault?: Vault | null; readonly steadyFor?: number } = {},
): Promise<void> {
  const found = await readKey(home, path)
  const isDamaged = found !== null && found.file === null
  if (isDamaged && steadyFor > 0) {
    // Another device's key file may come in place, with a passphrase that is newer than this one's.
    if (!(await becomesSteady(home.disk, path, steadyFor)) || (await readKey(home, path))?.file) return
  }
  const there = found?.file
  if (there && there.id !== file.id) return
  if (there && Buffer.compare(found.bytes, bytes) !== 0 && !isNewer(file, there)) {
    if (vault?.withKey((key) => isProved(there, key)) !== false) return
  }
  await saveDurably(home.disk, path, bytes)
}

/** The folder as a journal's parts know it, opened with its key. */
export function sealedFolder(home: JournalFolder, vault: Vault, mayOpen?: MayOpen): JournalFolder {
  const root = home.path(sealedName)
  const files = encryptedFiles(home.disk, vault, placesBelow(root, home.kinds), mayOpen)
  return new JournalFolder({ ...home.disk, files }, root, home.root, home.kinds)
}

/** The same without a key: for what is sealed already. */
export function sealedFolderAsItLies(home: JournalFolder): JournalFolder {
  return new JournalFolder(home.disk, home.path(sealedName), home.root, home.kinds)
}

/** Files that another device sealed while the lock was turned off elsewhere: without their key, beside a journal that has none. They wait. */
export async function filesLeftSealed(home: JournalFolder): Promise<readonly string[]> {
  const names = new Set((await home.list(sealedName)).map(({ name }) => name))
  if (names.size === 0 || names.has(unfinishedName)) return []
  const { files } = await contentFiles(sealedFolderAsItLies(home))
  return files.map((file) => home.path(sealedName, ...file))
}

/** `sealed/` and no key file: half of a change, to be taken away, or a journal that lost its key file? Folders alone hold nothing. */
async function holdsSealed(home: JournalFolder): Promise<boolean> {
  const names = new Set((await home.list(sealedName)).map(({ name }) => name))
  if (names.size === 0 || names.has(unfinishedName)) return false
  return names.has(keyFileName) || (await filesLeftSealed(home)).length > 0
}

/**
 * Whether what is sealed came late, and does not keep the journal closed: all of a lock that was turned off, or the smaller part, beside records that are
 * not sealed. Their number is asked first: it takes no reading.
 */
async function isLeftBehind(home: JournalFolder): Promise<boolean> {
  const folders: ReadonlySet<string | undefined> = new Set(home.kinds.map(({ folder }) => folder))
  const { files } = await contentFiles(home)
  const left = await filesLeftSealed(home)
  if (files.some(([top]) => folders.has(top)) && left.length <= files.length) return true
  return areRetired(home, left)
}

/** Some that can't be read now say nothing else than the others. Throws why they can't where they are no fewer than those. */
async function areRetired(home: JournalFolder, paths: readonly string[]): Promise<boolean> {
  const { marks: retired } = await retiredKeys(home)
  if (retired.size === 0) return false
  const unread: unknown[] = []
  for (const path of paths) {
    try {
      const mark = sealedMark((await home.disk.files.read(path, maxFileSize)).bytes)
      // What was left for an inbox has none.
      if (mark !== null && !retired.has(mark)) return false
    } catch (error) {
      const isAway = errorCode(error) === 'ENOENT' && (await isElsewhere(home.disk.files, path))
      unread.push(isAway ? new Failure('elsewhere', 'what is sealed is not on this computer') : error)
    }
  }
  if (unread.length > 0 && unread.length * 2 >= paths.length) throw unread[0]
  return true
}

/** Of two locks that were turned on apart the first was turned off: the key file of the other is left under a sync program's name. */
async function secondLock(home: JournalFolder): Promise<ReadableKey | null> {
  const { ids } = await retiredKeys(home)
  const found: ReadableKey[] = []
  for (const folder of [[], [sealedName]])
    for (const { name, kind } of await home.list(...folder)) {
      if (kind !== 'file' || !keyFilePattern.test(name)) continue
      const key = await readKey(home, home.path(...folder, name)).catch(() => null)
      if (key?.file && !ids.has(key.file.id)) found.push(key)
    }
  const [first = null] = found.sort((a, b) => (a.file.id < b.file.id ? -1 : 1))
  return first
}

type ReadableKey = Pick<FoundLock, 'file' | 'bytes'>

type ReadKey = ReadableKey | { readonly file: null; readonly failure: Failure }

/** Null when there is none. Throws what the disk says. */
export async function readKey(home: JournalFolder, path: string): Promise<ReadKey | null> {
  let bytes: Uint8Array
  try {
    bytes = (await home.disk.files.read(path, keyFileLimit)).bytes
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      if (await isElsewhere(home.disk.files, path)) throw new Failure('elsewhere', 'the key is not on this computer')
      return null
    }
    if (errorCode(error) !== 'EFBIG') throw error
    return { file: null, failure: new UnreadableKeyFile('the key file is too long') }
  }
  try {
    return { file: readKeyFile(bytes), bytes }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'key-damaged') throw error
    return { file: null, failure: error }
  }
}
