/** Says an instant in words, in this device's zone: "Tuesday 24 November, 16:45". */
import { dayOf, type Instant } from '#shared/domain/day'
import { dayInWords, timeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from './journalStore'

export function useWhen(): (at: Instant) => string {
  const { locale, zone, today } = useJournal()
  return (at) => messages.backingUp.when(dayInWords(dayOf({ at, zone }), today, locale), timeInWords(at, zone, locale))
}
