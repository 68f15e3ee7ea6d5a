/** Leaves a file in one of a journal's inboxes: for a process that has neither the process lock nor a window. */
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import type { AdmittedFiles } from '../encryption/admittedFiles'
import { type FoundLock, findLock, sealedName } from '../encryption/encryptedLayout'
import { removeFolders } from '../encryption/removeSet'
import { sealForInbox } from '../encryption/sealedInbox'
import { JournalFolder } from '../layout/journalFolder'

/** What is left, and where: `inbox` is its kind's. */
export interface LeftFile {
  readonly inbox: readonly string[]
  /** A UUID version 7: the file's name, so that it counts once however often it is left. */
  readonly id: string
  readonly bytes: Uint8Array
}

export interface LeavingIn extends Partial<Disk> {
  readonly folder: string
  /** Where this device knows it for its own; without that it waits there for the person's word. */
  readonly admitted?: AdmittedFiles
}

/** Resolves when the disk has it, sealed in a journal with a lock: that needs no key. Throws `folder-missing` when there is no journal. */
export function leaveInInbox({ folder: root, admitted, ...given }: LeavingIn, file: LeftFile): Promise<void> {
  return answered(async () => {
    const home = new JournalFolder(nodeDisk(given), root)
    const found = await findLock(home)
    await leave(home, found, file, admitted)
    // The lock may have been turned on or off meanwhile: then it lies where nothing looks for it. Twice there, it counts once.
    const now = await findLock(home).catch(nothingButThis)
    if (now?.file.id === found?.file.id) return
    await leave(home, now, file, admitted)
    await takeBack(home, found, file)
  })
}

function inboxOf(found: FoundLock | null, inbox: readonly string[]): readonly string[] {
  return found === null ? inbox : [sealedName, ...inbox]
}

async function leave(
  home: JournalFolder,
  found: FoundLock | null,
  { inbox, id, bytes }: LeftFile,
  admitted?: AdmittedFiles,
): Promise<void> {
  const stored = found === null ? bytes : sealForInbox(Buffer.from(found.file.inbox.publicKey, 'base64'), bytes)
  // First, so that no look finds it unknown. Words are kept also where that can't be: they wait then.
  if (found !== null) await admitted?.add(stored).catch(() => undefined)
  await home.inside(inboxOf(found, inbox), (folder) =>
    createDurably(home.disk, `${folder}/${id}.json`, stored).catch((error: unknown) => {
      // The process that turned the lock on or off brought it along.
      if (errorCode(error) !== 'EEXIST') throw error
    }),
  )
}

/** Alone in `sealed/`, it would look like a journal that lost its key. */
async function takeBack(home: JournalFolder, found: FoundLock | null, { inbox, id }: LeftFile): Promise<void> {
  const names = inboxOf(found, inbox)
  await home.disk.files.remove(home.path(...names, `${id}.json`)).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
  await removeFolders(
    home,
    names.map((_, at) => names.slice(0, names.length - at)),
  )
}

function nothingButThis(error: unknown): null {
  if (error instanceof Failure && error.code === 'key-missing') return null
  throw error
}
