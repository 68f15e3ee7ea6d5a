/** What lies at the top of a journal: the marker, the settings, and whatever has no business there. */
import type { Finding } from '#shared/domain/finding'
import { folderNames, markerName, settingsName } from '../journalFolder'
import { markerFormat } from '../journalMarker'
import { isSettingsCopyName } from '../settingsCopies'
import { settingsFormat } from '../settingsFormat'
import { finding, isUsualLitter, type Look, troubleOf } from './look'

const folders: ReadonlySet<string> = new Set(Object.values(folderNames))

export async function* rootFindings(look: Look): AsyncGenerator<Finding> {
  for (const { name, kind } of await look.folder.list()) {
    const path = look.folder.path(name)
    if (isUsualLitter(name) || (kind === 'folder' && folders.has(name))) continue
    if (kind === 'file' && (name === markerName || name === settingsName)) {
      const trouble = await (name === markerName
        ? troubleOf(look, path, markerFormat)
        : troubleOf(look, path, settingsFormat))
      if (trouble) yield finding(look, trouble, path)
    } else if (kind === 'file' && isSettingsCopyName(name) && !(await troubleOf(look, path, settingsFormat))) {
      yield finding(look, 'copy', path)
    } else yield finding(look, 'foreign', path)
  }
}
