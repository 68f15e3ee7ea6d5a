/** The lock that keeps others from reading a journal: what a person chooses of it, and what of the journal is known while it is locked. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import { daySchema } from '../day'
import { reminderPlanSchema } from '../reminder/reminder'
import { settingsSchema } from '../settings/settings'

export const minPassphrase = 8
export const maxPassphrase = 200

/** Minutes without a key or a move of the mouse after which it locks by itself. */
export const lockMinutes = [1, 5, 10, 30, 60] as const
export const defaultLockMinutes = 10

/** Kept by the device, beside the sealed journal: nothing that a person wrote. */
export const lockedStateSchema = z.looseObject({
  settings: settingsSchema.pick({ theme: true, textSize: true, dayEnds: true, weekStart: true }),
  /** Without the names that the person gave. */
  reminders: reminderPlanSchema.optional(),
  /** The last day that was known to have an entry with an answer. */
  written: daySchema.nullable(),
  /** Of the week until then, the pages with an answer: what reminders ask for. No template where none of them opens it. */
  writtenPages: z.array(z.looseObject({ day: daySchema, template: z.string().max(200) })).optional(),
})
export type LockedState = z.infer<typeof lockedStateSchema>
