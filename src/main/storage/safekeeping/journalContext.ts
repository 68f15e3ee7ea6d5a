/** What the parts of an open journal share. */

import type { KeyedQueue } from '../../async/keyedQueue'
import type { Clock } from '../../services/ports/clock'
import type { FileNotices } from '../layout/fileNotices'
import type { JoiningGate } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import type { ProcessLock } from '../layout/processLock'
import type { KeptStates } from './keptStates'
import type { ListedVersions } from './listedVersions'
import type { Quarantine } from './quarantine'
import type { TrashReckoning } from './trashReckoning'

export interface JournalContext {
  readonly folder: JournalFolder
  readonly lock: Pick<ProcessLock, 'hold'>
  readonly clock: Clock
  /** The name under which saves of this device are counted; null where none is known, and saves are not counted. */
  readonly device: string | null
  /** Milliseconds that a file which can't be read has to stay the same before it counts as damaged. */
  readonly steadyFor: number
  /** What this device saved last; null where nothing is kept of it. */
  readonly lastStates: KeptStates | null
  /** Null where this device keeps none, and nothing is erased after a time. */
  readonly trashReckoning: TrashReckoning | null
  /** What may join from the inboxes; null for a journal without a lock, where all may. */
  readonly gate: JoiningGate | null
  readonly notices: FileNotices
  readonly listedVersions: ListedVersions
  readonly quarantine: Quarantine
  /** One writer for each record: every task that changes a record's files runs under its id. */
  readonly queue: KeyedQueue
}
