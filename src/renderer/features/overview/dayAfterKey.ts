/** Where a key leads on the map of a year; null for keys that lead nowhere. It never leaves the year. */
import { Temporal } from 'temporal-polyfill'
import type { Day } from '#shared/domain/day'

const steps: ReadonlyMap<string, Temporal.DurationLike> = new Map([
  ['ArrowUp', { days: -1 }],
  ['ArrowDown', { days: 1 }],
  ['ArrowLeft', { weeks: -1 }],
  ['ArrowRight', { weeks: 1 }],
  ['PageUp', { months: -1 }],
  ['PageDown', { months: 1 }],
])

export function dayAfterKey(day: Day, key: string): Day | null {
  const year = day.slice(0, 4)
  if (key === 'Home') return `${year}-01-01`
  if (key === 'End') return `${year}-12-31`
  const step = steps.get(key)
  if (step === undefined) return null
  const next = Temporal.PlainDate.from(day).add(step).toString()
  return next.startsWith(`${year}-`) ? next : day
}
