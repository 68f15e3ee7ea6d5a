/** What the parts of an open journal share. */

import type { KeyedQueue } from '../../async/keyedQueue'
import type { Clock } from '../../services/ports/clock'
import type { FileNotices } from '../layout/fileNotices'
import type { JournalFolder } from '../layout/journalFolder'
import type { ProcessLock } from '../layout/processLock'
import type { Quarantine } from './quarantine'

export interface JournalContext {
  readonly folder: JournalFolder
  readonly lock: Pick<ProcessLock, 'hold'>
  readonly clock: Clock
  /** The name under which saves of this device are counted; null where none is known, and saves are not counted. */
  readonly device: string | null
  readonly notices: FileNotices
  readonly quarantine: Quarantine
  /** One writer for each record: every task that changes a record's files runs under its id. */
  readonly queue: KeyedQueue
}
