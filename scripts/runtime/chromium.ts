import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findChromium, findHeadlessShell } from '../../tests/standin/findChromium'
import { repository } from './repository'
import { installPackages } from './systemPackages'

/** The stand-in's Chromium; if there is none it is installed where this machine is a container or CI of ours to change, and fetched by Playwright elsewhere. */
export function ensureChromium(): string {
  try {
    return findChromium()
  } catch (error) {
    // One that is named and not there is the person's to mend.
    if (process.env.CHROMIUM_PATH) throw error
  }
  // A container may lack the system's libraries, which only the package brings.
  if (!installPackages('chromium')) fetchChromium()
  return findChromium()
}

/** For a quick run, whose windows are never seen: the lighter Chromium where it can be had, else the usual one. */
export function ensureHeadlessShell(): string {
  if (process.env.CHROMIUM_PATH) return ensureChromium()
  const found = findHeadlessShell()
  if (found) return found
  installPackages('chromium-headless-shell')
  return findHeadlessShell() ?? ensureChromium()
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
