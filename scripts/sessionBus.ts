import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { virtualDisplay } from './runtime/display'
import { repository } from './runtime/repository'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { installPackages } from './runtime/systemPackages'

/** What the tests run, and the package of Debian that has it. */
const programs = {
  'dbus-daemon': 'dbus',
  gdbus: 'libglib2.0-bin',
  dunst: 'dunst',
  'gnome-keyring-daemon': 'gnome-keyring',
  'secret-tool': 'libsecret-tools',
  'mate-screensaver': 'mate-screensaver',
  'xfce4-panel': 'xfce4-panel',
} as const

/** The double of logind, and Python's own words for a tray icon. */
const module = 'python3-dbusmock'

function missing(): readonly string[] {
  const has = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
  const packages = Object.entries(programs).flatMap(([program, name]) => (has('which', program) ? [] : [name]))
  return has('/usr/bin/python3', '-c', 'import dbusmock, gi') ? packages : [...packages, module]
}

/** `npm run test:session-bus -- <files>`: notifications, screen lock, keychain and tray with the real services of Linux desktops, on buses of their own. */
async function main(args: readonly string[]): Promise<number> {
  if (process.platform !== 'linux') return skipped('there is no session bus on this system')
  if (missing().length > 0) installPackages(...missing())
  if (missing().length > 0) return skipped(`these packages are missing: ${missing().join(', ')}`)
  const [display = '', ...displayArgs] = virtualDisplay()
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs')
  const config = join(repository, 'tests/desktop/sessionBus/vitest.config.ts')
  const tests = [process.execPath, vitest, 'run', '--config', config, ...args]
  return runChild(display, [...displayArgs, ...tests], { cwd: repository })
}

function skipped(why: string): number {
  process.stdout.write(`Skipped: ${why}. Nothing was proved on a session bus.\n`)
  return 0
}

runMain(main)
