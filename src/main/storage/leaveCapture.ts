/** Leaves a capture in a journal's inbox: for a process that has neither lock nor window. Whoever has the lock brings it into its day. */
import type { Capture } from '#shared/domain/capture'
import { inboxFormat, inboxNames } from './captureFiles'
import { createDurably } from './createDurably'
import { type Disk, nodeDisk } from './disk'
import { answered } from './failureOf'
import { encoded } from './format'
import { JournalFolder } from './journalFolder'
import { sealForInbox } from './sealed/sealedInbox'
import { findLock, sealedFolderAsItLies } from './sealed/sealedPlace'

/** Resolves when the disk has it, sealed in a journal with a lock: that needs no key. Throws `folder-missing` when there is no journal. */
export function leaveCapture(
  { folder: root, ...given }: Partial<Disk> & { folder: string },
  capture: Capture,
): Promise<void> {
  return answered(async () => {
    const disk = nodeDisk(given)
    const home = new JournalFolder(disk, root)
    const found = await findLock(home)
    const folder = found === null ? home : sealedFolderAsItLies(home)
    const words = encoded(inboxFormat, { schema: 1, capture })
    const bytes = found === null ? words : sealForInbox(Buffer.from(found.file.inbox.publicKey, 'base64'), words)
    await folder.inside(inboxNames, (inbox) => createDurably(disk, `${inbox}/${capture.id}.json`, bytes))
  })
}
