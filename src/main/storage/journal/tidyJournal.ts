/** What a journal that opens is tidied of, and what is told of it then. */
import { milliseconds } from '../../disk/instantName'
import type { Clock } from '../../services/ports/clock'
import { filesLeftSealed } from '../encryption/files/encryptedLayout'
import { removeUnfinished } from '../encryption/files/removeSet'
import { sweepInboxes } from '../inbox/sweepInboxes'
import type { FileNotices } from '../layout/fileNotices'
import type { JournalFolder } from '../layout/journalFolder'
import type { ProcessLock } from '../layout/processLock'
import { sweepTemporaries } from './sweepTemporaries'

/** Leftovers of a crash. `folder` holds what a person wrote; it is another one than `home` with a lock. */
export async function tidyJournal(
  home: JournalFolder,
  folder: JournalFolder,
  lock: ProcessLock,
  clock: Clock,
  device: string | null,
): Promise<void> {
  if (folder === home) await removeUnfinished(home, device)
  else await sweepTemporaries(home, lock.foundCrash)
  await sweepTemporaries(folder, lock.foundCrash)
  await sweepInboxes(folder, milliseconds(clock.instant()))
  await lock.clearDead()
}

/** They keep no one out; what is in them waits for its key. */
export async function noticeSealed(home: JournalFolder, notices: FileNotices): Promise<void> {
  for (const path of await filesLeftSealed(home))
    notices.raise({ kind: 'sealed', file: home.nameOf(path), day: null, restored: false })
}
