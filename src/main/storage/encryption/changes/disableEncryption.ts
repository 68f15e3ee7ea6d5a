/**
 * Turns a lock off, the same way back: the plain set beside the sealed one, looked at again, then the key file goes, which is the switch, then what is
 * sealed. To be run by the one process that has the journal, with nothing unsealed left in it.
 */
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { errorCode } from '../../../disk/files'
import { removeDurably } from '../../../disk/removeDurably'
import { isTemporaryName } from '../../../disk/temporaryName'
import { inboxesOf, isInInbox } from '../../layout/inboxes'
import type { JournalFolder } from '../../layout/journalFolder'
import { isSealed } from '../cipher/fileCipher'
import type { Vault } from '../cipher/vault'
import type { AdmittedFiles } from '../files/admittedFiles'
import { contentFiles } from '../files/contentFiles'
import { damagedPlace } from '../files/damagedPlace'
import { keyFileName, sealedFolderAsItLies } from '../files/encryptedLayout'
import { checkSet, maxFileSize, type Names, type Progress, writeSet } from '../files/fileSet'
import { beingWritten, type IsWhole } from '../files/halfWritten'
import { InboxGate } from '../files/inboxGate'
import { removeUnfinished } from '../files/removeSet'
import { renewed } from '../files/renewed'
import { beginChange, hashOfSealed } from '../files/unfinishedChange'
import { lockIn } from '../keys/openLock'
import { retireKeyFile } from '../keys/retireKeyFile'
import { finishEnabling } from './enableEncryption'
import { type OtherLocks, otherLocks } from './otherLocks'
import { type Opening, plainPlace } from './plainPlace'
import { textIn } from './sealAnew'
import { sealStrays } from './sealStrays'

/** Throws before the switch only: then the lock is as it was. What waits for the person's word waits on, also from the inboxes: `admitted` says of which they gave it. */
export async function disableEncryption(
  home: JournalFolder,
  vault: Vault,
  now: Instant,
  progress: Progress,
  admitted?: AdmittedFiles,
  device: string | null = null,
  steadyFor = 0,
): Promise<void> {
  const gate = new InboxGate(sealedFolderAsItLies(home), admitted)
  const others = await otherLocks(home, vault)
  const opening = { home, vault, now, gate, others }
  const strays = await sealStrays(home, vault, 'wait', steadyFor)
  if (strays.beingWritten > 0) throw new Failure('written-meanwhile', 'half of an unsealed file')
  if (strays.left > 0) throw new Failure('disk-error', 'unsealed files can’t be taken in')
  try {
    const written = await writePlain(opening, progress, steadyFor)
    const caught = () => writeCaught(opening, written)
    await caught()
    const lock = await lockIn(home)
    // What another device seals meanwhile comes late, and is to be opened still.
    await retireKeyFile(home, lock, vault)
    // Known by its name, what other locks sealed passes for no journal that lost its key.
    for (const keyMark of others.found) await retireKeyFile(home, lock, { keyMark })
    await beginChange(home, { device, lock: lock.file.id, mark: null, files: [...written.values()] }, true)
    await removeDurably(home.disk, home.path(keyFileName))
    // What can't be removed now the next start removes.
    await caught()
      .then(() => removeUnfinished(home, device, written.values()))
      .catch(() => undefined)
  } catch (error) {
    await takeBack(home, vault, device)
    if (errorCode(error) === 'EEXIST') throw new Failure('written-meanwhile', 'a plain file has a name of the journal')
    throw error
  }
}

/** The names of what was sealed, each with the hash of what was there. */
type Written = Map<string, string>

type TurningOff = Opening & { readonly others: OtherLocks }

async function writePlain(opening: TurningOff, progress: Progress, steadyFor: number): Promise<Written> {
  const { home, vault, now, others } = opening
  const asItLies = sealedFolderAsItLies(home)
  const { files } = await contentFiles(asItLies)
  const written: Written = new Map()
  const isWhole: IsWhole = (_, bytes) => others.isLate(bytes) || textIn(vault, bytes) !== null
  if ((await beingWritten(asItLies, files, isWhole, steadyFor)).size > 0)
    throw new Failure('written-meanwhile', 'half of a sealed file')
  const readRaw = async (names: Names) => (await home.disk.files.read(asItLies.path(...names), maxFileSize)).bytes
  const placed = new Map<Names, Names>()
  const places = new Map<Names, Names>()
  const isInbox = (names: Names) => isInInbox(home.kinds, names)
  let isOneLost = false
  // Inboxes last: by then it is known which other locks there are.
  for (const names of [...files.filter((one) => !isInbox(one)), ...files.filter(isInbox)]) {
    const bytes = await readRaw(names)
    if (others.isLate(bytes)) continue
    written.set(names.join('/'), hashOfSealed(bytes))
    placed.set(await plainPlace(opening, names, bytes), names)
    isOneLost ||= isSealed(bytes) && textIn(vault, bytes) === null
  }
  // Without its key no part of it could ever be saved.
  if (isOneLost) places.set(damagedPlace([keyFileName], now), [keyFileName])
  // One whose place is taken waits there already.
  for (const [place, names] of placed) if (place === names || !written.has(place.join('/'))) places.set(place, names)
  const read = async (place: Names) => {
    const names = places.get(place) ?? place
    const bytes = await readRaw(names)
    written.set(names.join('/'), hashOfSealed(bytes))
    return plainBytes(vault, place, bytes)
  }
  const all = [...places.keys()]
  const total = all.length * 2
  await writeSet(home, all, read, (done) => progress(done, total))
  await checkSet(home, all, read, (done) => progress(all.length + done, total))
  return written
}

function plainBytes(vault: Vault, place: Names, bytes: Uint8Array): Uint8Array {
  const text = textIn(vault, bytes)
  return text === null ? bytes : renewed(place, text)
}

/** Other processes leave words without asking, until the key file is gone: they come along. */
async function writeCaught(opening: TurningOff, written: Written): Promise<void> {
  const { home, vault, others } = opening
  const asItLies = sealedFolderAsItLies(home)
  const left = await Promise.all(
    inboxesOf(home.kinds).map(async (inbox) => ({ inbox, found: await asItLies.list(...inbox) })),
  )
  const files = left.flatMap(({ inbox, found }) =>
    found.flatMap(({ name, kind }) => (kind === 'file' && !isTemporaryName(name) ? [[...inbox, name]] : [])),
  )
  for (const names of files) {
    if (written.has(names.join('/'))) continue
    const { bytes } = await home.disk.files.read(asItLies.path(...names), maxFileSize)
    if (others.isLate(bytes)) continue
    const place = await plainPlace(opening, names, bytes)
    const isThere = place !== names && written.has(place.join('/'))
    if (!isThere)
      await writeSet(
        home,
        [place],
        async () => plainBytes(vault, place, bytes),
        () => undefined,
      )
    const hash = hashOfSealed(bytes)
    written.set(names.join('/'), hash).set(place.join('/'), hash)
  }
}

/** Only what is sure: while the key file is there, what is sealed is the journal. */
async function takeBack(home: JournalFolder, vault: Vault, device: string | null): Promise<void> {
  try {
    await home.disk.files.info(home.path(keyFileName))
    await finishEnabling(home, device)
    await sealStrays(home, vault, 'wait')
  } catch {
    // The next time the journal is unlocked or opened it is put right.
  }
}
