/** "Mar 2026", "Jan – Mar 2026" or "2026". */
import type { PeriodLength } from '#shared/domain/overview/periods'
import { monthInWords, monthsInWords, yearInWords } from '#shared/messages/dates'

export function periodInWords(from: string, length: PeriodLength, locale: string): string {
  const year = Number(from.slice(0, 4))
  if (length === 'year') return yearInWords(year, locale)
  if (length === 'month') return monthInWords(from, locale, { month: 'short', year: 'numeric' })
  const last = String(Number(from.slice(5)) + 2).padStart(2, '0')
  return monthsInWords(from, `${from.slice(0, 4)}-${last}`, locale)
}
