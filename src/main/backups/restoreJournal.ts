/**
 * Puts a backup in the journal's place: filled beside it, checked, and switched by two renames. At every moment of a crash the journal before
 * or the restored one is there, whole; `finishRestore` ends at the next start what was cut off between the two.
 */
import { dirname, join } from 'node:path'
import type { Disk } from '../disk/disk'
import { exists } from '../disk/exists'
import { errorCode } from '../disk/files'
import { makeFolders } from '../disk/makeFolders'
import { moveDurably } from '../disk/moveDurably'
import type { RawDisk } from '../disk/rawFiles'
import { removeTree } from '../disk/removeTree'
import { isTemporaryName } from '../disk/temporaryName'
import type { RestoreOrder } from '../services/ports/backupStore'
import { findLock, sealedName } from '../storage/encryption/files/encryptedLayout'
import { kinds } from '../storage/kinds/kinds'
import { inboxesOf } from '../storage/layout/inboxes'
import { JournalFolder, markerName } from '../storage/layout/journalFolder'
import { extractArchive } from './extractArchive'
import { haveRoom } from './haveRoom'
import { holdsAll } from './holdsAll'
import { openArchive } from './openArchive'
import { putAsidePlace, restorePlaces } from './restorePlaces'

/** Throws `bad-backup`, `newer-schema`, `no-room` and what the disk says; the journal before is in its place then. */
export async function restoreJournal(disk: RawDisk, order: RestoreOrder): Promise<void> {
  const { file, journal, now } = order
  const { making, ready, replaced } = restorePlaces(journal)
  const archive = await openArchive(disk, file)
  try {
    await tidyRestore(disk, journal)
    for (const place of [making, ready]) await removeTree(disk, place)
    await haveRoom(disk, dirname(journal), archive.manifest.counts.bytes)
    await extractArchive(disk, archive, making)
    const aside = (await isCovered(disk, order, making)) ? replaced : putAsidePlace(journal, now)
    await moveDurably(disk, making, ready)
    await switchOver(disk, journal, aside)
  } catch (error) {
    await removeTree(disk, making).catch(() => undefined)
    throw error
  } finally {
    await archive.close()
  }
  // The journal is there; what was left in the inboxes meanwhile is looked for again with the next start.
  await carryInboxes(disk, replaced, journal).catch(() => undefined)
}

/** What restores left beside a journal that is there: what was left in its inboxes meanwhile goes into it, the rest away. */
export async function tidyRestore(disk: Disk, journal: string): Promise<void> {
  if (!(await exists(disk, join(journal, markerName)))) return
  const { making, ready, replaced } = restorePlaces(journal)
  await carryInboxes(disk, replaced, journal)
  for (const place of [making, ready, replaced]) await removeTree(disk, place)
}

/** Nothing saves any more: what was saved while the present state was backed up, and is not in it, would be nowhere. */
async function isCovered(disk: RawDisk, { journal, coveredBy }: RestoreOrder, next: string): Promise<boolean> {
  if (coveredBy === null) return false
  const carried = (await readableInboxes(disk, journal, next)).map((names) => names.join('/'))
  return holdsAll(disk, coveredBy, journal, carried)
}

async function switchOver(disk: Disk, journal: string, aside: string): Promise<void> {
  const { ready } = restorePlaces(journal)
  const isReplacing = await exists(disk, journal)
  try {
    if (isReplacing) await moveDurably(disk, journal, aside)
    await moveDurably(disk, ready, journal)
  } catch (error) {
    if (isReplacing && !(await exists(disk, journal))) await moveDurably(disk, aside, journal)
    // Where even that failed, what is ready stays, and becomes the journal at the next start.
    await removeTree(disk, ready).catch(() => undefined)
    throw error
  }
}

/** Other processes leave words in the inboxes without asking: those that came after the backup are only here. */
async function carryInboxes(disk: Disk, from: string, to: string): Promise<void> {
  for (const names of await readableInboxes(disk, from, to)) {
    const [inbox, target] = [join(from, ...names), join(to, ...names)]
    for (const { name, kind } of await disk.files.list(inbox).catch(nothingThere)) {
      if (kind !== 'file' || isTemporaryName(name)) continue
      await makeFolders(disk, target)
      if (!(await exists(disk, join(target, name)))) await moveDurably(disk, join(inbox, name), join(target, name))
    }
  }
}

/** What is sealed can only be read in a journal of the same key. */
async function readableInboxes(disk: Disk, from: string, to: string): Promise<readonly (readonly string[])[]> {
  const [before, now] = [await keyOf(disk, from), await keyOf(disk, to)]
  const inboxes = inboxesOf(kinds)
  return now !== null && before === now ? [...inboxes, ...inboxes.map((inbox) => [sealedName, ...inbox])] : inboxes
}

/** The id of its key; null without a lock, and for one whose key file can't be read. */
async function keyOf(disk: Disk, journal: string): Promise<string | null> {
  return await findLock(new JournalFolder(disk, journal)).then(
    (found) => found?.file.id ?? null,
    () => null,
  )
}

function nothingThere(error: unknown): [] {
  if (errorCode(error) === 'ENOENT') return []
  throw error
}
