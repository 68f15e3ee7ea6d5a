import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository'
import { runChild } from './runChild'

const sources = ['src', 'resources', 'electron.vite.config.ts', 'scripts', 'package.json']
export const builtEntry = join(repository, 'out/main/index.cjs')

/** Builds the app into `out/` unless what is there is newer than all of its sources. Gives whether it's there. */
export async function ensureBuilt(): Promise<boolean> {
  if (isFresh()) return true
  const vite = join(repository, 'node_modules/electron-vite/bin/electron-vite.js')
  return (await runChild(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: repository })) === 0
}

function isFresh(): boolean {
  const built = statSync(builtEntry, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.every((source) => newest(join(repository, source)) < built)
}

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
