/** What becomes of the copies that sync programs left beside an entry: one that says nothing new goes to the versions, another waits for a person's choice. */
import type { CopyId } from '#shared/domain/entry/copy'
import { digestOf } from '../../disk/fileFingerprint'
import type { StoreNotice } from '../../services/ports/entryStore'
import type { JournalFolder } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import type { ReadableEntry } from './classifyFiles'
import { sameContent } from './sameContent'
import type { Versions } from './versions'

/** Of this file with this content: a choice made for what was seen does not hold for what came later. */
export function copyIdOf(folder: JournalFolder, { path, seen }: ReadableEntry): CopyId {
  return digestOf(Buffer.from(`${folder.nameOf(path)} ${seen.digest}`, 'utf8'))
}

/** Those that wait for a choice. To be run under the entry's id in the journal's queue; never throws. */
export async function conflictedCopies(
  journal: JournalContext,
  best: ReadableEntry,
  copies: readonly ReadableEntry[],
): Promise<ReadableEntry[]> {
  const waiting: ReadableEntry[] = []
  for (const copy of copies) {
    // An own file that holds another entry says nothing about this one.
    if (copy.entry.id !== best.entry.id) continue
    if (await saysNothingNew(journal.versions, best, copy)) {
      // When the disk refuses, it stays where it is and the next look finds it again.
      await archiveCopy(journal, copy).catch(() => undefined)
      continue
    }
    waiting.push(copy)
    journal.notices.tell(copyNotice(journal.folder, best, copy))
  }
  return waiting
}

export function copyNotice(folder: JournalFolder, { entry }: ReadableEntry, copy: ReadableEntry): StoreNotice {
  return { kind: 'copy', file: folder.nameOf(copy.path), day: entry.day, restored: false, entry: entry.id }
}

/** The copy goes to the versions, byte for byte. */
export async function archiveCopy(
  { lock, versions, notices, folder, clock }: JournalContext,
  copy: ReadableEntry,
): Promise<void> {
  await lock.hold()
  await versions.acceptCopy(copy.entry.id, copy.entry.revision, copy.path, clock.instant())
  // The same name can come again with other words.
  notices.forget('copy', folder.nameOf(copy.path))
}

/** The entry, or one of its versions, says the same already. */
export async function saysNothingNew(versions: Versions, best: ReadableEntry, copy: ReadableEntry): Promise<boolean> {
  if (sameContent(best.entry, copy.entry)) return true
  return await versions.holds(copy).catch(() => false)
}
