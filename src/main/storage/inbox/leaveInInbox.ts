/** Leaves a file in one of a journal's inboxes: for a process that has neither the process lock nor a window. */
import type { KeptUntil } from '#shared/contract/captures'
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { saveDurably } from '../../disk/saveDurably'
import type { AdmittedFiles } from '../encryption/files/admittedFiles'
import { type FoundLock, findLock, sealedName } from '../encryption/files/encryptedLayout'
import { removeFolders } from '../encryption/files/removeSet'
import { isLockKnown, type KnownLock, sealForKnown } from '../encryption/keys/knownLock'
import { JournalFolder } from '../layout/journalFolder'
import type { DeviceInbox, LeftFile } from './deviceInbox'

export interface InboxPlace extends Partial<Disk> {
  readonly folder: string
  /** The journal's lock as this device knows it; null where none was ever opened here. Asked again behind the write. */
  readonly known?: () => KnownLock | null | Promise<KnownLock | null>
  /** For words that may not go into the folder now, and the journal that they are for. */
  readonly device?: { readonly inbox: DeviceInbox; readonly journal: string | null } | null
  /** Where this device knows it for its own; without that it waits in a journal with a lock for the person's word. */
  readonly admitted?: AdmittedFiles
  /** The words are on this device as well: rather than wait there for the person's word, they are left another time. */
  readonly isKeptToo?: boolean
}

/** Unsealed in the journal's inbox, or sealed there to the lock that is known; or kept by the device, for what lies there is another lock, or none. */
type Way =
  | { readonly kind: 'plain' }
  | { readonly kind: 'sealed'; readonly known: KnownLock }
  | { readonly kind: 'kept'; readonly known: KnownLock | null; readonly until: KeptUntil }

/**
 * Resolves when the disk has it, sealed in a journal with a lock: that needs no key. With null where it is in the journal's folder, else with what it waits
 * for on this device. Throws `folder-missing` when there is no journal, and `lock-changed` where it may not go into the folder and no device keeps it.
 */
export function leaveInInbox(place: InboxPlace, file: LeftFile): Promise<KeptUntil | null> {
  return answered(async () => {
    const home = new JournalFolder(nodeDisk(place), place.folder)
    await home.present()
    const way = await wayOf(home, place)
    await leave(home, place, way, file)
    // The lock may have been turned on or off meanwhile: then it lies where nothing looks for it. Twice there, it counts once.
    const now = await wayOf(home, place)
    if (now.kind !== way.kind) {
      await leave(home, place, now, file)
      await takeBack(home, place, way, file)
    } else if (keyOf(now) !== keyOf(way)) await leave(home, place, now, file, true)
    return now.kind === 'kept' ? now.until : null
  })
}

async function wayOf(home: JournalFolder, { known: ask = () => null, device = null }: InboxPlace): Promise<Way> {
  const known = await ask()
  const found = await lockThere(home)
  if (found === null) {
    // Words that are kept as they are tell of a lock, too: whether it is gone on purpose is not answered yet.
    const isGone = known !== null || (await device?.inbox.holdsOpen([device.journal, null])) === true
    return isGone ? { kind: 'kept', known, until: 'answered' } : { kind: 'plain' }
  }
  if (found !== 'unreadable' && known !== null && isLockKnown(known, found.file)) return { kind: 'sealed', known }
  return { kind: 'kept', known, until: 'unlocked' }
}

/** What only one key opens. */
function keyOf(way: Way): string | null {
  return way.kind === 'sealed' ? way.known.publicKey : null
}

async function lockThere(home: JournalFolder): Promise<FoundLock | null | 'unreadable'> {
  try {
    return await findLock(home)
  } catch (error) {
    if (!(error instanceof Failure) || !['key-missing', 'key-damaged', 'newer-schema'].includes(error.code)) throw error
    return 'unreadable'
  }
}

async function leave(
  home: JournalFolder,
  { device = null, admitted, isKeptToo = false }: InboxPlace,
  way: Way,
  file: LeftFile,
  isAnew = false,
): Promise<void> {
  if (way.kind === 'kept') {
    if (device === null) throw new Failure('lock-changed', 'no lock that this device knows')
    return device.inbox.keep({ ...file, journal: device.journal }, way.known)
  }
  const stored = way.kind === 'sealed' ? sealForKnown(way.known, file.bytes) : file.bytes
  // First, so that no look finds it unknown. Words that are nowhere else are left also where that can't be: they wait then.
  if (way.kind === 'sealed')
    await admitted?.add(stored).catch((error: unknown) => {
      if (isKeptToo) throw error
    })
  await home.inside(inboxOf(way, file.inbox), async (folder) => {
    const path = `${folder}/${file.id}.json`
    if (isAnew) return void (await saveDurably(home.disk, path, stored))
    await createDurably(home.disk, path, stored).catch(async (error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
      // The process that turned the lock on or off brought it along. On a disk without links a crash leaves a name without words.
      if ((await home.disk.files.info(path)).size === 0) await saveDurably(home.disk, path, stored)
    })
  })
}

function inboxOf({ kind }: Way, inbox: readonly string[]): readonly string[] {
  return kind === 'sealed' ? [sealedName, ...inbox] : inbox
}

/** Alone in `sealed/`, it would look like a journal that lost its key. */
async function takeBack(home: JournalFolder, { device = null }: InboxPlace, way: Way, file: LeftFile): Promise<void> {
  if (way.kind === 'kept') return device?.inbox.remove({ ...file, journal: device.journal })
  const names = inboxOf(way, file.inbox)
  await home.disk.files.remove(home.path(...names, `${file.id}.json`)).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
  await removeFolders(
    home,
    names.map((_, at) => names.slice(0, names.length - at)),
  )
}
