/** What a day or the whole time has, in words: "2 entries, 412 words and 1 capture". */
import type { Tally } from '#shared/domain/overview/tally'
import { practiceIds } from '#shared/domain/practice/practice'
import { listInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'

const { counted } = messages

export function answersOf({ answered }: Tally): number {
  return practiceIds.reduce((sum, id) => sum + answered[id], 0)
}

/** Empty when there is nothing. */
export function factsInWords(tally: Tally, locale: string): string {
  const facts = [
    [tally.entries, counted.entries],
    [tally.words, counted.words],
    [answersOf(tally), counted.answers],
    [tally.captures, counted.captures],
  ] as const
  return listInWords(
    facts.flatMap(([count, words]) => (count > 0 ? [words(count, numberInWords(count, locale))] : [])),
    locale,
  )
}
