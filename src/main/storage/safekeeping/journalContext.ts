/** What the parts of an open journal share. */

import type { KeyedQueue } from '../../async/keyedQueue'
import type { Clock } from '../../services/ports/clock'
import type { FileNotices } from '../layout/fileNotices'
import type { JournalFolder } from '../layout/journalFolder'
import type { ProcessLock } from '../layout/processLock'
import type { Versions } from '../records/versions'
import type { Quarantine } from './quarantine'

export interface JournalContext {
  readonly folder: JournalFolder
  readonly lock: Pick<ProcessLock, 'hold'>
  readonly clock: Clock
  readonly notices: FileNotices
  readonly versions: Versions
  readonly quarantine: Quarantine
  /** One writer for each entry: every task that changes an entry's files runs under its id. */
  readonly queue: KeyedQueue
}
