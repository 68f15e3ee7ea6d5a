import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs packages of the system where this machine is a container or CI of ours to change, and gives whether it was. */
export function installPackages(...names: readonly string[]): boolean {
  if (!mayInstall()) return false
  process.stderr.write(`Installing ${names.map((name) => `"${name}"`).join(', ')} …\n`)
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quietly)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], quietly)
  return true
}

function mayInstall(): boolean {
  const ours =
    process.env.CI !== undefined || existsSync('/.dockerenv') || existsSync('/run/.containerenv') || inContainer()
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && ours
}

/** Without systemd or another init of a whole machine, process 1 is a container's own command. */
function inContainer(): boolean {
  return process.platform === 'linux' && !existsSync('/run/systemd/system')
}
