/** What the journal’s files have to say, and what can be done about it. */
import { z } from 'zod'
import { type Day, daySchema } from '../domain/day'
import { versionIdSchema } from '../domain/entry/version'
import type { FailureCode } from '../domain/failure'
import { arrivedFileSchema, type Finding, quarantinedFileSchema } from '../domain/health/finding'
import { type RecordId, recordIdSchema } from '../domain/record'
import { nothing } from './parts'

/** The name of a kind of record. */
const kindSchema = z.string().max(50)

export const healthRequests = {
  'health.read': nothing,
  /** A record or one of its versions, a day of what shares its file, or the inboxes when it is none of these. */
  'health.repair': z.strictObject({
    kind: kindSchema,
    record: recordIdSchema.nullable(),
    version: versionIdSchema.nullable(),
    day: daySchema.nullable(),
  }),
  'health.restore': z.strictObject({ kind: kindSchema, id: recordIdSchema }),
  /** What went back or is gone: a record, a day of what shares its file, the settings when it is none of these. */
  'health.dismiss': z.strictObject({
    kind: kindSchema.nullable(),
    record: recordIdSchema.nullable(),
    day: daySchema.nullable(),
  }),
  'health.text': z.strictObject({ file: quarantinedFileSchema.or(arrivedFileSchema) }),
  'health.dismissFile': z.strictObject({ file: quarantinedFileSchema.or(arrivedFileSchema) }),
  /** All that waits for it comes into the journal. */
  'health.admit': nothing,
}

export interface HealthAnswers {
  'health.read': Health
  'health.repair': null
  'health.restore': null
  'health.text': string
  'health.dismissFile': null
  'health.dismiss': null
  'health.admit': null
}

export interface HealthEvents {
  /** A look through the journal's files has come so far. */
  healthLooked: { readonly files: number }
  /** All that there is to say now: what is not among them is over. */
  noticesChanged: { readonly notices: readonly Notice[] }
}

/** Something a person should know about their files, with what was done. Never holds journal text. */
export interface Notice {
  readonly kind: /** A file could not be read; its bytes are in `quarantine/`; `restored` says whether a last good copy took its place. */
    | 'quarantined'
    /** Written by a newer version of the app: left alone, not shown, not written. */
    | 'newer'
    /** Two files of the app had one id; the one that the other continues went to `versions/`. */
    | 'duplicate'
    /** A file could not be read now (rights, disk); it was left where it is. */
    | 'unreachable'
    /** A sync program has the file, and has not brought it to this computer. */
    | 'elsewhere'
    /** Another program is still writing the file: nothing was done with it. */
    | 'being-written'
    /** Another device sealed it, while the journal has no lock any more. */
    | 'sealed'
    /** An earlier state lies there than this device has seen. */
    | 'rolled-back'
    /** This device has seen it, and it is gone without having been deleted. */
    | 'gone'
    /** The newest earlier state of it is gone; without a record it is of several. */
    | 'versions-gone'
    /** Files from another device or program wait until the person lets them into the journal; one notice for all of them. */
    | 'arrived'
    /** This device knows a lock of the journal, and there is none any more. */
    | 'lock-gone'
    /** The sealed files could not be brought into their present form; `reason` says why. They open as before. */
    | 'old-form'
    /** Words on this device are sealed to a lock that the journal had before, and does not have any more. */
    | 'former-lock'
    /** Another program left a second version of a record beside it, with other words; both are where they were until a person chooses. */
    | 'copy'
    /** Another program left a second file of a day's captures; what was new in it is in the day, and the file in `versions/`. */
    | 'merged'
    /** Another program left second settings; ours stay, and the file is in `versions/`. */
    | 'superseded'
    /** A day has so many captures that its file takes no more; the others wait in the inbox. */
    | 'full'
    /** An answer from outside of the window that its page can't take: a newer version of the app wrote one of them, or the page would be too large. */
    | 'waits'
  /** Relative to the journal's folder. */
  readonly file: string
  readonly day: Day | null
  readonly restored: boolean
  /** The kind of what lies in the file; absent for what is no record. */
  readonly recordKind?: string
  /** With `copy`: the record that it is a version of. */
  readonly record?: RecordId
  readonly reason?: FailureCode
}

/** What a look through all files found. */
export interface Health {
  /** What matters most first; no more than a page can show. */
  readonly findings: readonly Finding[]
  readonly total: number
  /** Files that were looked at. */
  readonly files: number
}
