import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { standinFolder } from '../../tests/standin/build'
import { electronPackage } from './repository'
import type { Runtime } from './runtime'

/** Electron's binary where its package keeps it, or where `ELECTRON_OVERRIDE_DIST_PATH` says. */
export function installedElectron(): Runtime | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override && override !== standinFolder) return binaryIn(override, override)
  return binaryIn(join(electronPackage, 'dist'), null)
}

function binaryIn(dist: string, folder: string | null): Runtime | null {
  const executable = join(dist, executableName())
  if (!existsSync(executable)) return null
  const versionFile = join(dist, 'version')
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version'
  return { kind: 'electron', folder, executable, version }
}

function executableName(): string {
  const pathFile = join(electronPackage, 'path.txt')
  return existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
}
