/** The journal's settings. Another device's change that we would replace is kept in `versions/settings/`. */
import { isDeepStrictEqual } from 'node:util'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { createDurably } from '../../disk/createDurably'
import type { DocumentStore } from '../../services/ports/documentStore'
import { DocumentFile } from '../format/documentFile'
import { encoded } from '../format/fileFormat'
import { folderNames, settingsName } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { staysDamaged } from '../safekeeping/staysDamaged'
import { keptSettingsPath, putAwaySettingsCopies } from './settingsCopies'
import { settingsFormat } from './settingsFormat'

export interface OpenSettings extends DocumentStore<Settings> {
  idle(): Promise<void>
}

export async function openSettings(journal: JournalContext): Promise<OpenSettings> {
  const { folder, lock, clock, notices, quarantine, steadyFor } = journal
  const path = folder.path(settingsName)
  const keep = (settings: Settings) =>
    folder.inside([folderNames.versions, 'settings'], () =>
      createDurably(
        folder.disk,
        keptSettingsPath(folder, clock.instant()),
        encoded(settingsFormat, settings),
        folder.path(folderNames.versions),
      ),
    )
  const document = await DocumentFile.open({
    disk: folder.disk,
    path,
    format: settingsFormat,
    defaults: defaultSettings,
    prepare: async () => {
      await lock.hold()
      await folder.present()
    },
    staysDamaged: () => staysDamaged(folder.disk, path, settingsFormat, steadyFor),
    setAside: () => quarantine.take(path, clock.instant()),
    keep,
    // What another device's change is merged against, should both be made at once.
    changing: keep,
    raise: (kind) => notices.raise({ kind, file: settingsName, day: null, restored: false }),
  })
  return {
    get value() {
      return document.value
    },
    save: (next) => document.save(next),
    change: (step) => document.change(step),
    async lookAgain() {
      const before = document.value
      await document.lookAgain()
      await putAwaySettingsCopies(journal, document)
      return !isDeepStrictEqual(before, document.value)
    },
    idle: () => document.idle(),
  }
}
