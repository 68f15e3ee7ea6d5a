import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, electronPackage } from './repository'

const patience = 60_000
const remembered = 24 * 60 * 60 * 1000
const refusal = join(cacheFolder, 'throughline-electron-refused')

/**
 * Lets Electron's package fetch its binary: one attempt, given up after a minute without progress. A refusal is remembered for a
 * day, so that a machine that can't reach GitHub doesn't wait each time.
 */
export async function fetchElectron({ retry }: { retry: boolean }): Promise<boolean> {
  if (!retry && wasRefused()) return false
  const fetched = await attempt()
  if (fetched) rmSync(refusal, { force: true })
  else remember()
  return fetched
}

function attempt(): Promise<boolean> {
  // Its own temporary folder: the growing download shows the progress.
  const temporary = mkdtempSync(join(tmpdir(), 'throughline-electron-'))
  const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary },
  })
  let size = 0
  let since = Date.now()
  const watch = setInterval(() => {
    const now = sizeOf(temporary) + sizeOf(join(electronPackage, 'dist'))
    if (now !== size) since = Date.now()
    size = now
    if (Date.now() - since > patience) child.kill('SIGKILL')
  }, 1000)
  return new Promise((resolve) => {
    const end = (fetched: boolean) => {
      clearInterval(watch)
      rmSync(temporary, { recursive: true, force: true })
      resolve(fetched)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })
}

function sizeOf(folder: string): number {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return names.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
  } catch {
    return 0
  }
}

function wasRefused(): boolean {
  const since = statSync(refusal, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - since < remembered
}

function remember(): void {
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(refusal, 'Electron could not be fetched. Delete this file, or run `npm start`, to try again.\n')
}
