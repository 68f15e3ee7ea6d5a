import { describe, expect, test, vi } from 'vitest'
import type { Reminding } from '#shared/contract/reminders'
import { Failure } from '#shared/domain/failure'
import { noReminders, type Reminder, type ReminderPlan, type ReminderState } from '#shared/domain/reminder/reminder'
import { messages } from '#shared/messages/messages'
import type { Notice } from '../../../src/main/services/ports/notifier'
import { createReminders } from '../../../src/main/services/reminders/reminders'
import { createWrittenDays } from '../../../src/main/services/reminders/writtenDays'
import { gate, idOf, setClock } from '../made'

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
  const settings = {
    plan: { ...noReminders, reminders: [daily] } as ReminderPlan | undefined,
    dayEnds: '00:00',
    ...part,
  }
  const disk = { state: part.state ?? null, fails: false, unreadable: false, stored: 0, read: 0 }
  const notices: Notice[] = []
  const written = new Set<string>()
  const told: Reminding[] = []
  const days = createWrittenDays(async (day) => {
    if (disk.unreadable) throw new Failure('folder-missing', 'made up')
    disk.read += 1
    return written.has(day) ? ['daily'] : []
  })
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
    settings: () =>
      settings.isOpen === false ? null : { plan: settings.plan, dayEnds: settings.dayEnds, weekStart: 1 },
    stored: () => disk.state,
    async store(state) {
      if (disk.fails) throw new Failure('disk-full', 'made up')
      disk.state = structuredClone(state)
      disk.stored += 1
    },
    written: days,
    notifier,
    emit: (reminding) => told.push(reminding),
    open,
    failed,
  })
  return { clock, settings, disk, notices, written, days, told, open, failed, notifier, reminders }
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

