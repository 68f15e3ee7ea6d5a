/** An export without its threads, which change nothing of a text. */

import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { exportFolder, presentExportFolder } from '../../src/main/exports/exportFolder'
import { type Asked, renderRecord } from '../../src/main/exports/renderRecord'
import type { ExportDesk } from '../../src/main/services/ports/exportDesk'
import type { ExportFolder } from '../../src/main/services/ports/exportFolder'
import type { MarkdownRenderer, RenderedRecord } from '../../src/main/services/ports/markdownRenderer'

const rendered = async (asked: Asked): Promise<RenderedRecord<string>> => {
  const { row, text } = await renderRecord(asked, nodeFiles)
  if (row === null) throw new Error('a record without its row')
  return { row, text }
}

export const renderedHere: MarkdownRenderer<string> = {
  file: (of, from, period) => rendered({ kind: 'file', of, from, period }),
  record: (of, record, period) => rendered({ kind: 'record', of, record, period }),
  log: async (of, log) => (await renderRecord({ kind: 'log', of, log }, nodeFiles)).text,
}

export function deskWith(openFolder: () => Promise<ExportFolder<string>>): ExportDesk<string> {
  return { renderer: renderedHere, openFolder, close: async () => undefined }
}

export function deskHere(folder: string, journal: string): ExportDesk<string> {
  return deskWith(async () => exportFolder(await presentExportFolder(folder, { journal })))
}
