import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../../tests/standin/findChromium'

/** The stand-in's Chromium; installed first if there is none and this machine is a container or CI of ours to change. */
export function ensureChromium(): string {
  try {
    return findChromium()
  } catch (error) {
    if (!mayInstall()) throw error
  }
  process.stderr.write('Installing the package "chromium" …\n')
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quietly)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly)
  return findChromium()
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
