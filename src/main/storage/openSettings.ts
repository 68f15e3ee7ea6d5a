/** The journal's settings. Another device's change that we would replace is kept in `versions/settings/`. */
import { defaultSettings, type Settings } from '#shared/domain/settings'
import { createDurably } from '../disk/createDurably'
import { DocumentRepository } from './documentRepository'
import { encoded } from './format'
import type { Journal } from './journal'
import { folderNames, settingsName } from './journalFolder'
import { keptSettingsPath } from './settingsCopies'
import { settingsFormat } from './settingsFormat'

export function openSettings({
  folder,
  lock,
  clock,
  notices,
  quarantine,
}: Journal): Promise<DocumentRepository<Settings>> {
  const path = folder.path(settingsName)
  return DocumentRepository.open({
    disk: folder.disk,
    path,
    format: settingsFormat,
    defaults: defaultSettings,
    prepare: async () => {
      await lock.hold()
      await folder.present()
    },
    setAside: () => quarantine.take(path, clock.instant()),
    keep: (found) =>
      folder.inside([folderNames.versions, 'settings'], () =>
        createDurably(
          folder.disk,
          keptSettingsPath(folder, clock.instant()),
          encoded(settingsFormat, found),
          folder.path(folderNames.versions),
        ),
      ),
    tell: (kind) => notices.tell({ kind, file: settingsName, day: null, restored: false }),
  })
}
