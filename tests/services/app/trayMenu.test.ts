import { expect, test } from 'vitest'
import { type TrayItem, type TrayState, trayMenu } from '../../../src/main/services/app/trayMenu'

const one = {
  reminder: '11111111-1111-4111-8111-111111111111',
  day: '2026-03-02',
  time: '16:45',
  name: 'End of day',
  template: 'daily',
}
const coming = (day: string, time = one.time) => ({ ...one, comes: { day, time } })
const quiet: TrayState = {
  isWritten: false,
  reminding: { today: '2026-03-02', next: [], waiting: [], snoozes: ['10', 'tomorrow'] },
  pausedUntil: null,
  hasReminders: false,
  locale: 'en-GB',
}
const labels = (items: readonly TrayItem[]): string[] => items.map(({ label }) => label)
const model = (part: Partial<TrayState>) => trayMenu({ ...quiet, ...part })

test('without reminders it offers a page, a thought, the window and the way out', () => {
  const { isAsking, tip, groups } = model({})
  expect({ isAsking, tip }).toEqual({ isAsking: false, tip: 'Throughline' })
  expect(groups.map(labels)).toEqual([
    ['New reflection', 'Quick capture'],
    ['Write today’s page', 'Reminders…'],
    ['Open Throughline', 'Quit'],
  ])
})

test('it says that today is written, and what comes next', () => {
  const [, day = []] = model({
    isWritten: true,
    hasReminders: true,
    reminding: { ...quiet.reminding, next: [coming('2026-03-03')] },
  }).groups
  expect(labels(day)).toEqual([
    'Today’s page is written',
    'Next: Tuesday 3 March, 16:45, End of day',
    'Pause reminders',
  ])
  expect(labels(day[2]?.submenu ?? [])).toEqual(['Until tomorrow', 'Until Monday', 'For two weeks'])
  expect(day[2]?.submenu?.map(({ action }) => action)).toEqual([
    { kind: 'pause', length: 'tomorrow' },
    { kind: 'pause', length: 'monday' },
    { kind: 'pause', length: 'twoWeeks' },
  ])
})

test('a reminder that waits is marked, named without the journal’s words, and can be answered', () => {
  const { isAsking, tip, groups } = model({ hasReminders: true, reminding: { ...quiet.reminding, waiting: [one] } })
  expect(isAsking).toBe(true)
  expect(tip).toBe('Throughline: It is time for End of day (16:45).')
  const [waiting] = groups[0] ?? []
  expect(labels(waiting?.submenu ?? [])).toEqual(['Open', 'In 10 minutes', 'Tomorrow morning', 'Skip today'])
  expect(waiting?.submenu?.[1]?.action).toEqual({
    kind: 'answer',
    occurrence: { reminder: one.reminder, day: one.day, time: one.time },
    answer: '10',
  })
})

test('one of today can be skipped before it comes; a pause says until when and can be ended', () => {
  const day = model({ hasReminders: true, reminding: { ...quiet.reminding, next: [coming(one.day)] } }).groups[1] ?? []
  expect(labels(day)).toContain('Skip today: End of day')
  const paused = model({ hasReminders: true, pausedUntil: '2026-03-05' }).groups[1] ?? []
  expect(labels(paused)).toEqual([
    'Write today’s page',
    'No reminder is scheduled.',
    'Resume reminders (paused until Thursday 5 March)',
  ])
  expect(paused[2]?.action).toEqual({ kind: 'pause', length: null })
})

test('one that was put off is shown when it comes again, and skipping it is about the one that it was', () => {
  const next = [coming('2026-03-02', '17:45')]
  const day = model({ hasReminders: true, reminding: { ...quiet.reminding, next } }).groups[1] ?? []
  expect(labels(day)).toContain('Next: Monday 2 March, 17:45, End of day')
  expect(day.find(({ label }) => label === 'Skip today: End of day')?.action).toEqual({
    kind: 'answer',
    occurrence: { reminder: one.reminder, day: one.day, time: '16:45' },
    answer: 'skip',
  })
  const tomorrow = [coming('2026-03-03', '10:30')]
  expect(
    labels(model({ hasReminders: true, reminding: { ...quiet.reminding, next: tomorrow } }).groups[1] ?? []),
  ).toEqual(['Write today’s page', 'Next: Tuesday 3 March, 10:30, End of day', 'Pause reminders'])
})
