/** Finds entries by the words in their titles, questions and answers. */
import type { Entry } from './entry'
import { compareRows, type EntryRow, entryRow } from './entryRow'
import { fold } from './fold'
import { type ListFilter, matchesFilter, noFilter } from './listFilter'
import { indexOfTerm, parseQuery, type Term } from './searchTerms'
import { isSearched, type SearchedSection, type Snippet, snippetsOf } from './snippet'
import { gramsOf, mayHold, signatureOf, type TextSignature } from './textSignature'

/** An entry made ready once for all searches. Replace it when the entry was saved. */
export interface SearchRecord {
  readonly row: EntryRow
  /** Title, answers, then the questions that were answered, a line each; folded, so that a query is one scan. */
  readonly folded: string
  readonly titleEnd: number
  readonly answersEnd: number
  /** Of title and answers. */
  readonly signature: TextSignature
  /** In the order of the entry, with the words as they were written. */
  readonly sections: readonly SearchedSection[]
}

export interface EntryHit {
  readonly row: EntryRow
  /** At most two; none when all words stand in the title, or when nothing was searched for. */
  readonly snippets: readonly Snippet[]
}

export interface Search {
  readonly records: Iterable<SearchRecord>
  readonly query: string
  readonly filter?: ListFilter
  /** The most hits to return; the others are only counted. */
  readonly limit: number
}

export function prepareForSearch(entry: Entry): SearchRecord {
  const sections = entry.sections.map(({ question, text }) => ({ question, text }))
  const title = fold(entry.title)
  const answers = sections.map(({ text }) => fold(text)).join('\n')
  const questions = sections
    .filter(isSearched)
    .map(({ question }) => fold(question ?? ''))
    .join('\n')
  return {
    row: entryRow(entry),
    folded: `${title}\n${answers}\n${questions}`,
    titleEnd: title.length,
    answersEnd: title.length + 1 + answers.length,
    signature: signatureOf(`${title}\n${answers}`),
    sections,
  }
}

/**
 * Entries in which every word of the query stands, wherever it stands: those with all words in the title first, then those whose
 * title and answers have them, last those that need the app's own questions for it; each of the three newest first.
 * A query without a word finds all that the filter leaves.
 */
export function findEntries({ records, query, filter = noFilter, limit }: Search): {
  readonly hits: readonly EntryHit[]
  readonly total: number
} {
  const terms = parseQuery(query)
  const sought = terms.map((term): Sought => ({ ...term, grams: gramsOf(term.text) }))
  const found: [SearchRecord[], SearchRecord[], SearchRecord[]] = [[], [], []]
  for (const record of records) {
    if (!matchesFilter(record.row, filter)) continue
    const rank = rankOf(record, sought)
    if (rank !== null) found[rank].push(record)
  }
  const ordered = found.flatMap((equals) => equals.sort((a, b) => compareRows(a.row, b.row)))
  return {
    hits: ordered.slice(0, limit).map(({ row, sections }) => ({ row, snippets: snippetsOf(sections, terms) })),
    total: ordered.length,
  }
}

interface Sought extends Term {
  readonly grams: readonly number[]
}

/** 0 all words are in the title, 1 in title and answers, 2 some only in a question; null one of them is nowhere. */
function rankOf(
  { folded, titleEnd, answersEnd, signature }: SearchRecord,
  sought: readonly Sought[],
): 0 | 1 | 2 | null {
  let rank: 0 | 1 | 2 = 0
  for (const term of sought) {
    const at = indexOfTerm(folded, term, mayHold(signature, term.grams) ? 0 : answersEnd)
    if (at === -1) return null
    if (at > answersEnd) rank = 2
    else if (at > titleEnd && rank === 0) rank = 1
  }
  return rank
}
