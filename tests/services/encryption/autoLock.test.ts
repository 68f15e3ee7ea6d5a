import { expect, test } from 'vitest'
import { defaultSettings } from '#shared/domain/settings/settings'
import { createAutoLock } from '../../../src/main/services/encryption/autoLock'
import { lockedStateOf, settingsLocked } from '../../../src/main/services/encryption/lockedState'

test.each([
  { minutes: 5, idle: 299, isUnlocked: true, locks: false },
  { minutes: 5, idle: 300, isUnlocked: true, locks: true },
  { minutes: undefined, idle: 599, isUnlocked: true, locks: false },
  { minutes: undefined, idle: 600, isUnlocked: true, locks: true },
  { minutes: null, idle: 1e9, isUnlocked: true, locks: false },
  { minutes: 5, idle: 1e9, isUnlocked: false, locks: false },
])('locks after the chosen minutes: %o', ({ minutes, idle, isUnlocked, locks }) => {
  let locked = false
  const { look } = createAutoLock({
    isUnlocked: () => isUnlocked,
    minutes: () => minutes,
    idleSeconds: () => idle,
    lock: async () => {
      locked = true
    },
  })
  look()
  expect(locked).toBe(locks)
})

test('what is shown of a locked journal holds nothing that somebody wrote, and the plan comes as it is', () => {
  const reminder = {
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Before I see Marguerite',
    weekdays: [1, 2],
    time: '16:45',
    template: 'daily',
    onlyIfUnwritten: true,
    enabled: true,
  }
  const settings = {
    ...defaultSettings,
    theme: 'dark' as const,
    dayEnds: '03:00',
    manager: 'Marguerite',
    reminders: { reminders: [reminder], pausedUntil: null, holidays: [] },
    savedSearches: [],
  }
  const shown = lockedStateOf(settings, '2026-03-02', [{ day: '2026-03-02', template: 'daily' }])
  expect(shown).toMatchObject({ written: '2026-03-02', writtenPages: [{ day: '2026-03-02', template: 'daily' }] })
  expect(lockedStateOf(settings, '2026-03-03', [{ day: '2026-03-02', template: 'one-on-one' }])).toMatchObject({
    written: null,
    writtenPages: [{ day: '2026-03-02', template: '' }],
  })
  expect(JSON.stringify(shown)).not.toContain('Marguerite')
  const locked = settingsLocked(shown)
  expect(locked).toMatchObject({ theme: 'dark', dayEnds: '03:00', manager: null })
  expect(locked.reminders?.reminders).toEqual([{ ...reminder, name: expect.any(String) }])
  expect(settingsLocked(null)).toEqual(defaultSettings)
})
