import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './runtime/build'
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
  dex: 'dex',
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
  const code = await runChild(display, [...displayArgs, ...tests], { cwd: repository })
  return code === 0 && args.length === 0 ? journey([display, ...displayArgs]) : code
}

/** The app itself under a real screen saver, and started by a real launcher of autostart files: on the stand-in where that has proved the journeys, whose tray and notifications are recorded only. */
async function journey(display: readonly string[]): Promise<number> {
  if (!(await ensureBuilt())) return 1
  const wanted = ['lock.spec.ts', 'presence.spec.ts', '-g', 'own lock|launcher of the desktop', '--workers=1']
  const specs = [join(repository, 'scripts/e2e.ts'), ...wanted]
  const withScreenSaver = 'mate-screensaver --no-daemon >/dev/null 2>&1 & "$@"; code=$?; kill $!; exit $code'
  const shell = ['sh', '-c', withScreenSaver, 'sh', process.execPath, '--import', 'tsx', ...specs]
  const env = { ...process.env, REAL_SESSION_BUS: '1', GSETTINGS_BACKEND: 'memory' }
  return runChild('dbus-run-session', ['--', ...display, ...shell], { cwd: repository, env })
}

function skipped(why: string): number {
  process.stdout.write(`Skipped: ${why}. Nothing was proved on a session bus.\n`)
  return 0
}

runMain(main)
