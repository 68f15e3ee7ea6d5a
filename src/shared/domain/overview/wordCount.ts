/** How many words a text has: cheap enough for every save, and fair to scripts that put no spaces between their words. */

/**
 * What stands between spaces is a word when it has a letter, a digit or a picture; an em dash parts words too. In scripts that write words without
 * spaces each character is one, without the marks on it.
 */
export function wordCount(text: string): number {
  let words = 0
  let isInWord = false
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at)
    if (kind === space) isInWord = false
    else if (kind === alone) {
      words += 1
      isInWord = false
    } else if (kind === letter && !isInWord) {
      words += 1
      isInWord = true
    }
  }
  return words
}

/** Found once for each unit below U+10000: a text is mostly made of few of them. 0 is not known yet. */
const kinds = new Uint8Array(0x10000)
const letter = 1
const space = 2
/** A word by itself. */
const alone = 3
/** Punctuation, marks, the second half of a character: part of what it stands in. */
const other = 4

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit))
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  const kind = kindOf(String.fromCharCode(unit))
  kinds[unit] = kind
  return kind
}

function kindOf(character: string): number {
  if (/[\s—]/.test(character)) return space
  if (!/[\p{L}\p{N}\p{So}]/u.test(character)) return other
  return unspaced.test(character) ? alone : letter
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
