import type { PowerMonitor as ElectronPowerMonitor } from 'electron'
import type { Faithful } from './faithful'
import { StrictEmitter } from './strict'

/** Electron's `powerMonitor`: nothing happens here unless a spec emits it. */
class PowerMonitor extends StrictEmitter {
  constructor() {
    super([
      'suspend',
      'resume',
      'on-ac',
      'on-battery',
      'shutdown',
      'lock-screen',
      'unlock-screen',
      'user-did-become-active',
      'user-did-resign-active',
      'thermal-state-change',
      'speed-limit-change',
    ])
  }

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(_idleThreshold: number): 'active' | 'idle' | 'locked' | 'unknown' {
    return 'active'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

export const powerMonitor = new PowerMonitor()

true satisfies Faithful<PowerMonitor, ElectronPowerMonitor>
