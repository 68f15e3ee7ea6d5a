/** Whether two states of an entry say the same: day, title, star, and each question with its answer. Revisions and times say nothing. */
import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '#shared/domain/entry/entry'

export function sameContent(a: Entry, b: Entry): boolean {
  return isDeepStrictEqual(contentOf(a), contentOf(b))
}

function contentOf({ day, title, starred, sections }: Entry) {
  return { day, title, starred, sections: sections.map(({ question, answer, text }) => ({ question, answer, text })) }
}
