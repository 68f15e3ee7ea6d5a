/** Exports on threads, from the script that was built for them. */
import { join } from 'node:path'
import type { Entry } from '#shared/domain/entry/entry'
import { presentExportFolder } from '../exports/exportFolder'
import { openExportThreads, type ThreadText } from '../exports/openExportThreads'
import { everything } from '../services/exports/exportEntries'
import type { ExportDesk } from '../services/ports/exportDesk'
import { log } from '../system/log'

const threads = () =>
  openExportThreads({ script: join(__dirname, 'exports.cjs'), failed: (error) => log('export', error) })

/** `folder` is where the export goes, `journal` where none may go. */
export function openExportDesk(folder: string, journal: string): ExportDesk<ThreadText> {
  const { renderer, folder: opened, close } = threads()
  return { renderer, openFolder: async () => opened(await presentExportFolder(folder, { journal })), close }
}

export async function markdownOf(entry: Entry): Promise<string> {
  const { renderer, read, close } = threads()
  try {
    const { text } = await renderer.record('entry', entry, everything)
    return text === null ? '' : await read(text)
  } finally {
    await close()
  }
}
