/** A second version of an entry that a sync program left beside it, as the page names it, and what a person can do with it. */
import '../zod/zodWithoutEval'
import { z } from 'zod'

/** Says which file and which content; says nothing of either to anyone else. */
export const copyIdSchema = z.string().regex(/^[A-Za-z0-9+/]{22}$/)
export type CopyId = z.infer<typeof copyIdSchema>

/** `keep` the entry as it is, `take` the copy in its place, or keep `both` as entries. The other version stays on the disk each time. */
export const copyChoiceSchema = z.enum(['keep', 'take', 'both'])
export type CopyChoice = z.infer<typeof copyChoiceSchema>
