/** The English words that dates are made of. */
import type { Unit } from './period'

export const units: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year']

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const near = ['today', 'yesterday', 'tomorrow']
const others = ['this', 'last', 'next', 'ago', 'a', 'an']

const all = [...months, ...weekdays, ...near, ...others, ...units, ...units.map((unit) => `${unit}s`)]

/** 1 for January; 0 for no month. Three letters are enough. */
export function monthNamed(word: string): number {
  return numberOf(months, word)
}

/** 1 for Monday; 0 for no weekday. Three letters are enough. */
export function weekdayNamed(word: string): number {
  return numberOf(weekdays, word)
}

function numberOf(names: readonly string[], word: string): number {
  return word.length < 3 ? 0 : names.findIndex((name) => name.startsWith(word)) + 1
}

/** Whether a date may come of it when the person types on. */
export function mayBecomeDate(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  return (
    words.slice(0, -1).every((word) => all.includes(word) || monthNamed(word) > 0 || dayNumber.test(word)) &&
    (all.some((name) => name.startsWith(last)) || dayNumber.test(last) || begunNumbers.test(last))
  )
}

const dayNumber = /^\d{1,2}(st|nd|rd|th)?$/
const begunNumbers = /^(\d{1,4}|\d{4}-(\d{0,2}|\d{2}-\d{0,2}|[qw]\d?)|q)$/
