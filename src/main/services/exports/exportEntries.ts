/** Writes entries as Markdown files. One that fails never stops the rest; a folder that fails stops at once, and says so once. */
import type { ExportStop, ExportSummary } from '#shared/contract/exports'
import type { Notice } from '#shared/contract/health'
import type { Day } from '#shared/domain/day'
import { createExportNames, exportedThing } from '#shared/domain/export/exportName'
import { Failure, type FailureCode } from '#shared/domain/failure'
import { mapConcurrent } from '../../async/mapConcurrent'
import type { ExportDesk } from '../ports/exportDesk'
import type { ExportFolder } from '../ports/exportFolder'
import type { ExportSource } from '../ports/exportSource'
import type { MarkdownRenderer, Period } from '../ports/markdownRenderer'

export type Exported = Omit<ExportSummary, 'folder'>

interface MutableSummary extends Exported {
  written: number
  unchanged: number
  copies: number
  earlier: number
  readonly failed: Exported['failed'][number][]
  stopped: ExportStop | null
}

export interface ExportNeeds<Text> {
  readonly source: ExportSource
  readonly period: Period
  openDesk(): ExportDesk<Text>
}

export const everything: Period = { from: null, to: null }

/** So that each thread has another in hand when it is done with one. */
const writesAtOnce = 8
/** Of a page or an answer that a newer version of the app wrote. */
const ofNewer: ReadonlySet<Notice['kind']> = new Set(['newer', 'waits'])
/** No other entry would fare better. */
const ofTheFolder: ReadonlySet<FailureCode> = new Set(['disk-full', 'read-only', 'folder-missing'])
/** A disk that fails so often in a row is taken for gone; one bad spot is not. */
const diskErrorsInARow = 3

/** Never throws: what went wrong is in the summary. A file that is there with other content stays as it is. */
export async function exportEntries<Text>({ source, period, openDesk }: ExportNeeds<Text>): Promise<Exported> {
  const summary: MutableSummary = { written: 0, unchanged: 0, copies: 0, earlier: 0, failed: [], stopped: null }
  const stop = (at: ExportStop['at'], code: FailureCode) => {
    summary.stopped ??= { at, code }
  }
  const unfollow = source.onNotice((notice) => {
    const { kind, file, day } = notice
    if (day !== null && !within(day, period)) return
    if (kind === 'copy') summary.copies += 1
    else if (isMissing(notice)) summary.failed.push({ day, name: file, code: codeFor(kind) })
  })
  const desk = openDesk()
  /** Ends without a throw, so that what is being written by then still counts. */
  async function* files(): AsyncGenerator<ExportedFile<Text>> {
    try {
      for await (const file of filesOf(source, period, desk.renderer)) {
        if (summary.stopped !== null) return
        yield file
      }
    } catch (error) {
      stop('journal', codeOf(error))
    }
  }
  try {
    const folder = await desk.openFolder().catch(codeOf)
    if (typeof folder === 'string') {
      stop('target', folder)
      return summary
    }
    let diskErrors = 0
    const present = new Set<string>()
    const write = async (file: ExportedFile<Text>) => ({
      file,
      outcome: await writeBeside(folder, file, present).catch(codeOf),
    })
    for await (const { file, outcome } of mapConcurrent(files(), writesAtOnce, write)) {
      diskErrors = outcome === 'disk-error' ? diskErrors + 1 : 0
      if (outcome === 'written' || outcome === 'unchanged') summary[outcome] += 1
      else if (ofTheFolder.has(outcome) || diskErrors === diskErrorsInARow) stop('target', outcome)
      else if (summary.stopped === null) summary.failed.push({ day: file.day, name: file.name, code: outcome })
    }
    await folder.sync().catch((error: unknown) => {
      stop('target', codeOf(error))
      summary.written = 0
    })
    // A folder that can't be listed took the files all the same.
    summary.earlier = earlierFiles(await folder.names().catch(() => []), present)
    return summary
  } finally {
    unfollow()
    await desk.close()
  }
}

interface ExportedFile<Text> {
  readonly day: Day
  readonly name: string
  readonly revision: number
  readonly text: Text
}

/** A file for each record, then one for each day's log. */
async function* filesOf<Text>(
  source: ExportSource,
  period: Period,
  renderer: MarkdownRenderer<Text>,
): AsyncGenerator<ExportedFile<Text>> {
  const nameOf = createExportNames()
  for await (const { row, text } of source.rendered(renderer, period)) {
    if (text !== null) yield { day: row.day, revision: row.revision, name: nameOf(row), text }
  }
  for await (const { kind, name, log } of source.logs()) {
    const { day, revision } = log
    const text = within(day, period) ? await renderer.log(kind, log) : null
    // No record's name ends like this: they end with a part of their id.
    if (text !== null) yield { day, revision, name: `${day}-${name}.md`, text }
  }
}

/**
 * Other content under its name: the entry's present revision goes beside it under a name of its own. `present` gets the name that holds it.
 */
async function writeBeside<Text>(
  folder: ExportFolder<Text>,
  { name, revision, text }: ExportedFile<Text>,
  present: Set<string>,
) {
  for (const candidate of [name, name.replace(/\.md$/, `-r${revision}.md`)]) {
    const outcome = await folder.writeNew(candidate, text)
    if (outcome === 'exists') continue
    present.add(candidate)
    return outcome
  }
  throw new Failure('conflict', 'both names are taken by other content')
}

/** How many files of the same entries and captures lie beside those that hold their present words. Some disks give names in NFD. */
function earlierFiles(names: readonly string[], present: ReadonlySet<string>): number {
  const things = new Set([...present].map(exportedThing))
  return names
    .map((name) => name.normalize('NFC'))
    .filter((name) => !present.has(name) && exportedThing(name) !== null && things.has(exportedThing(name))).length
}

function codeFor(kind: Notice['kind']): FailureCode {
  if (ofNewer.has(kind)) return 'newer-schema'
  return kind === 'elsewhere' || kind === 'being-written' ? kind : 'unreadable'
}

/** Of a record. A file whose last good copy was read instead is not missing from the export. */
function isMissing({ kind, recordKind, restored }: Notice): boolean {
  return !restored && kind !== 'duplicate' && recordKind !== undefined
}

function within(day: Day, { from, to }: Period): boolean {
  return (from === null || day >= from) && (to === null || day <= to)
}

function codeOf(error: unknown): FailureCode {
  return error instanceof Failure ? error.code : 'unexpected'
}
