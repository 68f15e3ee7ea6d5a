import type { GlobalShortcut as ElectronGlobalShortcut } from 'electron'
import { normalizeAccelerator } from './accelerator'
import type { Faithful } from './faithful'
import { readiness } from './readiness'
import { record } from './records'
import { strict } from './strict'

const registered = new Map<string, () => void>()
const taken = new Set<string>()

class GlobalShortcut {
  /** False without a word if another program has the keys, as on Electron. */
  register(accelerator: string, callback: () => void): boolean {
    if (!readiness.isReady) throw new Error('globalShortcut cannot be used before the app is ready')
    const keys = normalizeAccelerator(accelerator)
    const free = !taken.has(keys) && !registered.has(keys)
    if (free) registered.set(keys, callback)
    record('globalShortcut', 'register', { accelerator, registered: free })
    return free
  }

  isRegistered(accelerator: string): boolean {
    return registered.has(normalizeAccelerator(accelerator))
  }

  unregister(accelerator: string): void {
    registered.delete(normalizeAccelerator(accelerator))
    record('globalShortcut', 'unregister', accelerator)
  }

  unregisterAll(): void {
    registered.clear()
    record('globalShortcut', 'unregisterAll')
  }
}

/** Electron's `globalShortcut`: recorded; a spec presses the keys through the hook. */
export const globalShortcut = strict('globalShortcut', new GlobalShortcut())

/** For the hook: another program has these keys. */
export function takeShortcut(accelerator: string): void {
  taken.add(normalizeAccelerator(accelerator))
}

export function pressShortcut(accelerator: string): void {
  const callback = registered.get(normalizeAccelerator(accelerator))
  if (!callback) throw new Error(`${accelerator} is not registered`)
  callback()
}

true satisfies Faithful<GlobalShortcut, ElectronGlobalShortcut>
