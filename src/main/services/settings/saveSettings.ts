/** Saves a change of the settings: what it does not name stays, also what a newer version of the app wrote there. */
import { type Settings, type SettingsChange, settingsSchema } from '#shared/domain/settings/settings'
import type { Emit } from '../app/appEvents'
import type { DocumentStore } from '../ports/documentStore'

export interface SaveSettingsNeeds {
  readonly emit: Emit
  forWriting(): Promise<{ readonly settings: DocumentStore<Settings> }>
  /** Versions may take more room, or less. Never rejects. */
  limitChanged(): Promise<void>
}

export type SaveSettings = (change: SettingsChange) => Promise<Settings>

export function createSaveSettings({ emit, forWriting, limitChanged }: SaveSettingsNeeds): SaveSettings {
  return async (change) => {
    const { settings } = await forWriting()
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    await settings.change((value) => settingsSchema.parse({ ...value, ...given }))
    emit('settingsChanged', { settings: settings.value })
    if (change.versionLimit !== undefined) void limitChanged()
    return settings.value
  }
}
