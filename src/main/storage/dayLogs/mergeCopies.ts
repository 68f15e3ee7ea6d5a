/** Second files of a day that sync programs left: what is new in them comes into the day, then the file goes to the versions. */
import type { LoggedRecord, StoredLog } from '#shared/domain/record'
import { createDurably } from '../../disk/createDurably'
import type { Disk } from '../../disk/disk'
import { moveDurably } from '../../disk/moveDurably'
import { DurableAdapter } from '../format/DurableAdapter'
import type { DocumentFile } from '../format/documentFile'
import { encoded } from '../format/fileFormat'
import type { DayLogKind } from '../kinds/recordKind'
import { liesAt } from '../records/liesAt'
import type { JournalContext } from '../safekeeping/journalContext'
import { keptLogFolder, keptLogPath } from './dayLogFiles'
import { joinedLog } from './joinedLog'

/** Runs alone on its day. Never throws: what can't be merged now stays where it is, for the next look. */
export async function mergeCopies<L extends StoredLog, R extends LoggedRecord>(
  journal: JournalContext,
  kind: DayLogKind<L, R>,
  document: DocumentFile<L>,
  copies: readonly string[],
): Promise<void> {
  for (const path of copies) await mergeCopy(journal, kind, document, path).catch(() => undefined)
}

/** First into the day, then out of the way: after a crash in between all of it is there already. */
async function mergeCopy<L extends StoredLog, R extends LoggedRecord>(
  journal: JournalContext,
  kind: DayLogKind<L, R>,
  document: DocumentFile<L>,
  path: string,
): Promise<void> {
  const { folder, lock, notices, clock } = journal
  const { day } = document.value
  const copy = await readCopy(folder.disk, kind, path)
  // Another day's, or no such day at all: another program's file.
  if (copy?.day !== day) return
  await lock.hold()
  await joinInto(journal, kind, document, copy)
  await folder.inside(keptLogFolder(kind), () =>
    moveDurably(folder.disk, path, keptLogPath(folder, kind, day, clock.instant())),
  )
  notices.raise({ kind: 'merged', file: folder.nameOf(path), day, restored: false, recordKind: kind.name })
}

/** False when it brings nothing new. */
export async function joinInto<L extends StoredLog, R extends LoggedRecord>(
  { folder, clock }: Pick<JournalContext, 'folder' | 'clock'>,
  kind: DayLogKind<L, R>,
  document: DocumentFile<L>,
  other: L,
): Promise<boolean> {
  const before = document.value
  const joined = joinedLog(kind, before, other)
  if (joined === before) return false
  // Taken whole it says less than both together: what it takes the place of is kept.
  if (joined === other && kind.recordsOf(before).length > 0) await keepOnce({ folder, clock }, kind, before)
  await document.save(joined)
  return true
}

/** Before the day is saved, so that a crash loses nothing; a disk that refuses the day again and again does not get it each time. */
async function keepOnce<L extends StoredLog>(
  { folder, clock }: Pick<JournalContext, 'folder' | 'clock'>,
  kind: Pick<DayLogKind<L>, 'folder' | 'format'>,
  log: L,
): Promise<void> {
  const bytes = encoded(kind.format, log)
  const place = keptLogFolder(kind)
  for (const { name } of await folder.list(...place))
    if (name.startsWith(`${log.day}.`) && (await liesAt(folder.disk, folder.path(...place, name), bytes))) return
  await folder.inside(place, () =>
    createDurably(folder.disk, keptLogPath(folder, kind, log.day, clock.instant()), bytes),
  )
}

/** Null when it is gone. Throws what stands in the way of reading it as a day of this kind. */
export function readCopy<L extends StoredLog>(
  disk: Disk,
  { format }: Pick<DayLogKind<L>, 'format'>,
  path: string,
): Promise<L | null> {
  return new DurableAdapter(disk, path, format).read()
}