test('it waits by no timer of its own, however far away or put off: the clock is looked at', async () => {
  vi.useFakeTimers()
  try {
    const far = { ...noReminders, pausedUntil: '2027-03-06', reminders: [daily, weekly] }
    const { clock, settings, reminders } = made()
    await reminders.look()
    clock.set('2026-03-06T16:45:01.000Z')
    await reminders.look()
    await reminders.answer(key, 'tomorrow')
    settings.plan = far
    await reminders.look()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('several at once are one notification; a late one says for when it is', async () => {
  const { clock, reminders, notices, settings } = made()
  settings.plan = { ...noReminders, reminders: [daily, weekly] }
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
  expect(reminders.read().next[0]).toEqual({
    ...key,
    name: 'End of day',
    template: 'daily',
    comes: { day: '2026-03-06', time: '16:55' },
  })
  clock.set('2026-03-06T16:55:05.000Z')
  await reminders.look()
  expect(notices).toHaveLength(2)
  notices[1]?.clicked()
  await vi.waitFor(() => expect(open).toHaveBeenCalledExactlyOnceWith({ template: 'daily', isNew: false }))
  expect(reminders.read().waiting).toEqual([])
  clock.set('2026-03-09T16:45:05.000Z')
  await reminders.look()
  notices[2]?.actions.at(-1)?.run()
  await vi.waitFor(() => expect(reminders.read().waiting).toEqual([]))
  expect(notices).toHaveLength(3)
})

test('a notification offers all that the window does, for each of those that came', async () => {
  const { clock, reminders, notices, settings, disk } = made()
  settings.plan = { ...noReminders, reminders: [daily, weekly] }
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  const { snoozes, skip } = messages.reminding
  const offered = notices[0]?.actions.map(({ label }) => label)
  expect(offered).toEqual([snoozes[10], snoozes[30], snoozes[60], snoozes.tonight, snoozes.tomorrow, skip])
  notices[0]?.actions[3]?.run()
  await vi.waitFor(() =>
    expect(disk.state?.snoozed.map(({ reminder, until }) => [reminder, until])).toEqual([
      [dailyId, '2026-03-06T20:00:00'],
      [weeklyId, '2026-03-06T20:00:00'],
    ]),
  )
  clock.set('2026-03-06T20:00:05.000Z')
  await reminders.look()
  expect(notices[1]?.actions.map(({ label }) => label)).not.toContain(snoozes.tonight)
  notices[1]?.actions.at(-1)?.run()
  await vi.waitFor(() => expect(disk.state).toMatchObject({ snoozed: [], waiting: [] }))
})

test('one that was put off can be skipped as what it is', async () => {
  const { clock, reminders, disk } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  await reminders.answer(key, '60')
  const [next] = reminders.read().next
  expect(next).toMatchObject({ ...key, comes: { day: '2026-03-06', time: '17:45' } })
  if (next) await reminders.answer(next, 'skip')
  expect(disk.state?.snoozed).toEqual([])
  expect(disk.state?.shown).toEqual([key])
  expect(reminders.read().next[0]?.comes.day).toBe('2026-03-09')
})

describe('a change of plan', () => {
  /** As after the end of the process: what is in memory alone is gone. */
  const restarted = (before: ReturnType<typeof made>, at: string) => {
    const after = made({ ...before.settings, state: before.disk.state as ReminderState })
    after.clock.set(at)
    return after
  }
  const change = (one: ReturnType<typeof made>, plan: ReminderPlan | undefined) =>
    one.reminders.changePlan(async () => {
      one.settings.plan = plan
    })

  test('is of the time from then on, also after a restart', async () => {
    const one = made({ plan: noReminders })
    one.clock.set('2026-03-06T10:00:00.000Z')
    await one.reminders.look()
    await change(one, { ...noReminders, reminders: [{ ...daily, time: '09:00' }] })
    const after = restarted(one, '2026-03-06T10:05:00.000Z')
    await after.reminders.look()
    expect(after.notices).toEqual([])
    expect(after.reminders.read()).toMatchObject({ waiting: [], missed: [] })
  })

  test('that ends a pause brings nothing of it back', async () => {
    const one = made()
    one.clock.set('2026-03-02T10:00:00.000Z')
    await one.reminders.look()
    const plan = one.settings.plan as ReminderPlan
    await change(one, { ...plan, pausedUntil: '2026-03-30' })
    for (let day = 2; day <= 9; day += 1) {
      one.clock.set(`2026-03-${String(day).padStart(2, '0')}T18:00:00.000Z`)
      await one.reminders.look()
    }
    one.clock.set('2026-03-11T10:00:00.000Z')
    await change(one, { ...plan, pausedUntil: null })
    const after = restarted(one, '2026-03-11T17:00:00.000Z')
    await after.reminders.look()
    expect(after.reminders.read().missed).toEqual([])
    expect(after.reminders.read().waiting.map(({ day }) => day)).toEqual(['2026-03-11'])
  })

  test('leaves what was due before to the plan of then', async () => {
    const one = made()
    await one.reminders.look()
    one.clock.set('2026-03-07T10:00:00.000Z')
    await change(one, { ...noReminders, reminders: [{ ...daily, enabled: false }] })
    expect(one.reminders.read().missed.map(({ day }) => day)).toEqual(['2026-03-06'])
  })

  test('is told, and refused when what came can’t be stored first', async () => {
    const one = made()
    await one.reminders.look()
    const before = one.told.length
    await change(one, noReminders)
    expect(one.told.at(-1)?.next).toEqual([])
    expect(one.told.length).toBeGreaterThan(before)
    one.disk.fails = true
    await expect(change(one, undefined)).rejects.toMatchObject({ code: 'disk-full' })
    expect(one.settings.plan).toBe(noReminders)
  })

  test('in a journal that can’t be read any more is possible: what was due comes', async () => {
    const one = made()
    await one.reminders.look()
    one.clock.set('2026-03-06T16:45:05.000Z')
    one.disk.unreadable = true
    await one.reminders.look()
    expect(one.notices).toEqual([])
    await change(one, noReminders)
    expect(one.settings.plan).toBe(noReminders)
    expect(one.disk.state?.shown).toEqual([key])
  })

  test('from nothing chosen at all begins now: an offer that is accepted late brings nothing from before', async () => {
    const one = made()
    await one.reminders.look()
    one.settings.plan = undefined
    one.clock.set('2026-03-17T10:00:00.000Z')
    await one.reminders.look()
    await change(one, { ...noReminders, reminders: [daily] })
    const after = restarted(one, '2026-03-17T10:01:00.000Z')
    await after.reminders.look()
    expect(after.reminders.read()).toMatchObject({ missed: [], waiting: [] })
    expect(after.notices).toEqual([])
  })

  test('to another journal’s, while this one can’t be opened, begins now as well', async () => {
    const one = made()
    await one.reminders.look()
    one.settings.isOpen = false
    one.clock.set('2026-03-17T10:00:00.000Z')
    await one.reminders.look()
    await one.reminders.changePlan(async () => {
      one.settings.isOpen = true
    })
    await one.reminders.look()
    expect(one.reminders.read()).toMatchObject({ missed: [], waiting: [] })
  })
})

test('a journal that can’t be opened for a while misses nothing of its own plan', async () => {
  const { reminders, settings, clock } = made()
  await reminders.look()
  settings.isOpen = false
  clock.set('2026-03-09T10:00:00.000Z')
  await reminders.look()
  settings.isOpen = true
  await reminders.look()
  expect(reminders.read().missed.map(({ day }) => day)).toEqual(['2026-03-06'])
})

test('one that will be silent because the day is written is not promised', async () => {
  const { reminders, written, days, told, disk } = made()
  await reminders.look()
  expect(reminders.read().next[0]?.day).toBe('2026-03-06')
  written.add('2026-03-06')
  days.changed({ id: idOf(1), day: '2026-03-06', template: 'daily', firstWords: 'Some words' })
  const read = disk.read
  await reminders.entriesChanged()
  expect(told.at(-1)?.next[0]?.day).toBe('2026-03-09')
  // What the save itself told is enough.
  expect(disk.read).toBe(read)
  written.clear()
  days.changed()
  await reminders.entriesChanged()
  expect(told.at(-1)?.next[0]?.day).toBe('2026-03-06')
})

test('one that waits is looked after without the disk when a save tells that the day is written', async () => {
  const { reminders, clock, days, disk } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  expect(reminders.read().waiting).toHaveLength(1)
  const read = disk.read
  days.changed({ id: idOf(1), day: '2026-03-06', template: 'daily', firstWords: 'Some words' })
  await reminders.entriesChanged()
  expect(reminders.read().waiting).toEqual([])
  expect(disk.read).toBe(read)
})

test('another day of the calendar is told when it begins, wherever the journal’s day ends', async () => {
  const { reminders, clock, told, settings } = made()
  settings.dayEnds = '04:00'
  await reminders.look()
  clock.set('2026-03-07T00:00:10.000Z')
  await reminders.look()
  expect(told.at(-1)?.today).toBe('2026-03-07')
  const before = told.length
  await reminders.look()
  expect(told).toHaveLength(before)
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
  const { clock, reminders, settings } = made()
  await reminders.look()
  clock.set('2026-03-06T16:45:05.000Z')
  await reminders.look()
  settings.plan = noReminders
  await reminders.look()
  expect(reminders.read().waiting).toEqual([])
})
