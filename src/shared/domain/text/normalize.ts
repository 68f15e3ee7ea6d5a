/** Normalizes text for the search, so that case, accents and the shapes of characters make no difference. */

import { countWhile } from './countWhile'

/** A normalized text that knows where each of its parts stood in the original. */
export interface NormalizedText {
  readonly text: string
  /** The original's range behind a range of the normalized text; a range that ends inside a character takes the whole character. */
  originalRange(start: number, end: number): TextRange
}

/** UTF-16 offsets, the end not included. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * Everything that does not simply lower its case: each character outside ASCII with its marks, and the parts of a Hangul syllable,
 * which only together make one character. Marks after an ASCII letter are dropped by themselves. U+FF9E and U+FF9F are the marks
 * of half-width kana.
 */
const special = /[\u1100-\u115f]+[\u1160-\u11ff]*|[\uac00-\ud7a3][\u1160-\u11ff]+|\P{ASCII}[\p{M}\uff9e\uff9f]*/gu

/**
 * Marks that a reader may leave out: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs. Others (the vowel
 * signs of India, the voicing of kana) make a different letter and stay.
 */
const droppedMarks = classOf([
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
])

/** Soft hyphens, joiners, directions, variation selectors, the Arabic stretching line: nothing a reader could type or miss. */
const ignorable = classOf([
  [0x00ad, 0x00ad],
  [0x0640, 0x0640],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
])

function classOf(ranges: readonly (readonly [number, number])[]): RegExp {
  const spelled = ranges.map((range) => range.map((code) => String.fromCharCode(code)).join('-'))
  return new RegExp(`[${spelled.join('')}]`, 'g')
}

/** Letters and signs that no normal form takes apart. */
const respelled: ReadonlyMap<string, string> = new Map([
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ı', 'i'],
  ['ȷ', 'j'],
  ['ĸ', 'k'],
  ['‘', "'"],
  ['’', "'"],
  ['‛', "'"],
  ['ʼ', "'"],
  ['′', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
])

export function normalize(text: string): string {
  return text.replace(special, normalizeCharacter).toLowerCase()
}

export function normalizeWithMap(text: string): NormalizedText {
  const changes: Change[] = []
  let shift = 0
  const normalized = text
    .replace(special, (character, at: number) => {
      const replacement = normalizeCharacter(character)
      if (character.length !== 1 || replacement.length !== 1) {
        const start = at + shift
        changes.push({ start, end: start + replacement.length, originalStart: at, originalEnd: at + character.length })
        shift += replacement.length - character.length
      }
      return replacement
    })
    .toLowerCase()
  return {
    text: normalized,
    originalRange: (start, end) => ({ start: originalStart(changes, start), end: originalEnd(changes, end) }),
  }
}

/** A place where normalizing changed the length; between such places original and normalized text run side by side. */
interface Change {
  readonly start: number
  readonly end: number
  readonly originalStart: number
  readonly originalEnd: number
}

/** Skips what was left out just before: a range begins with something that can be seen. */
function originalStart(changes: readonly Change[], at: number): number {
  const change = changes[countWhile(changes, ({ start }) => start <= at) - 1]
  if (change === undefined) return at
  return at < change.end ? change.originalStart : at - change.end + change.originalEnd
}

/** Takes in what was left out just after: an accent stays with its letter. */
function originalEnd(changes: readonly Change[], at: number): number {
  const change = changes[countWhile(changes, ({ start, end }) => start < at || end === at) - 1]
  if (change === undefined) return at
  return at < change.end ? change.originalEnd : at - change.end + change.originalEnd
}

/** Single units only, so that it can't grow beyond what a language writes. */
const normalizedUnits = new Map<string, string>()

function normalizeCharacter(character: string): string {
  if (character.length > 1) return normalizeAnew(character)
  let normalized = normalizedUnits.get(character)
  if (normalized === undefined) {
    normalized = normalizeAnew(character)
    normalizedUnits.set(character, normalized)
  }
  return normalized
}

/** By way of upper case ß and ẞ come to ss, ς to σ; recomposing keeps what was taken apart but not dropped one character. */
function normalizeAnew(character: string): string {
  return character
    .normalize('NFKD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(droppedMarks, '')
    .replace(ignorable, '')
    .replace(/\P{ASCII}/gu, (letter) => respelled.get(letter) ?? letter)
    .normalize('NFC')
}
