/** What lies at the top of a journal, and of what a lock sealed: the marker, the settings, and whatever has no business there. */
import type { Finding } from '#shared/domain/health/finding'
import { keyFileName, sealedName, unfinishedName } from '../encryption/files/encryptedLayout'
import { markerFormat } from '../format/markerFormat'
import { folderNames, markerName, settingsName } from '../layout/journalFolder'
import { isSettingsCopyName } from '../settings/settingsCopies'
import { settingsFormat } from '../settings/settingsFormat'
import { isSecondKeyFile } from './keyFindings'
import { finding, isUsualLitter, type Look, troubleOf } from './look'

/** The key file was read before any other; the mark is there while a lock is turned on. */
const ofLock: ReadonlySet<string> = new Set([keyFileName, unfinishedName])

/** `home` is the journal's folder as it lies: key files are sealed by none. */
export async function* rootFindings(look: Look, home = look.folder): AsyncGenerator<Finding> {
  const folders = new Set([...look.folder.wordFolders, folderNames.locks, folderNames.keys, sealedName])
  for (const { name, kind } of await look.folder.list()) {
    const path = look.folder.path(name)
    if (isUsualLitter(name) || (kind === 'folder' && folders.has(name))) continue
    if (kind === 'file' && (ofLock.has(name) || (await isSecondKeyFile(home, path)))) continue
    if (kind === 'file' && (name === markerName || name === settingsName)) {
      const trouble = await (name === markerName
        ? troubleOf(look, path, markerFormat)
        : troubleOf(look, path, settingsFormat))
      if (trouble) yield finding(look, trouble, path)
    } else if (kind === 'file' && isSettingsCopyName(name)) {
      const trouble = await troubleOf(look, path, settingsFormat)
      yield finding(look, trouble === undefined ? 'copy' : trouble === 'newer' ? trouble : 'foreign', path)
    } else yield finding(look, 'foreign', path)
  }
}
