/** Second files of a day's captures that sync programs left: what is new in them comes into the day, then the file goes to the versions. */
import { isDeepStrictEqual } from 'node:util'
import type { CaptureDay } from '#shared/domain/capture/capture'
import type { Disk } from '../../disk/disk'
import { moveDurably } from '../../disk/moveDurably'
import { DurableAdapter } from '../format/DurableAdapter'
import type { DocumentFile } from '../format/documentFile'
import { captureDayFormat, captureKind } from '../kinds/captureKind'
import type { JournalContext } from '../safekeeping/journalContext'
import { keptLogFolder, keptLogPath } from './dayLogFiles'

/** Runs alone on its day. Never throws: what can't be merged now stays where it is, for the next look. */
export async function mergeCopies(
  journal: JournalContext,
  document: DocumentFile<CaptureDay>,
  copies: readonly string[],
): Promise<void> {
  for (const path of copies) await mergeCopy(journal, document, path).catch(() => undefined)
}

/** First into the day, then out of the way: after a crash in between all of it is there already. */
async function mergeCopy(journal: JournalContext, document: DocumentFile<CaptureDay>, path: string): Promise<void> {
  const { folder, lock, notices, clock } = journal
  const { day } = document.value
  const copy = await readCopy(folder.disk, path)
  // Another day's, or no captures at all: another program's file.
  if (copy?.day !== day) return
  await lock.hold()
  const before = document.value
  const merged = captureKind.merge(before, copy)
  if (!isDeepStrictEqual(merged, before)) await document.save({ ...merged, revision: before.revision + 1 })
  await folder.inside(keptLogFolder(captureKind), () =>
    moveDurably(folder.disk, path, keptLogPath(folder, captureKind, day, clock.instant())),
  )
  notices.raise({ kind: 'merged', file: folder.nameOf(path), day, restored: false, recordKind: captureKind.name })
}

/** Null when it is gone. Throws what stands in the way of reading it as captures. */
export function readCopy(disk: Disk, path: string): Promise<CaptureDay | null> {
  return new DurableAdapter(disk, path, captureDayFormat).read()
}
