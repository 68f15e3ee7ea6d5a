import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const insidePlaywright = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
]
const shellInsidePlaywright = [
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
]
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The Chromium to run the stand-in on: the one named, else an installed one, else Playwright's. Throws a sentence for a person. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const named = env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
  }
  const found = candidates(env).find((candidate) => existsSync(candidate))
  if (found) return found
  throw new Error(
    'No Chromium was found. Install the package "chromium", run `npx playwright install chromium`, or name one in CHROMIUM_PATH.',
  )
}

/** The Chromium that can show no windows and starts sooner, of the system or of Playwright; `undefined` where there is none. */
export function findHeadlessShell(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const found = inPath(env, ['chromium-headless-shell', 'chrome-headless-shell'])
  return [...found, ...playwrightBuilds(env, 'chromium_headless_shell-', shellInsidePlaywright)].find((candidate) =>
    existsSync(candidate),
  )
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  return [...inPath(env, names), ...macApplications, ...playwrightBuilds(env, 'chromium-', insidePlaywright)]
}

function inPath(env: NodeJS.ProcessEnv, programs: readonly string[]): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => programs.map((name) => join(folder, name)))
}

function playwrightBuilds(env: NodeJS.ProcessEnv, prefix: string, inside: readonly string[]): string[] {
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright')
  if (!existsSync(cache)) return []
  const builds = readdirSync(cache).filter((name) => name.startsWith(prefix))
  return builds
    .sort()
    .reverse()
    .flatMap((build) => inside.map((path) => join(cache, build, path)))
}
