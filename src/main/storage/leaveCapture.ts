/** Leaves a capture in a journal's inbox: for a process that has neither lock nor window. Whoever has the lock brings it into its day. */
import type { Capture } from '#shared/domain/capture'
import { Failure } from '#shared/domain/failure'
import { inboxFormat, inboxNames } from './captureFiles'
import { createDurably } from './createDurably'
import { type Disk, nodeDisk } from './disk'
import { answered } from './failureOf'
import { errorCode } from './files'
import { encoded } from './format'
import { JournalFolder } from './journalFolder'
import { removeFolders } from './sealed/removeSet'
import { sealForInbox } from './sealed/sealedInbox'
import { type FoundLock, findLock, sealedName } from './sealed/sealedPlace'

/** Resolves when the disk has it, sealed in a journal with a lock: that needs no key. Throws `folder-missing` when there is no journal. */
export function leaveCapture(
  { folder: root, ...given }: Partial<Disk> & { folder: string },
  capture: Capture,
): Promise<void> {
  return answered(async () => {
    const home = new JournalFolder(nodeDisk(given), root)
    const found = await findLock(home)
    await leave(home, found, capture)
    // The lock may have been turned on or off meanwhile: then it lies where nobody looks for it. Twice there, it counts once.
    const now = await findLock(home).catch(nothingButThis)
    if (now?.file.id === found?.file.id) return
    await leave(home, now, capture)
    await takeBack(home, found, capture)
  })
}

function inboxOf(found: FoundLock | null): readonly string[] {
  return found === null ? inboxNames : [sealedName, ...inboxNames]
}

async function leave(home: JournalFolder, found: FoundLock | null, capture: Capture): Promise<void> {
  const words = encoded(inboxFormat, { schema: 1, capture })
  const bytes = found === null ? words : sealForInbox(Buffer.from(found.file.inbox.publicKey, 'base64'), words)
  await home.inside(inboxOf(found), (inbox) =>
    createDurably(home.disk, `${inbox}/${capture.id}.json`, bytes).catch((error: unknown) => {
      // Whoever turned the lock on or off brought it along.
      if (errorCode(error) !== 'EEXIST') throw error
    }),
  )
}

/** Alone in `sealed/`, it would look like a journal that lost its key. */
async function takeBack(home: JournalFolder, found: FoundLock | null, { id }: Capture): Promise<void> {
  const inbox = inboxOf(found)
  await home.disk.files.remove(home.path(...inbox, `${id}.json`)).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
  await removeFolders(
    home,
    inbox.map((_, at) => inbox.slice(0, inbox.length - at)),
  )
}

function nothingButThis(error: unknown): null {
  if (error instanceof Failure && error.code === 'key-missing') return null
  throw error
}
