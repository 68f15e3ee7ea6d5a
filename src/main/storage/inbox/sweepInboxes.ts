/** Removes files that were being written into an inbox when a process died. */
import { isTemporaryName } from '../../disk/temporaryName'
import { inboxesOf } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'

/** Milliseconds; what is left in an inbox is written in far less. */
const surelyDead = 86_400_000

/** Others write into the inboxes without the process lock: only what nothing can be writing any more is removed. */
export async function sweepInboxes(folder: JournalFolder, now: number): Promise<void> {
  for (const inbox of inboxesOf(folder.kinds)) await sweepInbox(folder, inbox, now)
}

async function sweepInbox(folder: JournalFolder, inbox: readonly string[], now: number): Promise<void> {
  for (const { name, kind } of await folder.list(...inbox)) {
    const path = folder.path(...inbox, name)
    if (kind !== 'file' || !isTemporaryName(name)) continue
    const { modified } = await folder.disk.files.info(path)
    if (now - modified > surelyDead) await folder.disk.files.remove(path)
  }
}
