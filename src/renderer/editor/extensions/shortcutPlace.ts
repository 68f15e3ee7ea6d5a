/** Where a sign of Markdown is no more than a sign: `2*3*4`, `snake_case`, `https://docs.example/_id_/9`. */
import { wordSign } from '#shared/document/wordSign'

/** The signs whose pairs become formats, each with the lengths of its pairs, the longest first as they are tried. */
export const pairedSigns: Readonly<Record<string, readonly number[]>> = {
  '*': [3, 2, 1],
  _: [3, 2, 1],
  '~': [2],
  '`': [1],
}

const word = new RegExp(`${wordSign.source}$`, 'u')
const startsWithWord = new RegExp(`^${wordSign.source}`, 'u')
const address = /(?:^|[^\p{L}\p{N}])(?:[a-z][a-z\d+.-]*:\/\/|www\.|mailto:)\S*$/iu

/** Whether the sign just typed, at the end of `before`, would close a pair that begins within a word or an address, or end it within a word. */
export function isOutOfPlace(before: string, after: string): boolean {
  const sign = before.at(-1) ?? ''
  for (const length of pairedSigns[sign] ?? []) {
    const tag = sign.repeat(length)
    if (!before.endsWith(tag)) continue
    const open = openingOf(before.slice(0, -length), tag)
    if (open === -1) continue
    const lead = before.slice(0, open)
    return word.test(lead) || startsWithWord.test(after) || address.test(lead)
  }
  return false
}

/** The last place where the pair may begin, as Lexical looks for it. */
function openingOf(text: string, tag: string): number {
  for (let at = text.lastIndexOf(tag); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(tag, at - 1)) {
    const next = text.charAt(at + tag.length)
    if (next === ' ') continue
    return next === '' || text.charAt(at - 1) === tag.charAt(0) ? -1 : at
  }
  return -1
}
