/** The places of an entry that a search shows: short stretches of its answers and questions, with the words marked. */

import { type Encoding, packed, plain } from '../text/encoding'
import { normalizeWithMap, type TextRange } from '../text/normalize'
import { endOfTerm, indexOfTerm, packedTerm, type Term } from './query/searchTerms'

/** As much of a section as a search looks at. */
export interface SearchedSection {
  readonly question: string | null
  readonly text: string
}

export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

export interface Snippet {
  /** Where the page opens: the section's place in the entry. */
  readonly section: number
  readonly field: 'question' | 'answer'
  /** The stretch shown, in the original text of that field. */
  readonly range: TextRange
  /** The words in it, in the original text, in order and apart from each other. */
  readonly marks: readonly TextRange[]
  /** The same for the screen: white space drawn together, an ellipsis where the text goes on. */
  readonly parts: readonly MarkedPart[]
}

/** UTF-16 units that a snippet shows, and how many of them before its first word. */
const shown = 140
const lead = 40
/** How far the hits of one snippet may reach. */
const reach = shown - lead

/**
 * The best two stretches: those with most words of the query, the second for the words that the first lacks. Then answers
 * before questions, more hits before fewer, earlier before later. Questions that stayed unanswered are not looked at.
 */
export function snippetsOf(sections: readonly SearchedSection[], terms: readonly Term[]): readonly Snippet[] {
  const places = sections.flatMap((section, at) => placesOf(section, at, terms))
  const first = best(places, new Set())
  if (first === undefined) return []
  const shownFirst = snippetOf(first)
  const apart = places.flatMap((place) => (place === first.place ? besides(place, shownFirst.range) : [place]))
  const second = best(apart, new Set(first.hits.map(({ term }) => term)))
  return second === undefined ? [shownFirst] : [shownFirst, snippetOf(second)]
}

/** A whole text with the query's words marked, for a title. */
export function markedParts(text: string, terms: readonly Term[]): readonly MarkedPart[] {
  return partsOf(text, { start: 0, end: text.length }, merged(hitsIn(text, terms)))
}

/** How many places of a packed text have words of the query; those that run into each other are one. */
export function countPlaces(normalized: string, terms: readonly Term[]): number {
  return merged(placesIn(normalized, terms.map(packedTerm), packed)).length
}

/** A question counts only with its answer: unanswered it is not part of what was written. */
export function isSearched({ question, text }: SearchedSection): boolean {
  return question !== null && text.trim() !== ''
}

interface Hit extends TextRange {
  readonly term: Term
}

/** A text, or what is left of it beside a snippet, with all its hits in order. */
interface Place {
  readonly section: number
  readonly field: 'question' | 'answer'
  readonly text: string
  readonly bounds: TextRange
  readonly hits: readonly Hit[]
}

/** Hits of one place that fit into one snippet. */
interface Stretch {
  readonly place: Place
  readonly hits: readonly Hit[]
}

function placesOf(section: SearchedSection, at: number, terms: readonly Term[]): readonly Place[] {
  const place = (field: Place['field'], text: string): Place => ({
    section: at,
    field,
    text,
    bounds: { start: 0, end: text.length },
    hits: hitsIn(text, terms),
  })
  const question = isSearched(section) ? section.question : null
  return [place('answer', section.text), ...(question === null ? [] : [place('question', question)])]
}

/** The place without a range that is already shown. */
function besides(place: Place, { start, end }: TextRange): readonly Place[] {
  return [
    { ...place, bounds: { start: 0, end: start }, hits: place.hits.filter((hit) => hit.end <= start) },
    { ...place, bounds: { start: end, end: place.text.length }, hits: place.hits.filter((hit) => hit.start >= end) },
  ]
}

function hitsIn(text: string, terms: readonly Term[]): readonly Hit[] {
  const normalized = normalizeWithMap(text)
  const hits = placesIn(normalized.text, terms)
  // Of thousands for a keystroke, spreading each is half of the cost.
  return hits.map((hit) => {
    const { start, end } = normalized.originalRange(hit.start, hit.end)
    return { start, end, term: hit.term }
  })
}

