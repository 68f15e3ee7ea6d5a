/** The six practices of leading without a title, in the order the app shows them. */
import '../zod/zodWithoutEval'
import { z } from 'zod'

export const practiceIds = ['business', 'focus', 'delivery', 'strengths', 'ownership', 'partnership'] as const
export const practiceIdSchema = z.enum(practiceIds)
export type PracticeId = z.infer<typeof practiceIdSchema>

export interface Practice {
  readonly id: PracticeId
  readonly name: string
  /** One line on what the practice is. */
  readonly meaning: string
  /** Two or three sentences behind "Why this question?". */
  readonly why: string
}
