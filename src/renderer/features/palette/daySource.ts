/** Dates as the search reads them: a day opens that day, a longer time is searched in. */
import { CalendarDays, CalendarSearch } from 'lucide-react'
import { readPeriod } from '#shared/domain/search/query/readPeriod'
import { normalize } from '#shared/domain/text/normalize'
import { dayInWords, firstWeekday, periodInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { openDay } from '../../state/journal/openDay'
import type { Matches, PaletteItem, Source } from './source'

const words = messages.palette
const none: Matches = { best: [], total: 0 }

export function daySource(searchFor: (query: string) => void): Source {
  return {
    sign: null,
    open: () => ({
      ready: Promise.resolve(),
      item: () => null,
      find(text) {
        const item = itemFor(text, searchFor)
        // A date that can be read is meant as one.
        return item === null ? none : { best: [{ item, score: 2 }], total: 1 }
      },
    }),
  }
}

function itemFor(text: string, searchFor: (query: string) => void): PaletteItem | null {
  const { today, locale, settings } = useJournal.getState()
  const written = normalize(text).split(/\s+/)
  const period = readPeriod(written, { today, weekStart: settings.weekStart ?? firstWeekday(locale) })
  if (period === null || period === 'impossible') return null
  const { from, to } = period
  if (from === to)
    return {
      id: `day:${from}`,
      label: dayInWords(from, today, locale),
      detail: words.kinds.day,
      icon: CalendarDays,
      run: () => openDay(from),
    }
  return {
    id: `period:${from}:${to}`,
    label: words.inPeriod(periodInWords(from, to, locale)),
    detail: words.kinds.period,
    icon: CalendarSearch,
    run: () => searchFor(`in:${written.length > 1 ? `"${written.join(' ')}"` : written.join('')}`),
  }
}
