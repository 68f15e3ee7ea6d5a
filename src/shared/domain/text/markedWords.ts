/**
 * Words that a sign marks in a text: `#retro` is a tag, `@Dana` a person, `+apollo` a project, and quotes take spaces: `@"Dana Smith"`. One rule for
 * what was caught, what was written and what is searched for.
 */
import { normalize } from './normalize'

export type Sign = '#' | '@' | '+'

export interface Mark {
  readonly sign: Sign
  /** As it is written, without the sign and the quotes. */
  readonly name: string
  /** UTF-16, the end not included; with the sign and the quotes. */
  readonly start: number
  readonly end: number
}

/** UTF-16 units; what is longer is a text and no name. */
export const maxName = 100

/** Letters and digits of any script; what joins them stands between two of them: `a-b`, `v1.2`, the joiners that Persian writes within words. */
const letter = '[\\p{L}\\p{N}_]'
const word = `${letter}(?:[\\p{L}\\p{M}\\p{N}_]|-+(?=${letter})|[.\\u200c\\u200d](?=${letter}))*`
const quotes = '["“”„]'
/** Not within a word, so that an address is no person and `1+1` no project; not behind a backtick, which begins code. */
const marked = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_#@+/&\`])([#@+])(?:(${word})|${quotes}([^"“”„\\p{Cc}]{1,${maxName}})${quotes})`,
  'gu',
)
const wholeWord = new RegExp(`^${word}$`, 'u')
/** Up to the next space: what stands in an address marks nothing. */
const address = /:\/\/\S+|www\.\S+|mailto:\S+/giu

/** In the order in which they stand. */
export function marksIn(text: string): readonly Mark[] {
  // Most texts have none: looking for the signs alone is much faster.
  if (!/[#@+]/.test(text)) return []
  const addresses = [...text.matchAll(address)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
  let nextAddress = 0
  return [...text.matchAll(marked)].flatMap(({ index: start, 0: whole, 1: sign, 2: plain, 3: quoted }) => {
    while ((addresses[nextAddress]?.end ?? Number.POSITIVE_INFINITY) <= start) nextAddress += 1
    const name = (plain ?? quoted ?? '').trim()
    const isInAddress = (addresses[nextAddress]?.start ?? Number.POSITIVE_INFINITY) <= start
    return isInAddress || !isSign(sign) || !isName(name) ? [] : [{ sign, name, start, end: start + whole.length }]
  })
}

/** Without their sign, each spelling once, as they stand in the text. */
export function markedWords(text: string, sign: Sign): string[] {
  return [...new Set(marksIn(text).flatMap((mark) => (mark.sign === sign ? [mark.name] : [])))]
}

/** Whether a sign before it, or before it in quotes, makes it a tag, a person or a project. */
export function canBeMarked(name: string): boolean {
  return isName(name) && !/["“”„\p{Cc}]/u.test(name) && name.trim() === name
}

/** Whether it is marked without quotes. */
export function isPlainName(name: string): boolean {
  return isName(name) && wholeWord.test(name)
}

/** How it is written in a text: in quotes only where it has to be. */
export function asMark(sign: Sign, name: string): string {
  return wholeWord.test(name) ? `${sign}${name}` : `${sign}"${name}"`
}

const keys = new Map<string, string>()
const mostKeys = 20_000

/** The same for all spellings of one name: case, accents and the width of letters and spaces make no difference. */
export function nameKey(name: string): string {
  let key = keys.get(name)
  if (key === undefined) {
    key = normalize(name).trim().replace(/\s+/g, ' ')
    // As many as a large journal has; beyond them each is made anew.
    if (keys.size < mostKeys) keys.set(name, key)
  }
  return key
}

/** Numbers alone are none: `#4521` is an issue, `+1` a count. */
function isName(name: string): boolean {
  return name.length <= maxName && /\p{L}/u.test(name)
}

function isSign(sign: string | undefined): sign is Sign {
  return sign === '#' || sign === '@' || sign === '+'
}
