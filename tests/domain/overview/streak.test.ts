/** Days in a row, against a walk over every single day. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, daysBetween, weekdayOf } from '#shared/domain/day'
import { dayNumber } from '#shared/domain/overview/dayNumber'
import { daysOffOf } from '#shared/domain/overview/daysOff'
import { type DaysOff, type StreakNeeds, streakOf } from '#shared/domain/overview/streak'
import { pausedTo } from '#shared/domain/reminder/pause'
import { noReminders } from '#shared/domain/reminder/reminder'
import { runs } from '../../effort'

/** Day by day from the first written one to today. */
function naiveStreak({ written, today, daysOff }: StreakNeeds) {
  const days = new Set([...written].filter((day) => day <= today))
  let [run, longest] = [0, 0]
  const first = [...days].sort()[0] ?? today
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const isOff = weekdayOf(day) >= 6 || daysOff.some(({ from, to }) => from <= day && day <= to)
    if (days.has(day)) run += 1
    else if (!isOff && day !== today) run = 0
    longest = Math.max(longest, run)
  }
  return { current: run, longest }
}

const start = '2025-12-01'
const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(start, days))
/** Mostly written, so that there are runs. */
const written = fc
  .array(
    fc.boolean().chain((often) => (often ? fc.constant(true) : fc.boolean())),
    { maxLength: 400 },
  )
  .map((days) => days.flatMap((is, at) => (is ? [addDays(start, at)] : [])))
const range = fc.tuple(day, fc.nat(30)).map(([from, days]): DaysOff => ({ from, to: addDays(from, days) }))

test('is what a walk over every day finds', () => {
  fc.assert(
    fc.property(
      written,
      fc.array(day, { maxLength: 20 }),
      fc.integer({ min: -5, max: 420 }).map((days) => addDays(start, days)),
      fc.array(range, { maxLength: 6 }),
      (often, seldom, today, daysOff) => {
        const needs = { written: [...often, ...seldom], today, daysOff }
        expect(streakOf(needs)).toEqual(naiveStreak(needs))
      },
    ),
    { numRuns: runs({ all: 60, deep: 2_000 }) },
  )
})

test('of ten years is found too', () => {
  const days = Array.from({ length: 3_653 }, (_, at) => addDays('2016-03-02', at))
  expect(streakOf({ written: days, today: '2026-03-02', daysOff: [] })).toEqual({ current: 3_653, longest: 3_653 })
})

test('a day’s number is the days since the first one', () => {
  const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map((days) => addDays('0001-01-01', days))
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayNumber(day)).toBe(daysBetween('0001-01-01', day))
      expect((dayNumber(day) % 7) + 1).toBe(weekdayOf(day))
    }),
  )
})

describe('days in a row', () => {
  // 2026-03-02 is a Monday.
  const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']
  const streak = (today: Day, days: readonly Day[] = week, daysOff: readonly DaysOff[] = []) =>
    streakOf({ written: days, today, daysOff })

  test('go on over a weekend, and count what is written on it', () => {
    expect(streak('2026-03-08')).toEqual({ current: 5, longest: 5 })
    expect(streak('2026-03-08', [...week, '2026-03-07'])).toEqual({ current: 6, longest: 6 })
  })

  test('are not broken by a day that is not over', () => {
    expect(streak('2026-03-09')).toEqual({ current: 5, longest: 5 })
    expect(streak('2026-03-10')).toEqual({ current: 0, longest: 5 })
  })

  test('go on over holidays', () => {
    const holidays = [{ from: '2026-03-09', to: '2026-03-20' }]
    expect(streak('2026-03-23', week, holidays).current).toBe(5)
    expect(streak('2026-03-23', [...week, '2026-03-11'], holidays).current).toBe(6)
    expect(streak('2026-03-24', week, holidays).current).toBe(0)
    expect(streak('2026-03-13', week, [{ from: '2026-03-09', to: '2026-03-11' }]).current).toBe(0)
  })

  test('do not count what was moved ahead of today', () => {
    expect(streak('2026-03-04')).toEqual({ current: 3, longest: 3 })
  })

  test('begin with the first word', () => {
    expect(streak('2026-03-04', [])).toEqual({ current: 0, longest: 0 })
    expect(streak('2026-03-04', ['2026-03-04'])).toEqual({ current: 1, longest: 1 })
  })
})

describe('a pause', () => {
  const at = (today: Day, until: Day | null, plan = noReminders) => pausedTo(plan, until, today)

  test('is remembered from its first day to its last, also when it ends early or grows', () => {
    const paused = at('2026-03-02', '2026-03-09')
    expect(paused).toMatchObject({ pausedUntil: '2026-03-09', pauses: [{ from: '2026-03-02', to: '2026-03-08' }] })
    const longer = at('2026-03-04', '2026-03-12', paused)
    expect(longer.pauses).toEqual([{ from: '2026-03-02', to: '2026-03-11' }])
    expect(at('2026-03-08', '2026-03-12', paused).pauses).toEqual(longer.pauses)
    const ended = at('2026-03-05', null, longer)
    expect(ended).toMatchObject({ pausedUntil: null, pauses: [{ from: '2026-03-02', to: '2026-03-04' }] })
    expect(at('2026-04-01', '2026-04-02', ended).pauses).toHaveLength(2)
  })

  test('that is taken back on its first day was none', () => {
    expect(at('2026-03-02', null, at('2026-03-02', '2026-03-09')).pauses).toEqual([])
  })

  test('keeps its days off after it is over', () => {
    const plan = at('2026-03-05', null, at('2026-03-02', '2026-03-09'))
    expect(daysOffOf(plan, '2026-06-01')).toEqual([{ from: '2026-03-02', to: '2026-03-04' }])
  })

  test('of which nobody knows when it began is one from today', () => {
    const plan = { ...noReminders, pausedUntil: '2026-03-09', holidays: [{ from: '2026-01-01', to: '2026-01-01' }] }
    expect(daysOffOf(plan, '2026-03-05')).toEqual([
      { from: '2026-01-01', to: '2026-01-01' },
      { from: '2026-03-05', to: '2026-03-09' },
    ])
    expect(daysOffOf(plan, '2026-03-09')).toHaveLength(1)
  })
})
