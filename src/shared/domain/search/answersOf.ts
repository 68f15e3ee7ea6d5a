/** The answers of a record, each as a record of its own: what is asked of one answer is asked as it is of a page. */
import { fieldEnd, type SearchRecord } from './searchRecord'

/** Without the title: it is no answer. Cheap, but not free: for the few records that may have such an answer. */
export function answersOf({ row, normalized, titleEnd, answersEnd, practices, facts }: SearchRecord): SearchRecord[] {
  const answers = normalized.slice(titleEnd + 1, answersEnd).split(fieldEnd)
  const questions = normalized.slice(answersEnd + 1).split(fieldEnd)
  return answers.map((answer, section) => ({
    row,
    normalized: `${fieldEnd}${answer}${fieldEnd}${questions[section] ?? ''}`,
    titleEnd: 0,
    answersEnd: 1 + answer.length,
    practices: [practices[section] ?? null],
    facts: facts.filter((placed) => placed.section === section),
  }))
}
