import type { SettingsAnswers } from '#shared/contract/settings'
import type { SaveCommandKeys } from '../../services/settings/saveCommandKeys'
import type { SettingsChanges } from '../../services/settings/settingsChanges'
import type { HandlersOf } from '../serve'

interface Served {
  readonly settingsChanges: SettingsChanges
  readonly saveCommandKeys: SaveCommandKeys
}

export function settingsHandlers({ settingsChanges, saveCommandKeys }: Served): HandlersOf<keyof SettingsAnswers> {
  return {
    'settings.change': (change) => settingsChanges.change(change),
    'settings.setKeys': ({ command, keys }) => saveCommandKeys.set(command, keys),
    'settings.resetKeys': ({ command }) => saveCommandKeys.reset(command),
  }
}
