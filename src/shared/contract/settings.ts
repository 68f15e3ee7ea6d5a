/** What a person chose for this journal. */
import { type Settings, settingsChangeSchema } from '../domain/settings/settings'

export const settingsRequests = {
  'settings.change': settingsChangeSchema,
}

export interface SettingsAnswers {
  'settings.change': Settings
}

export interface SettingsEvents {
  settingsChanged: { readonly settings: Settings }
}
