/** The app when its window is not there. */
import { z } from 'zod'
import { nothing } from './parts'

export const presenceChangeSchema = z.union([
  z.strictObject({ startsAtLogin: z.boolean() }),
  z.strictObject({ keepsRunning: z.boolean() }),
])
export type PresenceChange = z.infer<typeof presenceChangeSchema>

export const backgroundRequests = {
  'presence.read': nothing,
  'presence.change': presenceChangeSchema,
}

export interface BackgroundAnswers {
  'presence.read': Presence
  'presence.change': Presence
}

/** As the system has it now. */
export interface Presence {
  readonly startsAtLogin: boolean
  readonly keepsRunning: boolean
  readonly trayIsShown: boolean
}
