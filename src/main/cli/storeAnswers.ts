/** Stores answers that came all at once, one for each section in the order of the page. */
import { fromTypedMarkdown } from '#shared/document/fromMarkdown'
import { plainText } from '#shared/document/plainText'
import type { Failure } from '#shared/domain/failure'
import { failureOf } from '../disk/failureOf'
import type { PageWriter } from './pageWriter'

/** Ends with the first that can't be stored: `stored` counts those on the disk by then. */
export async function storeAnswers(
  answers: readonly string[],
  store: PageWriter['store'],
): Promise<{ readonly stored: number; readonly failure: Failure | null }> {
  let stored = 0
  for (const [section, text] of answers.entries()) {
    const answer = fromTypedMarkdown(text.trim())
    if (plainText(answer).trim() === '') continue
    try {
      await store(section, answer, false)
    } catch (error) {
      return { stored, failure: failureOf(error) }
    }
    stored += 1
  }
  return { stored, failure: null }
}
