/**
 * Whether a run of `*`, `_` or `~` can open or close a format between two characters (CommonMark, 6.2). Readers differ in what is punctuation
 * and what white space: what we write holds for each of them.
 */

type Kind = 'space' | 'punctuation' | 'letter'
interface Reader {
  /** Of one code point. */
  kindOf(character: string): Kind
  /** Whether `*` and `_` beside a `~` can open and close whatever stands on their other side. */
  readonly tildesLoosen: boolean
}

const asciiPunctuation = /^[!-/:-@[-`{-~]$/
const kind = (isSpace: boolean, isPunctuation: boolean): Kind =>
  isSpace ? 'space' : isPunctuation ? 'punctuation' : 'letter'
const isSpace = (character: string) => /^[\t\n\f\r\p{Zs}]$/u.test(character)

export const readers: readonly Reader[] = [
  // CommonMark 0.31.
  { kindOf: (one) => kind(isSpace(one), /^[\p{P}\p{S}]$/u.test(one)), tildesLoosen: false },
  // CommonMark up to 0.30, where symbols were letters.
  { kindOf: (one) => kind(isSpace(one), /^\p{P}$/u.test(one) || asciiPunctuation.test(one)), tildesLoosen: false },
  // micromark, which sees halves of surrogate pairs and takes them for letters, with and without GFM.
  ...[false, true].map((tildesLoosen) => ({
    kindOf: (one: string) => kind(/^\s$/.test(one), one.length === 1 && /^[\p{P}\p{S}]$/u.test(one)),
    tildesLoosen,
  })),
]

/** What each reader takes a character for. */
export function kindsOf(character: string): string {
  return readers.map(({ kindOf }) => kindOf(character)).join()
}

/** To every reader. */
export function isLetter(character: string): boolean {
  return readers.every(({ kindOf }) => kindOf(character) === 'letter')
}

export interface Roles {
  readonly opens: boolean
  readonly closes: boolean
}

export function rolesOf(sign: string, before: string, after: string, { kindOf, tildesLoosen }: Reader): Roles {
  const [left, right] = [kindOf(before), kindOf(after)]
  const isLoose = (beside: string) => tildesLoosen && sign !== '~' && beside === '~'
  const [opens, closes] = [leansOn(right, left) || isLoose(after), leansOn(left, right) || isLoose(before)]
  if (sign !== '_') return { opens, closes }
  // Underscores are no signs within a word.
  return { opens: opens && (!closes || left !== 'letter'), closes: closes && (!opens || right !== 'letter') }
}

/** Left- or right-flanking: `near` is the character that the format would hold. */
function leansOn(near: Kind, far: Kind): boolean {
  return near === 'letter' || (near === 'punctuation' && far !== 'letter')
}

export function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

export function lastCharacter(text: string): string {
  const pair = text.slice(-2)
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.slice(-1)
}

/** The characters around a stretch of a text; a line's end where the text ends. */
export function neighbours(text: string, start: number, end: number): { before: string; after: string } {
  return {
    before: start === 0 ? '\n' : lastCharacter(text.slice(Math.max(0, start - 2), start)),
    after: end === text.length ? '\n' : firstCharacter(text.slice(end, end + 2)),
  }
}
