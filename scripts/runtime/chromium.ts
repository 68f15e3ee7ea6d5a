import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../../tests/standin/findChromium'
import { repository } from './repository'

/** The stand-in's Chromium; if there is none it is installed where this machine is a container or CI of ours to change, and fetched by Playwright elsewhere. */
export function ensureChromium(): string {
  try {
    return findChromium()
  } catch (error) {
    // One that is named and not there is the person's to mend.
    if (process.env.CHROMIUM_PATH) throw error
  }
  if (mayInstall()) installChromium()
  else fetchChromium()
  return findChromium()
}

/** A container may lack the system's libraries, which only the package brings. */
function installChromium(): void {
  process.stderr.write('Installing the package "chromium" …\n')
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quietly)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly)
}

function fetchChromium(): void {
  process.stderr.write('Fetching Chromium by Playwright …\n')
  const playwright = join(repository, 'node_modules/playwright/cli.js')
  spawnSync(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], { stdio: 'ignore' })
}

/** "156.0.8078.79" */
export function chromiumVersion(executable: string): string {
  const { stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' })
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? 'of unknown version'
}

export function mayInstall(): boolean {
  const ours =
    process.env.CI !== undefined || existsSync('/.dockerenv') || existsSync('/run/.containerenv') || inContainer()
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && ours
}

/** Without systemd or another init of a whole machine, process 1 is a container's own command. */
function inContainer(): boolean {
  return process.platform === 'linux' && !existsSync('/run/systemd/system')
}
