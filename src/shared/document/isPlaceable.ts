/** Whether this version can put a waiting answer on a page at all. Apart from the placing, which brings Markdown along: every thread asks this. */
import type { WaitingAnswer } from '../domain/entry/waitingAnswer'
import { readDocument } from './document'

export function isPlaceable({ answer, questions, section }: WaitingAnswer): boolean {
  return questions[section] !== undefined && readDocument(answer).ok
}
