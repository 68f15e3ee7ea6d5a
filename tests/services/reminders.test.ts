import { expect, test, vi } from 'vitest'
import type { Reminding } from '#shared/contract/responses'
import { Failure } from '#shared/domain/failure'
import { noReminders, type Reminder, type ReminderPlan, type ReminderState } from '#shared/domain/reminder'
import type { Notice } from '../../src/main/services/ports/notifier'
import { createReminders } from '../../src/main/services/reminders'
import { gate, setClock } from './made'

const dailyId = '11111111-1111-4111-8111-111111111111'
const weeklyId = '22222222-2222-4222-8222-222222222222'

const daily: Reminder = {
  id: dailyId,
  name: 'End of day',
  weekdays: [1, 2, 3, 4, 5],
  time: '16:45',
  template: 'daily',
  onlyIfUnwritten: true,
  enabled: true,
}
const weekly: Reminder = { ...daily, id: weeklyId, name: 'The week', weekdays: [5], time: '16:45', template: 'weekly' }

/** Friday, just before the reminders. */
function made(part: { plan?: ReminderPlan | undefined; isOpen?: boolean; state?: ReminderState } = {}) {
  const clock = setClock('2026-03-06T16:44:50.000Z')
  const chosen = { plan: { ...noReminders, reminders: [daily] } as ReminderPlan | undefined, ...part }
  const disk = { state: part.state ?? null, fails: false, stored: 0 }
  const notices: Notice[] = []
  const written = new Set<string>()
  const told: Reminding[] = []
  const open = vi.fn()
  const failed = vi.fn()
  const notifier = {
    show: vi.fn(async (notice: Notice) => {
      // What is shown is on the disk by then.
      expect(disk.state?.shown.length).toBeGreaterThan(0)
      notices.push(notice)
      return true
    }),
  }
  const reminders = createReminders({
    clock,
    locale: 'en-GB',
    chosen: () => (part.isOpen === false ? null : { plan: chosen.plan, dayEnds: '00:00' }),
    stored: () => disk.state,
    async store(state) {
      if (disk.fails) throw new Failure('disk-full', 'made up')
      disk.state = structuredClone(state)
      disk.stored += 1
    },
    isWritten: async (day) => written.has(day),
    notifier,
    tell: (reminding) => told.push(reminding),
    open,
    failed,
  })
  return { clock, chosen, disk, notices, written, told, open, failed, notifier, reminders }
}

const key = { reminder: dailyId, day: '2026-03-06', time: '16:45' }

test('what is due is stored, then shown, with the names of reminder and template alone', async () => {
  const { clock, reminders, notices, told } = made()
  await reminders.look()
  expect(notices).toEqual([])
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  expect(notices).toMatchObject([{ title: 'End of day', body: 'Daily reflection' }])
  expect(told.at(-1)?.waiting).toEqual([{ ...key, name: 'End of day', template: 'daily' }])
  await reminders.look()
  expect(notices).toHaveLength(1)
})

test('several at once are one notification; a late one says for when it is', async () => {
  const { clock, reminders, notices, chosen } = made()
  chosen.plan = { ...noReminders, reminders: [daily, weekly] }
  await reminders.look()
  clock.set('2026-03-06T18:00:00.000Z')
  await reminders.look()
  expect(notices).toMatchObject([
    { title: 'End of day, for 16:45 and The week, for 16:45', body: 'Daily reflection and Weekly review' },
  ])
})

test('what can’t be stored is not shown, and comes once it can', async () => {
  const { clock, reminders, notices, disk, failed } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  disk.fails = true
  await reminders.look()
  expect(notices).toEqual([])
  expect(failed).toHaveBeenCalledOnce()
  disk.fails = false
  await reminders.look()
  expect(notices).toHaveLength(1)
})

