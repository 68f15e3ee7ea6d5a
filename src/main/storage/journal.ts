/** What the parts of an open journal share. */

import type { KeyedQueue } from '../async/keyedQueue'
import type { Clock } from '../services/ports/clock'
import type { JournalFolder } from './journalFolder'
import type { JournalLock } from './journalLock'
import type { Notices } from './notices'
import type { Quarantine } from './quarantine'
import type { Versions } from './versions'

export interface Journal {
  readonly folder: JournalFolder
  readonly lock: Pick<JournalLock, 'hold'>
  readonly clock: Clock
  readonly notices: Notices
  readonly versions: Versions
  readonly quarantine: Quarantine
  /** One writer for each entry: every task that changes an entry's files runs under its id. */
  readonly queue: KeyedQueue
}
