/** An export without its threads, which change nothing of a text. */

import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { exportFolder, presentExportFolder } from '../../src/main/exports/exportFolder'
import { type Asked, renderRecord } from '../../src/main/exports/renderRecord'
import type { ExportDesk } from '../../src/main/services/ports/exportDesk'
import type { ExportFolder } from '../../src/main/services/ports/exportFolder'
import type { MarkdownRenderer, RenderedEntry } from '../../src/main/services/ports/markdownRenderer'

const entry = async (asked: Asked): Promise<RenderedEntry<string>> => {
  const { row, text } = await renderRecord(asked, nodeFiles)
  if (row === null) throw new Error('an entry without its row')
  return { row, text }
}

export const renderedHere: MarkdownRenderer<string> = {
  file: (from, period) => entry({ kind: 'file', from, period }),
  entry: (given, period) => entry({ kind: 'entry', entry: given, period }),
  captures: async (day) => (await renderRecord({ kind: 'captures', day }, nodeFiles)).text,
}

export function deskWith(openFolder: () => Promise<ExportFolder<string>>): ExportDesk<string> {
  return { renderer: renderedHere, openFolder, close: async () => undefined }
}

export function deskHere(folder: string, journal: string): ExportDesk<string> {
  return deskWith(async () => exportFolder(await presentExportFolder(folder, { journal })))
}
