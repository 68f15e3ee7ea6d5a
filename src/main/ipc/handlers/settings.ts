import type { SettingsAnswers } from '#shared/contract/settings'
import type { SettingsChanges } from '../../services/settings/settingsChanges'
import type { HandlersOf } from '../serve'

export function settingsHandlers({
  settingsChanges,
}: {
  readonly settingsChanges: SettingsChanges
}): HandlersOf<keyof SettingsAnswers> {
  return {
    'settings.change': (change) => settingsChanges.change(change),
  }
}
