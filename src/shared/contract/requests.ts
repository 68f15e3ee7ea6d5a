/** What the page may ask of main: one schema for each request, checked in main before a handler sees it. */
import { z } from 'zod'
import { backupNameSchema, mostCompared } from '../domain/backup/backup'
import { captureKindSchema, maxCaptureLength } from '../domain/capture/capture'
import { daySchema, instantSchema } from '../domain/day'
import { maxPassphrase, minPassphrase } from '../domain/encryption/lock'
import { copyChoiceSchema, copyIdSchema } from '../domain/entry/copy'
import { draftNameSchema, maxDraftWords } from '../domain/entry/draft'
import { entryIdSchema, maxTitleLength, storedAnswerSchema } from '../domain/entry/entry'
import { returningSchema, versionIdSchema } from '../domain/entry/version'
import { quarantinedFileSchema } from '../domain/health/finding'
import { practiceIdSchema } from '../domain/practice/practice'
import { occurrenceSchema } from '../domain/reminder/reminder'
import { snoozeSchema } from '../domain/reminder/snooze'
import { acceleratorSchema } from '../domain/settings/accelerator'
import { settingsChangeSchema } from '../domain/settings/settings'
import type { RequestName } from './channels'
import { maxHits } from './maxHits'

const nothing = z.undefined()
const byId = z.strictObject({ id: entryIdSchema })
const byBackup = z.strictObject({ name: backupNameSchema })
const capture = z.strictObject({ day: daySchema, id: entryIdSchema })

/** A thought before it is a capture: as written, or as a link offers it. */
export const draftSchema = z.strictObject({ kind: captureKindSchema, text: z.string().max(maxCaptureLength) })
export type CaptureDraft = z.infer<typeof draftSchema>

/** Text in one request, in UTF-16 units: above the 10 MB that an entry's file may have. */
const maxText = 12_000_000

/** The parts of an entry that a page can change; main adds revision, instants and plain text. */
export const savedEntrySchema = z.strictObject({
  id: entryIdSchema,
  /** The revision the page began from; 0 stores a draft for the first time. */
  base: z.int().min(0),
  day: daySchema,
  template: z.string().max(200),
  title: z.string().max(maxTitleLength),
  starred: z.boolean(),
  sections: z
    .array(
      z.strictObject({
        prompt: z.string().max(200).nullable(),
        question: z.string().max(2000).nullable(),
        practice: practiceIdSchema.nullable(),
        answer: storedAnswerSchema,
      }),
    )
    .min(1)
    .max(200),
})
export type SavedEntry = z.infer<typeof savedEntrySchema>

/** The most that one request names: far above ten years of entries. */
const maxFound = 1_000_000

/** Which entries and captures a search is for. */
export const soughtSchema = z.strictObject({
  query: z.string().max(500),
  starred: z.boolean(),
  practice: practiceIdSchema.nullable(),
  template: z.string().max(200).nullable(),
  kind: captureKindSchema.nullable(),
})
export type Sought = z.infer<typeof soughtSchema>

export const findSchema = soughtSchema.extend({
  /** The most hits to answer with; the others are only counted. */
  limit: z.int().min(0).max(maxHits),
})
export type Find = z.infer<typeof findSchema>

export const reminderAnswerSchema = z.enum(['open', 'skip', ...snoozeSchema.options])
export type ReminderAnswer = z.infer<typeof reminderAnswerSchema>

export const presenceChangeSchema = z.union([
  z.strictObject({ startsAtLogin: z.boolean() }),
  z.strictObject({ keepsRunning: z.boolean() }),
])
export type PresenceChange = z.infer<typeof presenceChangeSchema>

/** As typed: what is wrong with it is said by the lock. */
const passphrase = z.string().max(maxPassphrase)
const newPassphrase = z.string().min(minPassphrase).max(maxPassphrase)
const typedCode = z.string().max(100)

