/** What the page may ask of main, of all nouns together: one schema for each request, checked in main before a handler sees it, and one answer. */
import type { z } from 'zod'
import { type AppAnswers, appRequests } from './app'
import { type BackgroundAnswers, backgroundRequests } from './background'
import { type BackupAnswers, backupRequests } from './backups'
import { type CaptureAnswers, captureRequests } from './captures'
import type { RequestName } from './channels'
import { type ConflictAnswers, conflictRequests } from './conflicts'
import { type EncryptionAnswers, encryptionRequests } from './encryption'
import { type EntryAnswers, entryRequests } from './entries'
import { type ExportAnswers, exportRequests } from './exports'
import { type HealthAnswers, healthRequests } from './health'
import { type HistoryAnswers, historyRequests } from './history'
import { type JournalAnswers, journalRequests } from './journal'
import { type OverviewAnswers, overviewRequests } from './overview'
import { type RecentAnswers, recentRequests } from './recent'
import { type ReminderAnswers, reminderRequests } from './reminders'
import { type SearchAnswers, searchRequests } from './search'
import { type SettingsAnswers, settingsRequests } from './settings'
import { type ShortcutAnswers, shortcutRequests } from './shortcut'
import { type TrashAnswers, trashRequests } from './trash'

export const requestSchemas = {
  ...appRequests,
  ...entryRequests,
  ...conflictRequests,
  ...historyRequests,
  ...healthRequests,
  ...trashRequests,
  ...captureRequests,
  ...recentRequests,
  ...reminderRequests,
  ...backgroundRequests,
  ...shortcutRequests,
  ...searchRequests,
  ...overviewRequests,
  ...settingsRequests,
  ...exportRequests,
  ...backupRequests,
  ...journalRequests,
  ...encryptionRequests,
} satisfies Record<RequestName, z.ZodType>

export type Request<K extends RequestName> = z.infer<(typeof requestSchemas)[K]>

/** Types only: main is trusted by the page. */
export type Responses = AppAnswers &
  EntryAnswers &
  ConflictAnswers &
  HistoryAnswers &
  HealthAnswers &
  TrashAnswers &
  CaptureAnswers &
  RecentAnswers &
  ReminderAnswers &
  BackgroundAnswers &
  ShortcutAnswers &
  SearchAnswers &
  OverviewAnswers &
  SettingsAnswers &
  ExportAnswers &
  BackupAnswers &
  JournalAnswers &
  EncryptionAnswers

/** Does not compile while a request has no answer, or an answer no request. */
export type Response<K extends RequestName> = Responses[K]
