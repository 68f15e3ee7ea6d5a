/** Leaves a file in one of a journal's inboxes: for a process that has neither the process lock nor a window. */
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import type { AdmittedFiles } from '../encryption/admittedFiles'
import { type FoundLock, findLock, sealedName } from '../encryption/encryptedLayout'
import { isLockKnown, type KnownLock, sealForKnown } from '../encryption/knownLock'
import { removeFolders } from '../encryption/removeSet'
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

/** Where it lies now: in the journal's folder, or still on this device. */
export type LeftIn = 'journal' | 'device'

/** Unsealed in the journal's inbox, or sealed there to the lock that is known; or kept by the device, for what lies there is another lock, or none. */
type Way =
  | { readonly kind: 'plain' }
  | { readonly kind: 'sealed'; readonly known: KnownLock }
  | { readonly kind: 'kept'; readonly known: KnownLock | null }

/**
 * Resolves when the disk has it, sealed in a journal with a lock: that needs no key. Throws `folder-missing` when there is no journal, and `lock-changed` where it
 * may not go into the folder and no device keeps it.
 */
export function leaveInInbox(place: InboxPlace, file: LeftFile): Promise<LeftIn> {
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
    }
    return now.kind === 'kept' ? 'device' : 'journal'
  })
}

async function wayOf(home: JournalFolder, { known: ask = () => null }: InboxPlace): Promise<Way> {
  const known = await ask()
  const found = await lockThere(home)
  if (found === null && known === null) return { kind: 'plain' }
  if (found === null || found === 'unreadable' || known === null) return { kind: 'kept', known }
  return { kind: isLockKnown(known, found.file) ? 'sealed' : 'kept', known }
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
  await home.inside(inboxOf(way, file.inbox), (folder) =>
    createDurably(home.disk, `${folder}/${file.id}.json`, stored).catch((error: unknown) => {
      // The process that turned the lock on or off brought it along.
      if (errorCode(error) !== 'EEXIST') throw error
    }),
  )
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
