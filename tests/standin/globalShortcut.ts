import type { GlobalShortcut as ElectronGlobalShortcut } from 'electron'
import { normalizeAccelerator } from './accelerator'
import type { Faithful } from './faithful'
import { readiness } from './readiness'
import { record } from './records'
import { strict } from './strict'

const registered = new Map<string, () => void>()
/** Keys of other programs; the silent ones are given all the same, and never come. */
const taken = new Map<string, 'refused' | 'silent'>()

class GlobalShortcut {
  /** False without a word if another program has the keys, as on Electron. */
  register(accelerator: string, callback: () => void): boolean {
    if (!readiness.isReady) throw new Error('globalShortcut cannot be used before the app is ready')
    const keys = normalizeAccelerator(accelerator)
    const free = taken.get(keys) !== 'refused' && !registered.has(keys)
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

/** For the hook: another program has these keys. `isSilent`: the system gives them all the same, and they do nothing, as on Wayland. */
export function takeShortcut(accelerator: string, isSilent = false): void {
  taken.set(normalizeAccelerator(accelerator), isSilent ? 'silent' : 'refused')
}

export function pressShortcut(accelerator: string): void {
  const callback = registered.get(normalizeAccelerator(accelerator))
  if (!callback) throw new Error(`${accelerator} is not registered`)
  if (!taken.has(normalizeAccelerator(accelerator))) callback()
}

true satisfies Faithful<GlobalShortcut, ElectronGlobalShortcut>
