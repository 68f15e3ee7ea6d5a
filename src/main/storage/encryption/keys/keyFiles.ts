/**
 * All key files that a journal has, under whatever name: the one that counts, its copy, what a sync program named otherwise where two locks or two
 * passphrases met, and those that were retired. A passphrase is tried on each.
 */
import { folderNames, type JournalFolder } from '../../layout/journalFolder'
import type { KeyFile } from '../cipher/keyFile'
import { usualCost } from '../cipher/keySlots'
import { keyFileName, keyFilePattern, readKey, sealedName } from '../files/encryptedLayout'
import type { Names } from '../files/fileSet'
import { retiredKeys } from '../files/retiredKeys'

export interface KeyFileThere {
  readonly file: KeyFile
  readonly bytes: Uint8Array
  readonly names: Names
  /** Its lock was turned off, or gave way to another one: it opens what comes late, never the journal. */
  readonly isRetired: boolean
}

/** So that planted files can't take hours: as much as this many with one passphrase each. */
const mostTried = 8

/** Small files, each of at most `keyFileLimit`. */
const mostRead = 100

/** The name of the key file, or what a sync program made of it. */
export function isKeyFileName(name: string): boolean {
  return keyFilePattern.test(name)
}

/** In the order in which a passphrase is tried, each content once. What can't be read is passed over. */
export async function keyFilesIn(home: JournalFolder): Promise<readonly KeyFileThere[]> {
  const found: KeyFileThere[] = []
  const places = (await keyFilePlaces(home)).slice(0, mostRead)
  for (const names of places) {
    const key = await readKey(home, home.path(...names)).catch(() => null)
    if (!key?.file || found.some(({ bytes }) => Buffer.compare(bytes, key.bytes) === 0)) continue
    found.push({ file: key.file, bytes: key.bytes, names, isRetired: false })
  }
  const { ids: retired } = await retiredKeys(home)
  // It counts as long as it is in front, also where another lock is about to take its place.
  const counts = found.find(({ names }) => isInFront(names))?.file.id
  const [first, ...others] = found.map((key) => ({
    ...key,
    isRetired: key.file.id !== counts && retired.has(key.file.id),
  }))
  return first ? [first, ...affordable(first, others)] : []
}

/** The key file itself, or its copy. */
function isInFront(names: Names): boolean {
  return names.at(-1) === keyFileName && (names.length === 1 || names[0] === sealedName)
}

/** Where key files may lie, those that count first. */
export async function keyFilePlaces(home: JournalFolder): Promise<readonly Names[]> {
  const inFolder = async (folder: readonly string[], pattern: RegExp): Promise<Names[]> =>
    (await home.list(...folder))
      .flatMap(({ name, kind }) => (kind === 'file' && pattern.test(name) ? [[...folder, name]] : []))
      .sort()
  return [
    [keyFileName],
    [sealedName, keyFileName],
    ...(await inFolder([], keyFilePattern)).filter(([name]) => name !== keyFileName),
    ...(await inFolder([sealedName], keyFilePattern)).filter(([, name]) => name !== keyFileName),
    ...(await inFolder([folderNames.keys], /\.json$/)),
  ]
}

function affordable(first: KeyFileThere, others: readonly KeyFileThere[]): readonly KeyFileThere[] {
  const { n, r, p } = usualCost
  let left = mostTried * n * r * p - workOf(first)
  return others.slice(0, mostTried - 1).filter((key) => {
    const work = workOf(key)
    if (work > left) return false
    left -= work
    return true
  })
}

function workOf({ file }: KeyFileThere): number {
  const costs = file.slots.flatMap((slot) => (slot.kind === 'passphrase' ? [slot.cost] : []))
  return costs.reduce((sum, { n, r, p }) => sum + n * r * p, 0)
}

/** Whether two locks were turned on apart and are not one yet. */
export async function hasTwo(home: JournalFolder): Promise<boolean> {
  return new Set((await keyFilesIn(home)).flatMap(({ file, isRetired }) => (isRetired ? [] : [file.id]))).size > 1
}
