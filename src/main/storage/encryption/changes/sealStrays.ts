/**
 * In a journal with a lock: words that lie unsealed in its folder are sealed, so that no clear text stays. What is sealed already is what a crash left when
 * the lock was turned on or off, and goes. Anything else another device or program put there. A file goes only once its bytes are sealed.
 */
import { Failure } from '#shared/domain/failure'
import { errorCode } from '../../../disk/files'
import { syncFolder } from '../../../disk/syncFolder'
import type { JournalFolder } from '../../layout/journalFolder'
import type { Vault } from '../cipher/vault'
import { arrivalPlace, arrivalsFolder, asItLay, isArrivalPlace } from '../files/arrivalPlace'
import { contentFiles } from '../files/contentFiles'
import { sealedFolder } from '../files/encryptedLayout'
import { maxFileSize, type Names } from '../files/fileSet'
import { beingWritten, isHalf, isWholePlain } from '../files/halfWritten'
import { isCreated, putInPlace } from '../files/putInPlace'
import { removeFolders } from '../files/removeSet'
import { isSameText } from '../files/renewed'
import { sealOwnAnew } from './sealOwnAnew'

/**
 * `wait`: for the person to let them in, also what lies in `quarantine/`: once sealed for its name, it would come back as a page by itself. `join`: as files
 * of the journal; that is right only while it had no lock a moment ago, and whatever lay in its folder was the person's own.
 */
export type TakeIn = 'wait' | 'join'

export interface StraysLeft {
  /** Files that had to stay where they are, unsealed. */
  readonly left: number
  /** Those of them that another program is still writing. */
  readonly beingWritten: number
}

/** `steadyFor` in milliseconds, for what may be half of a file; 0 judges at once. */
export async function sealStrays(home: JournalFolder, vault: Vault, how: TakeIn, steadyFor = 0): Promise<StraysLeft> {
  // What is there already is only compared, also where anyone may have sealed it.
  const sealed = sealedFolder(home, vault, async () => true)
  const { files, folders, temporaries } = await contentFiles(home)
  let left = 0
  const takeIn = async (names: Names) => {
    const isIn = await takeInOne(home, sealed, vault, names, how).catch(() => false)
    if (!isIn) left++
  }
  const half: Names[] = []
  for (const names of files) {
    if (steadyFor > 0 && (await isHalf(home, names, isWholePlain))) half.push(names)
    else await takeIn(names)
  }
  const written = await beingWritten(home, half, isWholePlain, steadyFor)
  left += written.size
  for (const names of half) if (!written.has(names)) await takeIn(names)
  for (const names of temporaries) await home.disk.files.remove(home.path(...names)).catch(() => left++)
  for (const names of folders) await syncFolder(home.disk, home.path(...names))
  await removeFolders(home, folders)
  return { left, beingWritten: written.size }
}

async function takeInOne(
  home: JournalFolder,
  sealed: JournalFolder,
  vault: Vault,
  names: Names,
  how: TakeIn,
): Promise<boolean> {
  const path = home.path(...names)
  const { bytes } = await home.disk.files.read(path, maxFileSize)
  const known = await sealedAs(sealed, names, bytes)
  // Where this device wrote both a moment ago nobody else may know one of them.
  if (known !== null && how === 'wait') await sealOwnAnew(home, vault, known)
  if (known === null) {
    const place = arrivalPlace(vault, asItLay(names), bytes)
    const mark = place[arrivalsFolder.length] ?? ''
    if (how === 'join') await putInPlace(sealed, names, bytes, mark)
    else if (!(await isCreated(sealed, place, bytes))) return false
  }
  // What a sync program has put there since is not in yet.
  if (Buffer.compare((await home.disk.files.read(path, maxFileSize)).bytes, bytes) !== 0) return false
  await home.disk.files.remove(path)
  return true
}

/** Under which name; also what waited when the lock was off, and has joined since. */
async function sealedAs(sealed: JournalFolder, names: Names, bytes: Uint8Array): Promise<Names | null> {
  if (await isSealedAs(sealed, names, bytes)) return names
  return isArrivalPlace(names) && (await isSealedAs(sealed, asItLay(names), bytes)) ? asItLay(names) : null
}

async function isSealedAs(sealed: JournalFolder, names: Names, bytes: Uint8Array): Promise<boolean> {
  const path = sealed.path(...names)
  const found = await sealed.disk.files.read(path, maxFileSize).catch((error: unknown) => {
    // What can't be reached now may be the same: the file stays until the next time.
    if (!(error instanceof Failure) && errorCode(error) !== 'ENOENT') throw error
    return null
  })
  if (found === null || !isSameText(names, found.bytes, bytes)) return false
  // An attempt before may have failed before its name was safe.
  await syncFolder(sealed.disk, sealed.path(...names.slice(0, -1)))
  return true
}