export const requestSchemas = {
  'app.start': nothing,
  'page.shown': nothing,
  'page.flushed': z.strictObject({ unsaved: z.int().min(0) }),
  'page.unsaved': z.strictObject({ isUnsaved: z.boolean() }),
  'entries.draft': z.strictObject({ template: z.string().max(200), day: daySchema.nullable() }),
  'entries.today': nothing,
  'entries.todayFrom': z.strictObject({ template: z.string().max(200) }),
  'entries.list': z.strictObject({
    after: z.strictObject({ day: daySchema, createdAt: instantSchema, id: entryIdSchema }).nullable(),
  }),
  'entries.read': byId,
  'entries.save': savedEntrySchema,
  'entries.star': z.strictObject({ ids: z.array(entryIdSchema).min(1).max(maxFound), starred: z.boolean() }),
  'entries.discard': byId,
  /** What the journal did not take, whatever it is: `words` is JSON, `base` the revision that the page began from. */
  'drafts.keep': draftNameSchema.extend({ base: z.int().min(0), words: z.string().max(maxDraftWords) }),
  'drafts.drop': draftNameSchema,
  'copies.read': byId,
  'copies.settle': byId.extend({ copy: copyIdSchema, base: z.int().min(0), choice: copyChoiceSchema }),
  'history.read': byId,
  'history.version': byId.extend({ version: versionIdSchema }),
  /** `base`: the revision that the version was compared with. */
  'history.bring': byId.extend({ version: versionIdSchema, base: z.int().min(0), as: returningSchema }),
  'history.taken': nothing,
  'health.read': nothing,
  /** A version, an entry, a day's captures, or the inbox when it is none of these. */
  'health.mend': z.strictObject({
    entry: entryIdSchema.nullable(),
    version: versionIdSchema.nullable(),
    day: daySchema.nullable(),
  }),
  'health.bringBack': byId,
  'health.text': z.strictObject({ file: quarantinedFileSchema }),
  'health.settle': z.strictObject({ file: quarantinedFileSchema }),
  'trash.list': nothing,
  'trash.restore': byId,
  'trash.erase': byId,
  'captures.begin': nothing,
  'captures.keepDraft': draftSchema,
  /** `isOffered`: a link's words, which were never the draft. */
  'captures.add': draftSchema.extend({ isOffered: z.boolean() }),
  'captures.open': nothing,
  'captures.close': nothing,
  'captures.ofDay': z.strictObject({ day: daySchema }),
  'captures.trashed': nothing,
  'captures.edit': capture.extend(draftSchema.shape),
  'captures.move': capture.extend({ to: daySchema }),
  'captures.use': capture.extend({ entry: entryIdSchema.nullable() }),
  'captures.discard': capture,
  'captures.restore': capture,
  'captures.erase': capture,
  'reminders.read': nothing,
  'reminders.answer': z.strictObject({ occurrence: occurrenceSchema, answer: reminderAnswerSchema }),
  'reminders.dismissMissed': nothing,
  'presence.read': nothing,
  'presence.change': presenceChangeSchema,
  'keys.read': nothing,
  'keys.choose': z.strictObject({ keys: acceleratorSchema.nullable() }),
  'keys.tryOut': z.strictObject({ isTrying: z.boolean() }),
  'search.find': findSchema,
  /** Gives a star to all entries that the search is for, or takes it from them. */
  'search.star': z.strictObject({ sought: soughtSchema, starred: z.boolean() }),
  'search.export': soughtSchema,
  'overview.year': z.strictObject({ year: z.int().min(1).max(9999) }),
  'overview.statistics': nothing,
  'settings.change': settingsChangeSchema,
  'exports.copyEntry': byId,
  'exports.saveEntry': byId,
  'exports.savePeriod': z.strictObject({ from: daySchema.nullable(), to: daySchema.nullable() }),
  'backups.read': nothing,
  'backups.make': nothing,
  'backups.chooseSecond': nothing,
  'backups.forgetSecond': nothing,
  'backups.showFolder': nothing,
  'backups.compare': byBackup,
  /** The whole journal becomes what it was then. */
  'backups.restore': byBackup,
  'backups.restoreEntries': byBackup.extend({ ids: z.array(entryIdSchema).min(1).max(mostCompared) }),
  'journal.chooseFolder': nothing,
  'journal.showFolder': nothing,
  'journal.reopen': nothing,
  'links.open': z.strictObject({ url: z.string().max(4000) }),
  'text.copy': z.strictObject({ text: z.string().max(maxText) }),
  'about.read': nothing,
  'lock.read': nothing,
  'lock.prepare': z.strictObject({ passphrase: newPassphrase }),
  'lock.turnOn': z.strictObject({ code: typedCode }),
  'lock.turnOff': z.strictObject({ passphrase }),
  'lock.changePassphrase': z.strictObject({ old: passphrase, next: newPassphrase }),
  'lock.newCode': z.strictObject({ passphrase }),
  'lock.keepCode': z.strictObject({ code: typedCode }),
  'lock.lockNow': nothing,
  'lock.unlock': z.strictObject({ passphrase }),
  'lock.recover': z.strictObject({ code: typedCode, passphrase: newPassphrase }),
  /** In this computer's keychain, which may not answer soon. */
  'lock.canKeepKey': nothing,
  'lock.keepKey': z.strictObject({ passphrase }),
  'lock.forgetKey': nothing,
  /** With the key from there. */
  'lock.unlockHere': nothing,
} satisfies Record<RequestName, z.ZodType>

export type Request<K extends RequestName> = z.infer<(typeof requestSchemas)[K]>
