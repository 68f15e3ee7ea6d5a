/** Writes entries as Markdown files. One that fails never stops the rest; a folder that fails stops at once, and says so once. */
import type { ExportStop, ExportSummary } from '#shared/contract/responses'
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { entryMarkdownParts } from '#shared/document/entryMarkdown'
import type { CaptureDay } from '#shared/domain/capture'
import type { Day } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry'
import { entryRow } from '#shared/domain/entryRow'
import { createExportNames } from '#shared/domain/exportName'
import { Failure, type FailureCode } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import { createBreaths } from './breaths'
import type { EntryStore, StoreNotice } from './ports/entryStore'
import type { ExportFolder } from './ports/exportFolder'

export interface Period {
  readonly from: Day | null
  readonly to: Day | null
}

export interface ExportSource extends Pick<EntryStore, 'all' | 'onNotice'> {
  captures(): AsyncIterable<CaptureDay>
}
export type Exported = Omit<ExportSummary, 'folder'>

/** No other entry would fare better. */
const ofTheFolder: ReadonlySet<FailureCode> = new Set(['disk-full', 'read-only', 'folder-missing'])
/** A disk that fails so often in a row is taken for gone; one bad spot is not. */
const diskErrorsInARow = 3

/** Never throws: what went wrong is in the summary. A file that is there with other content stays as it is. */
export async function exportEntries(
  source: ExportSource,
  period: Period,
  openFolder: () => Promise<ExportFolder>,
): Promise<Exported> {
  const failed: Exported['failed'][number][] = []
  let [written, unchanged] = [0, 0]
  const ended = (stopped: ExportStop | null): Exported => ({ written, unchanged, failed, stopped })
  const unfollow = source.onNotice((notice) => {
    if (concernsEntry(notice) && (notice.day === null || within(notice.day, period)))
      failed.push({ day: notice.day, name: notice.file, code: notice.kind === 'newer' ? 'newer-schema' : 'unreadable' })
  })
  try {
    const folder = await openFolder().catch(codeOf)
    if (typeof folder === 'string') return ended({ at: 'target', code: folder })
    const nameOf = createExportNames()
    const breathe = createBreaths()
    let diskErrors = 0
    for await (const { day, name, revision, text } of filesOf(source, period, nameOf, breathe)) {
      try {
        const outcome = await writeBeside(folder, name, revision, text)
        if (outcome === 'written') written += 1
        else unchanged += 1
        diskErrors = 0
      } catch (error) {
        const code = codeOf(error)
        diskErrors = code === 'disk-error' ? diskErrors + 1 : 0
        if (ofTheFolder.has(code) || diskErrors === diskErrorsInARow) return ended({ at: 'target', code })
        failed.push({ day, name, code })
      }
      await breathe()
    }
    return ended(null)
  } catch (error) {
    return ended({ at: 'journal', code: codeOf(error) })
  } finally {
    unfollow()
  }
}

interface ExportedFile {
  readonly day: Day
  readonly name: string
  readonly revision: number
  readonly text: string
}

/** A file for each entry, then one for each day's captures. */
async function* filesOf(
  source: ExportSource,
  period: Period,
  nameOf: ReturnType<typeof createExportNames>,
  breathe: () => Promise<void>,
): AsyncGenerator<ExportedFile> {
  for await (const entry of source.all()) {
    if (!within(entry.day, period)) continue
    const { day, revision } = entry
    yield { day, revision, name: nameOf(entryRow(entry)), text: await markdownOf(entry, breathe) }
  }
  for await (const captures of source.captures()) {
    const { day, revision } = captures
    const text = within(day, period) ? captureMarkdown(captures, messages.capturing.kinds) : null
    // No entry's name ends like this: they end with a part of their id.
    if (text !== null) yield { day, revision, name: `${day}-captures.md`, text }
  }
}

export async function markdownOf(entry: Entry, breathe = createBreaths()): Promise<string> {
  const parts: string[] = []
  for (const part of entryMarkdownParts(entry)) {
    parts.push(part)
    await breathe()
  }
  return parts.join('')
}

/** Other content under its name: the entry's present revision goes beside it under a name of its own. */
async function writeBeside(folder: ExportFolder, name: string, revision: number, text: string) {
  for (const candidate of [name, name.replace(/\.md$/, `-r${revision}.md`)]) {
    const outcome = await folder.writeNew(candidate, text)
    if (outcome !== 'exists') return outcome
  }
  throw new Failure('conflict', 'both names are taken by other content')
}

/** Of an entry or of a day's captures. A file whose last good copy was read instead is not missing from the export. */
function concernsEntry({ kind, file, restored }: StoreNotice): boolean {
  return !restored && kind !== 'duplicate' && /^(?:entries|captures)\//.test(file)
}

function within(day: Day, { from, to }: Period): boolean {
  return (from === null || day >= from) && (to === null || day <= to)
}

function codeOf(error: unknown): FailureCode {
  return error instanceof Failure ? error.code : 'unexpected'
}
