/** What the journal’s files have to say, and what can be done about it. */
import { z } from 'zod'
import { type Day, daySchema } from '../domain/day'
import { versionIdSchema } from '../domain/entry/version'
import { type Finding, quarantinedFileSchema } from '../domain/health/finding'
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
  'health.text': z.strictObject({ file: quarantinedFileSchema }),
  'health.settle': z.strictObject({ file: quarantinedFileSchema }),
}

export interface HealthAnswers {
  'health.read': Health
  'health.repair': null
  'health.restore': null
  'health.text': string
  'health.settle': null
}

export interface HealthEvents {
  /** A look through the journal's files has come so far. */
  healthLooked: { readonly files: number }
  noticeRaised: { readonly notice: Notice }
}

/** Something the person should know about a file, with what was done about it. Holds no journal text. */
export interface Notice {
  readonly kind:
    | 'quarantined'
    | 'newer'
    | 'duplicate'
    | 'unreachable'
    | 'elsewhere'
    | 'sealed'
    | 'copy'
    | 'merged'
    | 'superseded'
    | 'full'
    | 'waits'
  readonly file: string
  readonly day: Day | null
  readonly restored: boolean
  /** The kind of what lies in the file; absent for what is no record. */
  readonly recordKind?: string
  /** With `copy`: the record that another program left a second version of. */
  readonly record?: RecordId
}

/** What a look through all files found. */
export interface Health {
  /** What matters most first; no more than a page can show. */
  readonly findings: readonly Finding[]
  readonly total: number
  /** Files that were looked at. */
  readonly files: number
}
