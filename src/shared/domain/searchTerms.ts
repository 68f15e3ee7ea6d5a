/** The words of a query, and where each stands in a folded text. */
import { fold } from './fold'

export interface Term {
  /** Folded. */
  readonly text: string
  /** Matches where a word begins with it; otherwise only the whole word. */
  readonly prefix: boolean
}

/**
 * The words of a query, each once: the last one is still being typed and matches as a prefix, also after a space, so that hits
 * do not come and go. A word is what stands between spaces, without the punctuation around it; what is inside stays, so that
 * "e-mail", "don't" and "2026-03-10" are found as they were written.
 */
export function parseQuery(query: string): readonly Term[] {
  const words = fold(query)
    .split(/\s+/)
    .map((word) => word.replace(aroundWord, ''))
    .filter((word) => hasSubstance.test(word))
  const terms = words.map((text, at): Term => ({ text, prefix: at === words.length - 1 }))
  return terms.filter(
    (term, at) => terms.findIndex(({ text, prefix }) => text === term.text && prefix === term.prefix) === at,
  )
}

/** Where the term stands first, not before `from`; -1 when nowhere. */
export function indexOfTerm(folded: string, { text, prefix }: Term, from = 0): number {
  for (let at = folded.indexOf(text, from); at !== -1; at = folded.indexOf(text, at + 1)) {
    if (isBoundary(folded, at) && (prefix || isBoundary(folded, at + text.length))) return at
  }
  return -1
}

/** Also a lone half of a character, which would match half of another. "C++", "#tag" and "50%" keep their signs. */
const aroundWord = /^[^\p{L}\p{N}\p{M}\p{Sc}\p{Sm}\p{So}#@%&]+|[^\p{L}\p{N}\p{M}\p{Sc}\p{Sm}\p{So}#@%&]+$/gu
const hasSubstance = /[\p{L}\p{N}\p{M}\p{Sc}\p{So}]/u

/** True where a word may begin or end: not between two letters of a script that puts spaces between its words. */
function isBoundary(folded: string, at: number): boolean {
  return !(isOfWordBefore(folded, at) && isOfWordAt(folded, at))
}

function isOfWordBefore(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at - 1)
  const isLowHalf = unit >= 0xdc00 && unit <= 0xdfff
  return isOfWordAt(folded, isLowHalf ? at - 2 : at - 1)
}

function isOfWordAt(folded: string, at: number): boolean {
  const code = folded.codePointAt(at)
  if (code === undefined) return false
  // Folded ASCII: a to z and 0 to 9.
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  const letter = String.fromCodePoint(code)
  return wordLetter.test(letter) && !unspacedLetter.test(letter)
}

const wordLetter = /[\p{L}\p{N}\p{M}]/u

/** Scripts that write words without spaces, or add endings to them (Korean): there a word is found anywhere. */
const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー々〆]/u
