/** Finds records by the words in their titles, questions and answers, and by what else a query asks of them. */

import type { PracticeId } from '../practice/practice'
import type { RecordRow } from '../record'
import { pack } from '../text/encoding'
import { normalize } from '../text/normalize'
import type { Facts } from './facts'
import { type ListFilter, matchesFilter, noFilter } from './listFilter'
import type { Term } from './query/searchTerms'
import { type Asked, type Rank, recordTest } from './recordTest'
import { fieldEnd, type SearchRecord } from './searchRecord'
import { countPlaces, isSearched, type SearchedSection, type Snippet, snippetsOf } from './snippet'

/** What a search has to know of a record, whatever its kind. */
export interface Searchable {
  readonly row: RecordRow
  /** In the order in which they are read, with the words as they were written. */
  readonly sections: readonly DescribedSection[]
  readonly facts: Facts
}

export interface DescribedSection extends SearchedSection {
  readonly practice: PracticeId | null
}

/** Also what only a found record needs, which can as well be read again when it is found. */
export interface PreparedRecord extends SearchRecord {
  readonly sections: readonly SearchedSection[]
}

export interface Hit {
  readonly row: RecordRow
  /** At most two; none when all words stand in the title, or when nothing was searched for. */
  readonly snippets: readonly Snippet[]
  /** All places in the record where the words stand. */
  readonly count: number
}

export interface Search<T extends SearchRecord> {
  /** Newest first: they are not sorted again. */
  readonly records: Iterable<T>
  readonly query: Asked
  readonly filter?: ListFilter
}

export function prepareForSearch({ row, sections, facts }: Searchable): PreparedRecord {
  const title = field(row.title)
  const answers = sections.map(({ text }) => field(text)).join(fieldEnd)
  const questions = sections.map((section) => field(isSearched(section) ? (section.question ?? '') : '')).join(fieldEnd)
  return {
    row,
    normalized: `${title}${fieldEnd}${answers}${fieldEnd}${questions}`,
    titleEnd: title.length,
    answersEnd: title.length + 1 + answers.length,
    practices: sections.map(({ practice, text }) => (text.trim() === '' ? null : practice)),
    facts,
    sections,
  }
}

/** A sign that ends fields is no letter of one. */
function field(text: string): string {
  return pack(normalize(text.includes(fieldEnd) ? text.replaceAll(fieldEnd, ' ') : text))
}

/**
 * All records that the query and the filter leave: those with all words in the title first, then those whose title and answers
 * have them, last those that need the app's own questions for it; each of the three in the order given.
 */
export function findRecords<T extends SearchRecord>(search: Search<T>): readonly T[] {
  return ranked(matching(search))
}

/** The same in the order given, with the rank of each beside it. */
export interface Matching<T extends SearchRecord> {
  readonly records: readonly T[]
  readonly ranks: readonly Rank[]
}

export function matching<T extends SearchRecord>({ records, query, filter = noFilter }: Search<T>): Matching<T> {
  const test = recordTest(query)
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  const found: T[] = []
  const ranks: Rank[] = []
  for (const record of records) {
    if (isFiltered && !matchesFilter(record.row, filter)) continue
    const rank = test(record)
    if (rank === 3) continue
    found.push(record)
    ranks.push(rank)
  }
  return { records: found, ranks }
}

export function ranked<T extends SearchRecord>({ records, ranks }: Matching<T>): readonly T[] {
  return ([0, 1, 2] as const).flatMap((rank) => records.filter((_, at) => ranks[at] === rank))
}

type Hittable = Pick<PreparedRecord, 'row' | 'normalized' | 'sections'>

/** What is shown of a found record; asked only of those that are shown. */
export function hitOf({ row, normalized, sections }: Hittable, terms: readonly Term[]): Hit {
  if (terms.length === 0) return { row, snippets: [], count: 0 }
  return { row, snippets: snippetsOf(sections, terms), count: countPlaces(normalized, terms) }
}
