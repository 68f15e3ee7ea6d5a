/** Addresses within a text, as people write and paste them. What a link may be is for the link policy to say. */
import { safeLink } from './linkPolicy'
import { wordSign } from './wordSign'

export interface Address {
  readonly start: number
  readonly end: number
  readonly url: string
}

/** Not within a word; to the next white space or sign that no address has, also of Chinese and Japanese. */
const written = new RegExp(
  `(?<!${wordSign.source})(?:https?://|www\\.|mailto:)[^\\s<>"“”«»。，、！？；：（）「」『』【】《》]+`,
  'giu',
)
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const endsSentence = /[?!.,:;*_~'’…`]/u

export function addressesIn(text: string): Address[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const words = withoutEnd(match[0])
    const url = addressLink(words)
    return url === null ? [] : [{ start: match.index, end: match.index + words.length, url }]
  })
}

/** The link of an address that stands alone; null when it is none. */
export function addressLink(words: string): string | null {
  return safeLink(/^www\./i.test(words) ? `https://${words}` : words)
}

/** Without the punctuation of the sentence around it, and without brackets that were opened before it: `Rust_(game)` keeps its own. */
function withoutEnd(address: string): string {
  const counts = new Map<string, number>()
  for (const sign of address) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  let end = address.length
  for (; end > 0; end -= 1) {
    const sign = address.charAt(end - 1)
    const opening = closing[sign]
    const closed = counts.get(sign) ?? 0
    if (opening === undefined ? !endsSentence.test(sign) : closed <= (counts.get(opening) ?? 0)) break
    counts.set(sign, closed - 1)
  }
  return address.slice(0, end)
}
