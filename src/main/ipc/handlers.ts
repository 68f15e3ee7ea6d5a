/** Which service answers each request, gathered from the nouns. */
import { appHandlers } from './handlers/app'
import { backgroundHandlers } from './handlers/background'
import { backupHandlers } from './handlers/backups'
import { captureHandlers } from './handlers/captures'
import { conflictHandlers } from './handlers/conflicts'
import { encryptionHandlers } from './handlers/encryption'
import { entryHandlers } from './handlers/entries'
import { exportHandlers } from './handlers/exports'
import { healthHandlers } from './handlers/health'
import { historyHandlers } from './handlers/history'
import { journalHandlers } from './handlers/journal'
import { overviewHandlers } from './handlers/overview'
import { reminderHandlers } from './handlers/reminders'
import { searchHandlers } from './handlers/search'
import { settingsHandlers } from './handlers/settings'
import { shortcutHandlers } from './handlers/shortcut'
import { trashHandlers } from './handlers/trash'
import type { Handlers } from './serve'

/** All that the nouns ask for. */
export type Served = Parameters<typeof appHandlers>[0] &
  Parameters<typeof entryHandlers>[0] &
  Parameters<typeof conflictHandlers>[0] &
  Parameters<typeof historyHandlers>[0] &
  Parameters<typeof healthHandlers>[0] &
  Parameters<typeof trashHandlers>[0] &
  Parameters<typeof captureHandlers>[0] &
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
