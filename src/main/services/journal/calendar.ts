/** Which day it is for the person: it may go on past midnight, and a week begins where the person says. */
import { type Day, dayOf } from '#shared/domain/day'
import type { DateContext } from '#shared/domain/search/query/readPeriod'
import type { Settings } from '#shared/domain/settings/settings'
import { firstWeekday } from '#shared/messages/dates'
import type { Clock } from '../ports/clock'

export interface CalendarNeeds {
  readonly clock: Clock
  readonly locale: string
  settings(): Settings
}

export interface Calendar {
  today(): Day
  /** What dates in words are meant from. */
  dateContext(): DateContext
}

export function createCalendar({ clock, locale, settings }: CalendarNeeds): Calendar {
  const today = () => dayOf(clock.now(), settings().dayEnds)
  return {
    today,
    dateContext: () => ({ today: today(), weekStart: settings().weekStart ?? firstWeekday(locale) }),
  }
}
