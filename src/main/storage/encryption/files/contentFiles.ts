/** All files of a journal that hold what a person wrote, by their names within it. Links are not followed. */

import { errorCode } from '../../../disk/files'
import { isTemporaryName } from '../../../disk/temporaryName'
import { isSettingsName, type JournalFolder } from '../../layout/journalFolder'

export interface ContentFiles {
  readonly files: readonly (readonly string[])[]
  /** Deepest first. */
  readonly folders: readonly (readonly string[])[]
  /** Begun and never finished: no words, or half of them. */
  readonly temporaries: readonly (readonly string[])[]
}

/** Whether a journal has files at such a path. */
export function isContentPlace({ wordFolders }: JournalFolder, names: readonly string[]): boolean {
  const [top = ''] = names
  return names.length > 1 ? wordFolders.includes(top) : isSettingsName(top)
}

export async function contentFiles(folder: JournalFolder): Promise<ContentFiles> {
  const found = { files: [] as string[][], folders: [] as string[][], temporaries: [] as string[][] }
  for (const { name, kind } of await folder.list()) {
    if (kind !== 'file') continue
    if (isSettingsName(name)) found.files.push([name])
    else if (isTemporaryName(name)) found.temporaries.push([name])
  }
  for (const name of folder.wordFolders) await walk(folder, [name], found)
  return found
}

async function walk(folder: JournalFolder, names: string[], found: { [K in keyof ContentFiles]: string[][] }) {
  const { disk } = folder
  // Whatever else goes wrong is thrown: a folder that was passed over would be one that is taken away unread.
  const info = await disk.files.info(folder.path(...names)).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
    return null
  })
  if (info?.kind !== 'folder') return
  for (const { name, kind } of await folder.list(...names)) {
    const inside = [...names, name]
    if (kind === 'folder') await walk(folder, inside, found)
    else if (kind === 'file') (isTemporaryName(name) ? found.temporaries : found.files).push(inside)
  }
  found.folders.push(names)
}
