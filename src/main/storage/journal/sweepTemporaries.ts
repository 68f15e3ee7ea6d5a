/** Removes files that were being written when a process died. Only names of our own pattern, only in folders that only the lock's owner writes to. */

import { isTemporaryName } from '../../disk/temporaryName'
import { captureYears } from '../dayLogs/captureFiles'
import { inboxes } from '../layout/inboxes'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { entryYears } from '../records/entryFiles'

/** `everywhere` after a crash; else only at the top, where a first start that died before it had the lock leaves its one. */
export async function sweepTemporaries(folder: JournalFolder, everywhere: boolean): Promise<void> {
  if (!everywhere) return sweep(folder, [])
  const { entries, captures, versions, trash, quarantine } = folderNames
  const years = [
    ...(await entryYears(folder)).map((year) => [entries, year]),
    ...(await captureYears(folder)).map((year) => [captures, year]),
  ]
  for (const names of [[], [versions], [trash], [quarantine], ...years]) {
    await sweep(folder, names)
  }
}

/** Milliseconds; what is left in an inbox is written in far less. */
const surelyDead = 86_400_000

/** Others write into the inboxes without the process lock: only what nothing can be writing any more is removed. */
export async function sweepInboxes(folder: JournalFolder, now: number): Promise<void> {
  for (const inbox of inboxes) await sweepInbox(folder, inbox, now)
}

async function sweepInbox(folder: JournalFolder, inbox: readonly string[], now: number): Promise<void> {
  for (const { name, kind } of await folder.list(...inbox)) {
    const path = folder.path(...inbox, name)
    if (kind !== 'file' || !isTemporaryName(name)) continue
    const { modified } = await folder.disk.files.info(path)
    if (now - modified > surelyDead) await folder.disk.files.remove(path)
  }
}

async function sweep(folder: JournalFolder, names: readonly string[]): Promise<void> {
  for (const { name, kind } of await folder.list(...names)) {
    if (kind === 'file' && isTemporaryName(name)) await folder.disk.files.remove(folder.path(...names, name))
  }
}
