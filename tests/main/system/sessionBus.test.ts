import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { notificationsAnswer } from '../../../src/main/system/sessionBus'
import { isTrayListed } from '../../../src/main/system/trayProof'
import { type BusSays, fakeBus } from '../../e2e/support/fakeBus'

const folder = mkdtempSync(join(tmpdir(), 'throughline-bus-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function bus(says: BusSays): Promise<void> {
  for (const [name, value] of Object.entries(await fakeBus(folder, says))) vi.stubEnv(name, value)
}

test.runIf(process.platform === 'linux')(
  'a notification service counts when it has its name and says who it is',
  async () => {
    await bus({ notifications: 'answers' })
    expect(await notificationsAnswer()).toBe(true)
    await bus({ notifications: 'nobody' })
    expect(await notificationsAnswer()).toBe(false)
  },
)

test.runIf(process.platform === 'linux')('one that hangs is given up, and so is a bus that is not there', async () => {
  await bus({ notifications: 'hangs' })
  expect(await notificationsAnswer()).toBe(false)
  vi.stubEnv('PATH', folder)
  expect(await notificationsAnswer()).toBe(false)
})

test.runIf(process.platform === 'linux')('a tray counts when its list has an icon of this process', async () => {
  await bus({ tray: true })
  expect(await isTrayListed(process.pid)).toBe(true)
  expect(await isTrayListed(process.pid + 1)).toBe(false)
  await bus({ tray: false })
  expect(await isTrayListed(process.pid)).toBe(false)
})

test.runIf(process.platform === 'linux')('of the list only the names of its items are asked for', async () => {
  await bus({ tray: true })
  const asked = join(folder, 'asked')
  const gdbus = join(folder, 'bin/gdbus')
  const script = readFileSync(gdbus, 'utf8').replace('#!/bin/sh', `#!/bin/sh\necho "$*" >> '${asked}'`)
  writeFileSync(gdbus, script)
  expect(await isTrayListed(process.pid)).toBe(true)
  const owners = [...readFileSync(asked, 'utf8').matchAll(/GetConnectionUnixProcessID (.*)$/gm)].map(
    ([, owner]) => owner,
  )
  expect(owners.sort()).toEqual([':1.7', 'org.kde.StatusNotifierItem-1-1'])
})
