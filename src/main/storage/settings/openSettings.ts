/** The journal's settings. Another device's change that we would replace is kept in `versions/settings/`. */
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { createDurably } from '../../disk/createDurably'
import { DocumentFile } from '../format/documentFile'
import { encoded } from '../format/fileFormat'
import { folderNames, settingsName } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { staysDamaged } from '../safekeeping/staysDamaged'
import { keptSettingsPath } from './settingsCopies'
import { settingsFormat } from './settingsFormat'

export function openSettings({
  folder,
  lock,
  clock,
  notices,
  quarantine,
  steadyFor,
}: JournalContext): Promise<DocumentFile<Settings>> {
  const path = folder.path(settingsName)
  return DocumentFile.open({
    disk: folder.disk,
    path,
    format: settingsFormat,
    defaults: defaultSettings,
    prepare: async () => {
      await lock.hold()
      await folder.present()
    },
    staysDamaged: () => staysDamaged(folder.disk, path, steadyFor),
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
