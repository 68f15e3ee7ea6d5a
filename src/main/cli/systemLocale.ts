/** How this system writes days, and which day it is, for a command without a window. */
import { type Day, dayOf, type WallTime } from '#shared/domain/day'
import { systemClock } from '../system/systemClock'

export function systemLocale(dayEnds: WallTime): { readonly locale: string; readonly today: Day } {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions()
  return { locale, today: dayOf(systemClock.now(), dayEnds) }
}
