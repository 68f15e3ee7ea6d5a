/** What is there when the window is not. */
import type { Accelerator } from '../../domain/settings/accelerator'

/** The app when its window is not there, as the system has it now. */
export interface Presence {
  readonly startsAtLogin: boolean
  readonly keepsRunning: boolean
  readonly trayIsShown: boolean
}

/** The keys that open quick capture from anywhere; `isFree` is false while another program has them. */
export interface ChosenKeys {
  readonly keys: Accelerator | null
  readonly isFree: boolean
}