/** In order. */
function placesIn(normalized: string, terms: readonly Term[], encoding: Encoding = plain): readonly Hit[] {
  const hits: Hit[] = []
  for (const term of terms) {
    for (let start = indexOfTerm(normalized, term, 0, encoding); start !== -1; ) {
      const end = endOfTerm(normalized, term, start, encoding)
      hits.push({ start, end, term })
      start = indexOfTerm(normalized, term, end, encoding)
    }
  }
  return hits.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The first of those stretches than which none is better. Each begins with a hit and takes what fits after it. */
function best(places: readonly Place[], seen: ReadonlySet<Term>): Stretch | undefined {
  let winner: { place: Place; from: number; to: number; score: number } | undefined
  for (const place of places) {
    const { hits, field } = place
    const counts = new Map<Term, number>()
    let fresh = 0
    let to = 0
    for (const [from, first] of hits.entries()) {
      for (let next = hits[to]; next && (to === from || next.end <= first.start + reach); next = hits[to]) {
        if (!counts.has(next.term) && !seen.has(next.term)) fresh += 1
        counts.set(next.term, (counts.get(next.term) ?? 0) + 1)
        to += 1
      }
      // Each rank outweighs all below it: a query of 500 characters has at most 250 words, a stretch at most 100 hits a word.
      const score = ((fresh * 1000 + counts.size) * 2 + (field === 'answer' ? 1 : 0)) * 100_000 + (to - from)
      if (winner === undefined || score > winner.score) winner = { place, from, to, score }
      const left = (counts.get(first.term) ?? 0) - 1
      if (left > 0) counts.set(first.term, left)
      else {
        counts.delete(first.term)
        if (!seen.has(first.term)) fresh -= 1
      }
    }
  }
  return winner && { place: winner.place, hits: winner.place.hits.slice(winner.from, winner.to) }
}

function snippetOf({ place, hits }: Stretch): Snippet {
  const { section, field, text, bounds } = place
  const marks = merged(hits)
  const range = rangeAround(text, marks, bounds)
  // Also the hits that happen to stand in what is shown around the chosen ones.
  const within = merged(place.hits.filter((hit) => hit.start >= range.start && hit.end <= range.end))
  return { section, field, range, marks: within, parts: partsOf(text, range, within) }
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const apart: TextRange[] = []
  for (const { start, end } of ranges) {
    const last = apart.at(-1)
    if (last !== undefined && start < last.end) apart.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) })
    else apart.push({ start, end })
  }
  return apart
}

/** The marks and what stands around them, in whole words where the text has spaces. */
function rangeAround(text: string, marks: readonly TextRange[], bounds: TextRange): TextRange {
  const from = marks[0]?.start ?? bounds.start
  const to = marks.at(-1)?.end ?? bounds.start
  const wanted = Math.max(bounds.start, from - lead)
  return trimmed(text, {
    start: wordStart(text, wanted, from),
    end: wordEnd(text, Math.min(bounds.end, Math.max(to, wanted + shown)), to),
  })
}

/** The first beginning of a word from `wanted` on, else of a character; at most `latest`. */
function wordStart(text: string, wanted: number, latest: number): number {
  if (wanted === 0) return 0
  const space = text.slice(wanted - 1, latest).search(/\s/)
  if (space !== -1) return wanted + space
  let at = wanted
  while (at < latest && isWithinCharacter(text, at)) at += 1
  return at
}

/** The last end of a word up to `wanted`, else of a character; at least `earliest`. */
function wordEnd(text: string, wanted: number, earliest: number): number {
  if (wanted === text.length) return wanted
  for (let at = wanted; at >= earliest; at -= 1) if (/\s/.test(text.charAt(at))) return at
  let at = wanted
  while (at > earliest && isWithinCharacter(text, at)) at -= 1
  return at
}

/** Between the halves of a surrogate pair, before a mark, or next to a joiner. */
function isWithinCharacter(text: string, at: number): boolean {
  return /^[\udc00-\udfff\p{M}\u200d]/u.test(text.slice(at, at + 2)) || text.charAt(at - 1) === '\u200d'
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const stretch = text.slice(start, end)
  return { start: end - stretch.trimStart().length, end: start + stretch.trimEnd().length }
}

function partsOf(text: string, range: TextRange, marks: readonly TextRange[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  const add = (start: number, end: number, marked: boolean) => {
    if (start < end) parts.push({ text: text.slice(start, end).replace(/\s+/g, ' '), marked })
  }
  if (text.slice(0, range.start).trim() !== '') parts.push({ text: '…', marked: false })
  let at = range.start
  for (const mark of marks) {
    add(at, mark.start, false)
    add(mark.start, mark.end, true)
    at = mark.end
  }
  add(at, range.end, false)
  if (text.slice(range.end).trim() !== '') parts.push({ text: '…', marked: false })
  return parts
}
