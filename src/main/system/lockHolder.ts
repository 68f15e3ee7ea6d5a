/**
 * Why the app may not run beside another one. Electron only says that it may not; the lock itself is a link in the app's folder that names its
 * computer and process: https://github.com/chromium/chromium/blob/main/chrome/browser/process_singleton_posix.cc
 */
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

export type LockHolder =
  /** The app of this computer, which was handed the arguments. */
  | { readonly kind: 'running' }
  | { readonly kind: 'elsewhere'; readonly computer: string }
  /** None: the lock could not be made. */
  | { readonly kind: 'none' }

/** To be asked when the lock was refused. `userData` is the app's folder. */
export function lockHolder(userData: string, platform: NodeJS.Platform = process.platform): LockHolder {
  // Windows has a window of the app for it, and no file.
  if (platform === 'win32') return { kind: 'running' }
  const [, computer = '', pid = ''] = /^(.*)-(\d+)$/s.exec(linkIn(userData)) ?? []
  if (pid === '') return { kind: 'none' }
  if (computer !== hostname()) return { kind: 'elsewhere', computer }
  return isAlive(Number(pid)) ? { kind: 'running' } : { kind: 'none' }
}

function linkIn(folder: string): string {
  try {
    return readlinkSync(join(folder, 'SingletonLock'))
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and another person's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