test('after a restart nothing comes again, and what waits is still there', async () => {
  const before = made()
  await before.reminders.look()
  before.clock.set('2026-03-06T16:45:05.000Z')
  await before.reminders.look()
  const after = made({ state: before.disk.state ?? undefined } as { state: ReminderState })
  after.clock.set('2026-03-06T17:00:00.000Z')
  await after.reminders.look()
  expect(after.notices).toEqual([])
  expect(after.reminders.read().waiting).toHaveLength(1)
})

test('looks at the same time show it once', async () => {
  const { clock, reminders, notices } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await Promise.all([reminders.look(), reminders.look(), reminders.look()])
  expect(notices).toHaveLength(1)
})

test('it does not come when the day is written, and what waits goes when it is', async () => {
  const { clock, reminders, notices, written } = made()
  await reminders.look()
  written.add('2026-03-06')
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  expect(notices).toEqual([])
  const other = made()
  await other.reminders.look()
  other.clock.set('2026-03-06T16:45:05.000Z')
  await other.reminders.look()
  other.written.add('2026-03-06')
  await other.reminders.look()
  expect(other.reminders.read().waiting).toEqual([])
})

test('a click opens the page of its template; later and skip are stored', async () => {
  const { clock, reminders, notices, open, disk } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  notices[0]?.actions[0]?.run()
  await vi.waitFor(() => expect(disk.state?.snoozed).toHaveLength(1))
  expect(reminders.read().next[0]).toMatchObject({ name: 'End of day', day: '2026-03-06', time: '16:55' })
  clock.set('2026-03-06T16:55:05.000Z')
  await reminders.look()
  expect(notices).toHaveLength(2)
  notices[1]?.clicked()
  await vi.waitFor(() => expect(open).toHaveBeenCalledExactlyOnceWith({ template: 'daily', isNew: false }))
  expect(reminders.read().waiting).toEqual([])
  clock.set('2026-03-09T16:45:05.000Z')
  await reminders.look()
  notices[2]?.actions[1]?.run()
  await vi.waitFor(() => expect(reminders.read().waiting).toEqual([]))
  expect(notices).toHaveLength(3)
})

test('one that is skipped before its time does not come', async () => {
  const { clock, reminders, notices } = made()
  await reminders.look()
  await reminders.answer(key, 'skip')
  expect(reminders.read().next[0]?.day).toBe('2026-03-09')
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  expect(notices).toEqual([])
})

test('what was missed is listed until it is dismissed, and not again', async () => {
  const { clock, reminders, notices } = made()
  await reminders.look()
  clock.set('2026-03-10T09:00:00.000Z')
  await reminders.look()
  expect(notices).toEqual([])
  expect(reminders.read().missed.map(({ day }) => day)).toEqual(['2026-03-06', '2026-03-09'])
  await reminders.dismissMissed()
  expect(reminders.read().missed).toEqual([])
  await reminders.look()
  expect(reminders.read().missed).toEqual([])
})

test('a service that never answers keeps no look and no answer waiting, and is said', async () => {
  const { clock, reminders, notifier, told } = made()
  const never = gate()
  notifier.show.mockImplementation(async () => {
    await never.opened
    return false
  })
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  expect(reminders.read().waiting).toHaveLength(1)
  await reminders.answer(key, 'skip')
  expect(reminders.read().waiting).toEqual([])
  never.open()
  await vi.waitFor(() => expect(told.at(-1)?.notifies).toBe(false))
})

test('until the person was asked they are offered, and a journal that is not open offers nothing', () => {
  expect(made({ plan: undefined }).reminders.read()).toMatchObject({ isOffered: true, next: [] })
  expect(made().reminders.read().isOffered).toBe(false)
  expect(made({ isOpen: false }).reminders.read()).toMatchObject({ isOffered: false, next: [] })
})

test('a reminder that is deleted takes what waits of it along', async () => {
  const { clock, reminders, chosen } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  chosen.plan = noReminders
  await reminders.look()
  expect(reminders.read().waiting).toEqual([])
})
