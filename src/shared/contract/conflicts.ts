/** Second versions of an entry that other programs left beside it, and the choice between them. */
import { z } from 'zod'
import { type CopyId, copyChoiceSchema, copyIdSchema } from '../domain/entry/copy'
import type { Entry } from '../domain/entry/entry'
import { byId } from './parts'

export const conflictRequests = {
  'copies.read': byId,
  'copies.resolve': byId.extend({ copy: copyIdSchema, base: z.int().min(0), choice: copyChoiceSchema }),
}

export interface ConflictAnswers {
  'copies.read': EntryCopies
  'copies.resolve': null
}

/** An entry as it is, and the second versions that other programs left beside it. */
export interface EntryCopies {
  readonly entry: Entry
  readonly copies: readonly { readonly copy: CopyId; readonly entry: Entry }[]
}
