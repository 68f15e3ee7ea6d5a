import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messages } from '#shared/messages/messages'
import { runCapture } from '../../../src/main/cli/runCapture'
import { defaultDeviceState } from '../../../src/main/system/deviceState'
import { storedPlace } from '../../../src/main/system/storedPlace'

let userData: string
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'throughline-place-'))
})
afterEach(() => rm(userData, { recursive: true, force: true }))

const device = (text: string) => writeFile(join(userData, 'device.json'), text)
const usual = () => ({ folder: join(userData, 'journal'), isKnown: false, lockedState: null, locks: {} })

test('without a device file, or with a damaged one, it is the usual place, as for the app', async () => {
  expect(await storedPlace(userData)).toEqual(usual())
  expect(await storedPlace(join(userData, 'not there'))).toMatchObject({ isKnown: false, lockedState: null, locks: {} })
  for (const damage of ['', '{"schema":1,', 'null', '{"schema":1}']) {
    await device(damage)
    expect(await storedPlace(userData), damage).toEqual(usual())
  }
})

test('it is the folder that was chosen', async () => {
  await device(JSON.stringify({ ...defaultDeviceState, journalFolder: '/elsewhere', lastOpened: '/elsewhere' }))
  expect(await storedPlace(userData)).toEqual({ folder: '/elsewhere', isKnown: true, lockedState: null, locks: {} })
})

test('also beside a word that only a newer version knows', async () => {
  const settings = { theme: 'sepia', textSize: 'medium', dayEnds: '00:00', weekStart: null }
  const shownLocked = { settings, written: null }
  const state = { ...defaultDeviceState, journalFolder: '/elsewhere', lastOpened: '/elsewhere', shownLocked }
  await device(JSON.stringify(state))
  expect(await storedPlace(userData)).toEqual({ folder: '/elsewhere', isKnown: true, lockedState: null, locks: {} })
})

test('while the device file can’t be read, nothing is caught into another journal', async () => {
  // Read, it fails as a file that is locked or forbidden does, for every user.
  await mkdir(join(userData, 'device.json'))
  await expect(storedPlace(userData)).rejects.toMatchObject({ code: 'disk-error' })
  expect(await runCapture({ text: 'x', as: 'note', userData })).toEqual({
    code: 1,
    sentence: `throughline: ${messages.writing.notSaved(messages.failures['disk-error'])}`,
  })
  expect(await readdir(userData)).toEqual(['device.json'])
})
