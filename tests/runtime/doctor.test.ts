import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../scripts/runtime/repository'

function doctor(env: NodeJS.ProcessEnv) {
  const command = [join(repository, 'node_modules/tsx/dist/cli.mjs'), join(repository, 'scripts/doctor.ts')]
  return spawnSync(process.execPath, command, { encoding: 'utf8', env: { ...process.env, ...env } })
}

test.skipIf(process.platform !== 'linux')(
  'a machine without anything is described in plain lines, and that is no error',
  () => {
    const bare = {
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      DBUS_SESSION_BUS_ADDRESS: '',
      CHROMIUM_PATH: '/nowhere',
      ELECTRON_OVERRIDE_DIST_PATH: '/nowhere',
    }
    const { status, stdout, stderr } = doctor(bare)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Electron +not fetched +The app runs on the stand-in/m)
    expect(stdout).toMatch(/^Chromium +none /m)
    expect(stdout).toMatch(/^Display +none +`npm start` asks the questions in the terminal/m)
    expect(stdout).toMatch(/^Session bus +(none|no gdbus) /m)
  },
)
