/** Words of a record that its place in the journal does not take: kept on this device until it does. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import type { Day } from '../day'
import { entryIdSchema } from './entry'

/** The kinds of record that can have a draft. */
export const draftKindSchema = z.literal('entry')
export type DraftKind = z.infer<typeof draftKindSchema>

/** Of one record, in whichever journal. */
export const draftNameSchema = z.strictObject({ kind: draftKindSchema, id: entryIdSchema })
export type DraftName = z.infer<typeof draftNameSchema>

/** The words of one draft as JSON text, in UTF-16 units: above all that a page can hold, also one that is too large for the journal. */
export const maxDraftWords = 20_000_000

/** A draft as the notices show it. */
export interface DraftRow extends DraftName {
  /** The day of its page. */
  readonly day: Day
}
