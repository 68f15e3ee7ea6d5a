/** What a person chose for this journal; it travels with the journal's folder. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import { wallTimeSchema } from '../day'
import { savesSchema } from '../record'
import { reminderPlanSchema } from '../reminder/reminder'
import { maxSavedSearches, savedSearchSchema } from '../search/savedSearch'

export const settingsSchemaVersion = 1

export const settingsSchema = z.looseObject({
  schema: z.literal(settingsSchemaVersion),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['small', 'medium', 'large']),
  /** The hours before it belong to the day before. */
  dayEnds: wallTimeSchema,
  /** 1 Monday … 7 Sunday; null follows the system's locale. */
  weekStart: z.int().min(1).max(7).nullable(),
  /** The manager's name in questions; null when not asked yet, '' when the person passed. */
  manager: z.string().max(100).nullable(),
  /** Absent until the person was asked about reminders and answered. */
  reminders: reminderPlanSchema.optional(),
  /** In the order in which they were saved. */
  savedSearches: z.array(savedSearchSchema).max(maxSavedSearches).optional(),
  /** Looking back says nothing of days in a row. */
  hidesStreak: z.boolean().optional(),
  /** Megabytes that all earlier states of entries may take together. */
  versionLimit: z.int().min(10).max(1_000_000).optional(),
  /** Of a journal with a lock: minutes after which it locks by itself; null for never, absent for the usual. */
  lockAfter: z.int().min(1).max(1440).nullable().optional(),
  /** Keys by the id of a command, null for none; absent for its own. Read by `contract/commandKeys`: nothing in it makes the settings unreadable. */
  commandKeys: z.unknown().optional(),
  /** Grows with each change on whatever device; absent until the first one that was counted. */
  revision: z.int().min(0).optional(),
  /** Which changes they hold, by the name of each device; absent until the first one that was counted so. */
  saves: savesSchema.optional(),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  schema: settingsSchemaVersion,
  theme: 'system',
  textSize: 'medium',
  dayEnds: '00:00',
  weekStart: null,
  manager: null,
}

export const settingsChangeSchema = settingsSchema
  .omit({ schema: true, revision: true, saves: true, commandKeys: true })
  .partial()
  .strict()
export type SettingsChange = z.infer<typeof settingsChangeSchema>
