import { expect, test } from 'vitest'
import { noReminders } from '#shared/domain/reminder/reminder'
import { defaultSettings, type SettingsChange } from '#shared/domain/settings/settings'
import { createSettingsChanges } from '../../../src/main/services/settings/settingsChanges'

function made() {
  const order: string[] = []
  const day = { today: '2026-03-02' }
  let settings = defaultSettings
  const changes = createSettingsChanges({
    settings: () => settings,
    today: () => day.today,
    async save(change: SettingsChange) {
      order.push('saved')
      settings = { ...settings, ...(change as object) }
      return settings
    },
    reminders: {
      async changePlan(apply) {
        order.push('looked')
        return apply()
      },
    },
  })
  return { changes, order, day, settings: () => settings }
}

test.each<SettingsChange>([{ reminders: noReminders }, { dayEnds: '04:00' }])(
  '%j is a change of plan: what was due is of the one before',
  async (change) => {
    const { changes, order, settings } = made()
    expect(await changes.change(change)).toMatchObject(change)
    expect(order).toEqual(['looked', 'saved'])
    expect(settings()).toMatchObject(change)
  },
)

test('what has nothing to do with reminders leaves them alone', async () => {
  const { changes, order } = made()
  await changes.change({ theme: 'dark' })
  expect(order).toEqual(['saved'])
})

test('a pause is a change of plan as well, and keeps the rest of it', async () => {
  const { changes, order, settings } = made()
  const holidays = [{ from: '2026-12-24', to: '2026-12-26' }]
  await changes.change({ reminders: { ...noReminders, holidays } })
  await changes.pauseReminders('monday')
  expect(order).toEqual(['looked', 'saved', 'looked', 'saved'])
  expect(settings().reminders).toEqual({
    ...noReminders,
    holidays,
    pausedUntil: '2026-03-09',
    pauses: [{ from: '2026-03-02', to: '2026-03-08' }],
  })
  await changes.pauseReminders(null)
  expect(settings().reminders?.pausedUntil).toBeNull()
})

test('a menu that was open since yesterday pauses from the day on which it is clicked', async () => {
  const { changes, day, settings } = made()
  day.today = '2026-03-03'
  await changes.pauseReminders('tomorrow')
  expect(settings().reminders).toMatchObject({
    pausedUntil: '2026-03-04',
    pauses: [{ from: '2026-03-03', to: '2026-03-03' }],
  })
})
