/** What a person chose for this journal. */
import { z } from 'zod'
import { type Settings, settingsChangeSchema } from '../domain/settings/settings'
import { type CommandId, commands } from './commands'

const commandId = z.enum(commands.map(({ id }) => id) as [CommandId, ...CommandId[]])

export const settingsRequests = {
  'settings.change': settingsChangeSchema,
  /** Null for none. Refused where they can't be had. */
  'settings.setKeys': z.strictObject({ command: commandId, keys: z.string().min(1).max(60).nullable() }),
  /** Back to a command's own keys; null for all commands. */
  'settings.resetKeys': z.strictObject({ command: commandId.nullable() }),
}

export interface SettingsAnswers {
  'settings.change': Settings
  'settings.setKeys': Settings
  'settings.resetKeys': Settings
}

export interface SettingsEvents {
  settingsChanged: { readonly settings: Settings }
}
