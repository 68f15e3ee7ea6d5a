/** Which locks this device has seen with all files in their present form. */
import type { DocumentStore } from '../services/ports/documentStore'
import type { MigratedLocks } from '../storage/encryption/files/wasPutBack'
import type { DeviceState } from './deviceState'
import { log } from './log'

const most = 50

export function createMigratedLocks(device: Pick<DocumentStore<DeviceState>, 'value' | 'change'>): MigratedLocks {
  const has = (lock: string) => device.value.migratedLocks?.includes(lock) === true
  return {
    has,
    async note(lock, isMigrated) {
      if (has(lock) === isMigrated) return
      const others = (value: DeviceState) => (value.migratedLocks ?? []).filter((one) => one !== lock)
      const next = (value: DeviceState) => (isMigrated ? [...others(value), lock].slice(-most) : others(value))
      await device.change((value) => ({ ...value, migratedLocks: next(value) })).catch((error) => log('device', error))
    },
  }
}
