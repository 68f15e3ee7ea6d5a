/** When the journal asks for a page: what a person chose, and what of it already came. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import { daySchema, wallTimeSchema } from '../day'

export const maxReminders = 50
const maxHolidays = 200
export const maxPauses = 200

/** Local date and time without a zone, `YYYY-MM-DDTHH:MM:SS`: in order as texts. */
export const wallDateTimeSchema = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
export type WallDateTime = z.infer<typeof wallDateTimeSchema>

export const reminderSchema = z.looseObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(100),
  /** 1 for Monday to 7 for Sunday, each once. */
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((weekdays) => new Set(weekdays).size === weekdays.length),
  time: wallTimeSchema,
  template: z.string().max(200),
  /** Silent when there is a page with an answer. */
  onlyIfUnwritten: z.boolean(),
  /** Which page and when: one of `silencers`, or a newer app's word. Absent before there was a choice. */
  silencedBy: z.string().max(50).optional(),
  enabled: z.boolean(),
})
export type Reminder = z.infer<typeof reminderSchema>

/** Both days belong to it. */
export const holidaySchema = z.looseObject({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to)
export type Holiday = z.infer<typeof holidaySchema>

/** What a person chose; travels with the journal. */
export const reminderPlanSchema = z.looseObject({
  reminders: z
    .array(reminderSchema)
    .max(maxReminders)
    .refine((reminders) => new Set(reminders.map(({ id }) => id)).size === reminders.length),
  /** The first day on which reminders come again; null while nothing is paused. */
  pausedUntil: daySchema.nullable(),
  holidays: z.array(holidaySchema).max(maxHolidays),
  /** Days that were or are paused, the earliest first; absent while there was no pause. */
  pauses: z.array(holidaySchema).max(maxPauses).optional(),
})
export type ReminderPlan = z.infer<typeof reminderPlanSchema>

export const noReminders: ReminderPlan = { reminders: [], pausedUntil: null, holidays: [] }

/** One coming of a reminder. Its time is part of it: a reminder that was moved to a later time comes once more. */
export const occurrenceSchema = z.strictObject({ reminder: z.uuid(), day: daySchema, time: wallTimeSchema })
export type Occurrence = z.infer<typeof occurrenceSchema>

/** What came on this device; stored before any of it is shown. */
export const reminderStateSchema = z.looseObject({
  /** Everything up to here was looked at. */
  seen: wallDateTimeSchema,
  /** Shown to the person, the latest last. */
  shown: z.array(occurrenceSchema),
  /** Came while no window could show it; `told` once the person has seen it in the app. */
  missed: z.array(occurrenceSchema.extend({ told: z.boolean() })),
  /** Shown, and not answered yet; `since` when. */
  waiting: z.array(occurrenceSchema.extend({ since: wallDateTimeSchema })),
  /** Comes again at `until`; put off at `from`. */
  snoozed: z.array(occurrenceSchema.extend({ from: wallDateTimeSchema, until: wallDateTimeSchema })),
})
export type ReminderState = z.infer<typeof reminderStateSchema>

export function isSameOccurrence(a: Occurrence, b: Occurrence): boolean {
  return a.reminder === b.reminder && a.day === b.day && a.time === b.time
}

/** One text for each occurrence, for sets of many. */
export function keyOf({ reminder, day, time }: Occurrence): string {
  return `${day} ${time} ${reminder}`
}

/** Without what a list added to it. */
export function occurrenceOf({ reminder, day, time }: Occurrence): Occurrence {
  return { reminder, day, time }
}
