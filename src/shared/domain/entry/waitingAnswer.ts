/** An answer that was written outside of the window, and waits to be put on its page. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import { daySchema, momentSchema } from '../day'
import { entryIdSchema, sectionSchema, storedAnswerSchema } from './entry'

const questionSchema = sectionSchema.pick({ prompt: true, question: true, practice: true })
/** What a section asks; free writing asks nothing. */
export type Question = z.infer<typeof questionSchema>

/** Unknown fields survive a load and a save. */
export const waitingAnswerSchema = z.looseObject({
  /** Its place in the order of answers, and what makes it count once. */
  id: entryIdSchema,
  created: momentSchema,
  /** The page as it was known where the answer was written; a page that is new there may have begun as another one elsewhere. */
  entry: entryIdSchema,
  day: daySchema,
  template: z.string().max(200),
  /** All sections of that page in their order, for a page that has to be made. */
  questions: z.array(questionSchema).min(1).max(200),
  /** Which of them it answers. */
  section: z.int().min(0).max(199),
  answer: storedAnswerSchema,
  /** The answer that it takes the place of; null when it is added to what the section holds. */
  replaces: storedAnswerSchema.nullable(),
})
export type WaitingAnswer = z.infer<typeof waitingAnswerSchema>
