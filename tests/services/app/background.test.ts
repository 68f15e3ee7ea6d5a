import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createBackground } from '../../../src/main/services/app/background'

function made({ tray = false, stays = true, fails = false } = {}) {
  const known: { keepsRunning: boolean | undefined; wasExplained: boolean } = {
    keepsRunning: undefined,
    wasExplained: false,
  }
  const login = { on: false }
  const confirm = vi.fn(async (_: { detail: string }) => stays)
  const background = createBackground({
    loginItem: {
      read: async () => login.on,
      async set(starts) {
        if (fails) throw new Failure('read-only', 'made up')
        login.on = starts
      },
    },
    desktop: { confirm },
    place: 'the menu bar',
    isTrayShown: async () => tray,
    choices: () => known,
    async store(change) {
      Object.assign(known, change)
    },
  })
  return { background, known, login, confirm }
}

test('without a tray that is shown, closing ends the app', async () => {
  const { background, confirm } = made()
  expect(await background.staysAfterClosing()).toBe(false)
  expect(await background.isReachable()).toBe(false)
  expect(confirm).not.toHaveBeenCalled()
})

test('with one it stays, and says so once', async () => {
  const { background, confirm } = made({ tray: true })
  expect(await background.staysAfterClosing()).toBe(true)
  expect(await background.staysAfterClosing()).toBe(true)
  expect(confirm).toHaveBeenCalledOnce()
  expect(confirm).toHaveBeenCalledWith(expect.objectContaining({ detail: expect.stringContaining('in the menu bar,') }))
})

test('an answer that comes when the app is on its way out chooses nothing', async () => {
  const { background, known, confirm } = made({ tray: true, stays: false })
  expect(await background.staysAfterClosing(() => confirm.mock.calls.length === 0)).toBe(false)
  expect(known).toEqual({ keepsRunning: undefined, wasExplained: false })
  expect(confirm).toHaveBeenCalledOnce()
  expect(await background.staysAfterClosing(() => false)).toBe(false)
  expect(confirm).toHaveBeenCalledOnce()
})

test('who then wants to quit has chosen that for good', async () => {
  const { background, known } = made({ tray: true, stays: false })
  expect(await background.staysAfterClosing()).toBe(false)
  expect(known.keepsRunning).toBe(false)
  expect(await background.staysAfterClosing()).toBe(false)
})

test('the person’s choice counts, with and without a tray', async () => {
  const { background, confirm } = made()
  expect(await background.change({ keepsRunning: true })).toMatchObject({ keepsRunning: true, trayIsShown: false })
  expect(await background.staysAfterClosing()).toBe(true)
  expect(confirm).not.toHaveBeenCalled()
  const other = made({ tray: true })
  await other.background.change({ keepsRunning: false })
  expect(await other.background.staysAfterClosing()).toBe(false)
})

test('the login item is as the system has it, also when it can’t be changed', async () => {
  const { background, login } = made()
  expect(await background.change({ startsAtLogin: true })).toMatchObject({ startsAtLogin: true })
  login.on = false
  expect(await background.read()).toMatchObject({ startsAtLogin: false })
  await expect(made({ fails: true }).background.change({ startsAtLogin: true })).rejects.toMatchObject({
    code: 'read-only',
  })
})
