/** How many drafts, captures and answers lie on this device and not in the journal's folder: a copy of the folder, and an export, is without them. */
import type { Disk } from '../disk/disk'
import { deviceInboxName } from '../storage/inbox/deviceInbox'
import { lookIntoFolder } from '../storage/journal/moveJournal'
import { inboxesOf, inboxFiles } from '../storage/layout/inboxes'
import { JournalFolder } from '../storage/layout/journalFolder'
import { draftsName, isDraftName } from '../storage/safekeeping/draftFiles'

const ofNone = 'none'

/** Those of this journal, and of none that is known; by their names alone. */
export async function countKeptHere(disk: Disk, userData: string, journal: string): Promise<number> {
  const there = await lookIntoFolder(journal, disk)
  const device = new JournalFolder(disk, userData)
  let count = 0
  for (const home of new Set([there.kind === 'journal' ? (there.id ?? ofNone) : ofNone, ofNone])) {
    const drafts = await device.list(draftsName, home)
    count += drafts.filter(({ name, kind }) => kind === 'file' && isDraftName(name)).length
    const kept = new JournalFolder(disk, device.path(deviceInboxName, home))
    for (const inbox of inboxesOf(kept.kinds)) count += (await inboxFiles(kept, inbox)).length
  }
  return count
}
