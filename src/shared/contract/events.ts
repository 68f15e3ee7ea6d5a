/** The events that main sends to the page, of all nouns together. */
import type { AppEvents } from './app'
import type { BackupEvents } from './backups'
import type { CaptureEvents } from './captures'
import type { EventName } from './channels'
import type { EncryptionEvents } from './encryption'
import type { EntryEvents } from './entries'
import type { HealthEvents } from './health'
import type { JournalEvents } from './journal'
import type { ReminderEvents } from './reminders'
import type { SettingsEvents } from './settings'
import type { ShortcutEvents } from './shortcut'

export type Events = AppEvents &
  EntryEvents &
  HealthEvents &
  CaptureEvents &
  ReminderEvents &
  ShortcutEvents &
  SettingsEvents &
  BackupEvents &
  JournalEvents &
  EncryptionEvents

export type Event<K extends EventName> = Events[K]
