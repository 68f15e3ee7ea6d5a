/** The app when its window is not there. */
import { z } from 'zod'
import { nothing } from './parts'

export const backgroundChangeSchema = z.union([
  z.strictObject({ startsAtLogin: z.boolean() }),
  z.strictObject({ keepsRunning: z.boolean() }),
])
export type BackgroundChange = z.infer<typeof backgroundChangeSchema>

export const backgroundRequests = {
  'presence.read': nothing,
  'presence.change': backgroundChangeSchema,
}

export interface BackgroundAnswers {
  'presence.read': BackgroundState
  'presence.change': BackgroundState
}

/** As the system has it now. */
export interface BackgroundState {
  readonly startsAtLogin: boolean
  readonly keepsRunning: boolean
  readonly trayIsShown: boolean
}
