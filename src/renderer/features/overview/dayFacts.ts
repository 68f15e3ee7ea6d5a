/** A day of the map in one line: its date and what it has. */
import type { Day } from '#shared/domain/day'
import type { Tally } from '#shared/domain/overview/tally'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { factsInWords } from './factsInWords'

const words = messages.overview

export function dayFacts(day: Day, tally: Tally | undefined, today: Day, locale: string): string {
  const date = dayInWords(day, today, locale)
  const facts = tally ? factsInWords(tally, locale) : day > today ? words.ahead : words.nothing
  return words.facts(day === today ? words.today(date) : date, facts)
}
