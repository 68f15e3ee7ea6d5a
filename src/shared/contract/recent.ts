/** What was chosen last in the command palette, by ids that hold no words of the journal. */
import { z } from 'zod'
import { nothing } from './parts'

export const maxRecent = 12

/** `command:today`, `template:weekly`, `page:` and the id of an entry. */
export const recentIdSchema = z.string().regex(/^(?:command|template|page):[\w-]{1,80}$/)

export const recentRequests = {
  'recent.read': nothing,
  'recent.add': z.strictObject({ id: recentIdSchema }),
}

export interface RecentAnswers {
  /** The last one first. */
  'recent.read': readonly string[]
  'recent.add': null
}
