/** `--find`: what a search finds, without window, display or process lock, also while the app is open. */
import { isCaptureRow } from '#shared/domain/capture/captureRow'
import { isEntryRow } from '#shared/domain/entry/entryRow'
import type { RecordRow } from '#shared/domain/record'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { queryTerms } from '#shared/domain/search/query/queryTerms'
import { hitOf, matching, type PreparedRecord, prepareForSearch } from '#shared/domain/search/search'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { namesOf } from '#shared/facts/namesOf'
import { firstWeekday } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { printRecords, type ReadNeeds } from './readRecords'
import type { CommandResult } from './result'
import { systemLocale } from './systemLocale'

export interface FindNeeds extends ReadNeeds {
  readonly query: string
  readonly isJson: boolean
}

export function runFind({ query: typed, isJson, ...needs }: FindNeeds): Promise<CommandResult> {
  return printRecords(needs, (records, { journal: { settings } }) => {
    const { locale, today } = systemLocale(settings.dayEnds)
    const query = parseQuery(typed, { today, weekStart: settings.weekStart ?? firstWeekday(locale) }, false)
    const [mistake] = query.mistakes
    if (mistake) return messages.searching.reason(mistake)
    // In the order given, which is the newest first; the window puts titles first.
    const found = matching({ records: records.map(prepareForSearch), query }).records
    if (isJson) return { text: JSON.stringify(found.map(inJson), null, 2) }
    const terms = queryTerms(query)
    return { text: found.map((record) => lineOf(record, hitOf(record, terms).snippets[0]?.parts)).join('\n') }
  })
}

/** What other programs read; the words are the person's own, without the questions. */
function inJson({ row, sections, facts }: PreparedRecord): object {
  const { kind, id, day, title } = row
  const texts = sections.map(({ text }) => text.trim()).filter((text) => text !== '')
  return {
    ...{ kind, id, day, title },
    template: isEntryRow(row) ? row.template : null,
    text: texts.join('\n\n'),
    tags: namesOf(facts, 'tag'),
    people: namesOf(facts, 'person'),
    projects: namesOf(facts, 'project'),
  }
}

function lineOf({ row }: PreparedRecord, parts: readonly { readonly text: string }[] = []): string {
  const head = row.title.trim() === '' ? whatItIs(row) : row.title
  const words = parts.map(({ text }) => text).join('') || row.firstWords
  return [row.day, head, words.split(/\s+/).join(' ').trim()].filter((part) => part !== '').join('  ')
}

/** The template of a page without a title, and the kind of a capture. */
function whatItIs(row: RecordRow): string {
  if (isEntryRow(row)) return findTemplate(row.template)?.name ?? row.template
  return isCaptureRow(row) ? messages.capturing.kinds[row.captureKind] : ''
}
