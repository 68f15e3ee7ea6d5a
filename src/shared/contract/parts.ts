/** What requests of several nouns are made of. */
import { z } from 'zod'
import { entryIdSchema } from '../domain/entry/entry'

export const nothing = z.undefined()
export const byId = z.strictObject({ id: entryIdSchema })
