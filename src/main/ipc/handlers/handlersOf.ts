/** Which service answers each request, gathered from the nouns. */

import type { Handlers } from '../serve'
import { appHandlers } from './app'
import { backgroundHandlers } from './background'
import { backupHandlers } from './backups'
import { captureHandlers } from './captures'
import { conflictHandlers } from './conflicts'
import { encryptionHandlers } from './encryption'
import { entryHandlers } from './entries'
import { exportHandlers } from './exports'
import { healthHandlers } from './health'
import { historyHandlers } from './history'
import { journalHandlers } from './journal'
import { overviewHandlers } from './overview'
import { recentHandlers } from './recent'
import { reminderHandlers } from './reminders'
import { searchHandlers } from './search'
import { settingsHandlers } from './settings'
import { shortcutHandlers } from './shortcut'
import { trashHandlers } from './trash'

/** All that the nouns ask for. */
export type Served = Parameters<typeof appHandlers>[0] &
  Parameters<typeof entryHandlers>[0] &
  Parameters<typeof conflictHandlers>[0] &
  Parameters<typeof historyHandlers>[0] &
  Parameters<typeof healthHandlers>[0] &
  Parameters<typeof trashHandlers>[0] &
  Parameters<typeof captureHandlers>[0] &
  Parameters<typeof recentHandlers>[0] &
  Parameters<typeof reminderHandlers>[0] &
  Parameters<typeof backgroundHandlers>[0] &
  Parameters<typeof shortcutHandlers>[0] &
  Parameters<typeof searchHandlers>[0] &
  Parameters<typeof overviewHandlers>[0] &
  Parameters<typeof settingsHandlers>[0] &
  Parameters<typeof exportHandlers>[0] &
  Parameters<typeof backupHandlers>[0] &
  Parameters<typeof journalHandlers>[0] &
  Parameters<typeof encryptionHandlers>[0]

export function handlersOf(served: Served): Handlers {
  return {
    ...appHandlers(served),
    ...entryHandlers(served),
    ...conflictHandlers(served),
    ...historyHandlers(served),
    ...healthHandlers(served),
    ...trashHandlers(served),
    ...captureHandlers(served),
    ...recentHandlers(served),
    ...reminderHandlers(served),
    ...backgroundHandlers(served),
    ...shortcutHandlers(served),
    ...searchHandlers(served),
    ...overviewHandlers(served),
    ...settingsHandlers(served),
    ...exportHandlers(served),
    ...backupHandlers(served),
    ...journalHandlers(served),
    ...encryptionHandlers(served),
  }
}
