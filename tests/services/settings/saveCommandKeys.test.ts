import { expect, test } from 'vitest'
import { defaultSettings, type Settings, settingsSchema } from '#shared/domain/settings/settings'
import { createSaveCommandKeys } from '../../../src/main/services/settings/saveCommandKeys'

function made(stored: Partial<Settings> = {}) {
  const held = { settings: { ...defaultSettings, ...stored } as Settings }
  const emitted: unknown[] = []
  const keys = createSaveCommandKeys({
    emit: (name, event) => void emitted.push([name, event]),
    forWriting: async () => ({
      settings: {
        get value() {
          return held.settings
        },
        async save() {},
        async change(step) {
          held.settings = step(held.settings)
        },
        lookAgain: async () => false,
      },
    }),
  })
  return { held, emitted, keys }
}

test('keys are laid over what is there, told, and taken back', async () => {
  const { held, emitted, keys } = made({ commandKeys: { laterCommand: 'F9' }, theme: 'dark' })
  expect((await keys.set('today', 'CmdOrCtrl+J')).commandKeys).toEqual({ laterCommand: 'F9', today: 'CmdOrCtrl+J' })
  await keys.set('newEntry', null)
  expect(held.settings).toMatchObject({ theme: 'dark', commandKeys: { newEntry: null } })
  expect(emitted.at(-1)).toEqual(['settingsChanged', { settings: held.settings }])
  await keys.reset('today')
  expect(held.settings.commandKeys).toEqual({ laterCommand: 'F9', newEntry: null })
  await keys.reset(null)
  expect(held.settings.commandKeys).toEqual({ laterCommand: 'F9' })
})

test('a reset of all leaves the settings as they were before the first change', async () => {
  const { held, keys } = made()
  await keys.set('today', 'CmdOrCtrl+J')
  await keys.reset(null)
  expect(held.settings).toEqual(defaultSettings)
})

test.each(['CmdOrCtrl+N', 'CmdOrCtrl+B', 'CmdOrCtrl+C', 'J'])(
  '%s can’t be had, and changes nothing',
  async (chosen) => {
    const { held, emitted, keys } = made()
    await expect(keys.set('today', chosen)).rejects.toThrow(expect.objectContaining({ code: 'bad-request' }))
    expect([held.settings, emitted]).toEqual([defaultSettings, []])
  },
)

test.each([5, 'x', null, [1], { today: [] }])('%j in their place does not make settings unreadable', (commandKeys) => {
  expect(settingsSchema.parse({ ...defaultSettings, commandKeys })).toEqual({ ...defaultSettings, commandKeys })
})
