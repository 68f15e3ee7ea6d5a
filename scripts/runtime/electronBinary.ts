import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { standinFolder } from '../../tests/standin/build'
import { electronPackage } from './repository'
import type { Runtime } from './runtime'

/** Electron's binary where its package keeps it, or where `ELECTRON_OVERRIDE_DIST_PATH` says. */
export function installedElectron(): Runtime | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!override || override === standinFolder) return electronIn(electronPackage)
  const executable = join(override, textOf(join(electronPackage, 'path.txt')) ?? 'electron')
  if (!existsSync(executable)) return null
  return { kind: 'electron', folder: override, executable, version: versionIn(override) ?? 'of unknown version' }
}

/** What Electron's package has unpacked; null unless it is whole. Its `path.txt` is written when all is there: https://github.com/electron/electron/blob/main/npm/install.js */
export function electronIn(folder: string): Runtime | null {
  const path = textOf(join(folder, 'path.txt'))
  if (path === null) return null
  const dist = join(folder, 'dist')
  const version = versionIn(dist)
  const executable = join(dist, path)
  const { version: wanted } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (version === null || version !== wanted || !existsSync(executable)) return null
  return { kind: 'electron', folder: null, executable, version }
}

function versionIn(dist: string): string | null {
  return textOf(join(dist, 'version'))?.replace(/^v/, '') ?? null
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
