/** What a search looks for in a text, and where it stands in a normalized one. */

import { type Encoding, pack, plain } from '../../text/encoding'
import { normalize } from '../../text/normalize'
import { withoutEnd } from '../../text/withoutEnd'

export interface Term {
  /** Normalized; several are a phrase: one after another with white space between them. At least one. */
  readonly words: readonly string[]
  /** Matches where a word begins with the last of them; otherwise only the whole word. */
  readonly prefix: boolean
}

/**
 * A typed word or phrase without the punctuation around it; what is inside stays, so that "e-mail", "don't" and "2026-03-10" are
 * found as they were written. A star at its end stands for the rest of the word. Null when nothing is left to look for.
 */
export function termOf(typed: string, isTyping = false): Term | null {
  const isBegun = /[\p{L}\p{N}\p{M}]\*+$/u.test(typed)
  // A control character separates the fields of a searched text: no word reaches across.
  const words = withoutSigns(normalize(typed.replace(/\p{Cc}+/gu, ' '))).split(/\s+/)
  return hasSubstance.test(words.join('')) ? { words, prefix: isTyping || isBegun } : null
}

/** "C++", "#tag" and "50%" keep their signs. */
export function withoutSigns(typed: string): string {
  return withoutEnd(typed.replace(beforeWord, ''), besideWord)
}

/** Where the term stands first, not before `from`; -1 when nowhere. Text and term are spelled alike. */
export function indexOfTerm(normalized: string, term: Term, from = 0, encoding: Encoding = plain): number {
  const { words } = term
  // The longest word of a phrase is the rarest: the others are looked at only around it.
  const rarest = words.reduce((most, word, at) => (word.length > (words[most]?.length ?? 0) ? at : most), 0)
  const word = words[rarest] ?? ''
  for (let at = normalized.indexOf(word, from); at !== -1; at = normalized.indexOf(word, at + 1)) {
    const start = rarest === 0 ? at : startOfTerm(normalized, words, rarest, at, encoding)
    if (
      start >= from &&
      isBoundary(normalized, start, encoding) &&
      endFrom(normalized, term, rarest, at, encoding) !== -1
    )
      return start
  }
  return -1
}

/** Where a term ends that begins at `start`. */
export function endOfTerm(normalized: string, term: Term, start: number, encoding: Encoding = plain): number {
  return endFrom(normalized, term, 0, start, encoding)
}

/** The same term for packed texts. */
export function packedTerm({ words, prefix }: Term): Term {
  return { words: words.map(pack), prefix }
}

/** Where a term begins of which the word `nth` stands at `at`; -1 when those before it do not stand there. */
function startOfTerm(
  normalized: string,
  words: readonly string[],
  nth: number,
  at: number,
  encoding: Encoding,
): number {
  let start = at
  for (let before = nth - 1; before >= 0; before -= 1) {
    const word = words[before] ?? ''
    let end = start
    for (
      let point = encoding.pointBefore(normalized, end);
      isSpace(point);
      point = encoding.pointBefore(normalized, end)
    )
      end -= encoding.sizeOf(point)
    if (end === start || !normalized.startsWith(word, end - word.length)) return -1
    start = end - word.length
  }
  return start
}

/** Where a term ends of which the word `nth` stands at `at`; -1 when the rest of it does not stand there. */
function endFrom(normalized: string, { words, prefix }: Term, nth: number, at: number, encoding: Encoding): number {
  let end = at + (words[nth]?.length ?? 0)
  for (let next = nth + 1; next < words.length; next += 1) {
    const word = words[next] ?? ''
    let begin = end
    for (let point = encoding.pointAt(normalized, begin); isSpace(point); point = encoding.pointAt(normalized, begin))
      begin += encoding.sizeOf(point)
    if (begin === end || !normalized.startsWith(word, begin)) return -1
    end = begin + word.length
  }
  return prefix || isBoundary(normalized, end, encoding) ? end : -1
}

/** Also a lone half of a character, which would match half of another. */
const besideWord = /[^\p{L}\p{N}\p{M}\p{Sc}\p{Sm}\p{So}#@%&]/u
const beforeWord = new RegExp(`^${besideWord.source}+`, 'u')
const hasSubstance = /[\p{L}\p{N}\p{M}\p{Sc}\p{So}]/u

/** What `\s` matches, without an expression for each letter; NaN behind the end is none. */
function isSpace(point: number): boolean {
  if (point < 0x80) return point === 0x20 || (point >= 0x09 && point <= 0x0d)
  return point >= 0xa0 && otherSpaces.test(String.fromCodePoint(point))
}

const otherSpaces = /\s/

/** True where a word may begin or end: not between two letters of a script that puts spaces between its words. */
function isBoundary(normalized: string, at: number, { pointAt, pointBefore }: Encoding): boolean {
  return !(isOfWord(pointBefore(normalized, at)) && isOfWord(pointAt(normalized, at)))
}

function isOfWord(point: number): boolean {
  // Normalized ASCII: a to z and 0 to 9.
  if (point < 0x80) return (point >= 0x61 && point <= 0x7a) || (point >= 0x30 && point <= 0x39)
  if (Number.isNaN(point)) return false
  const letter = String.fromCodePoint(point)
  return wordLetter.test(letter) && !unspacedLetter.test(letter)
}

const wordLetter = /[\p{L}\p{N}\p{M}]/u

/** Scripts that write words without spaces, or add endings to them (Korean): there a word is found anywhere. */
const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー々〆]/u
