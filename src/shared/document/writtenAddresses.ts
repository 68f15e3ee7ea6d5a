/** Addresses that stand written out in a text. */
import { textFormat } from './document'
import type { InlinePiece, TextPiece } from './inlineForm'
import { safeLink } from './linkPolicy'

const written = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>\p{Cc}]+/giu
/** Signs that Markdown reads in a text: an underscore between letters is none. */
const read = /[*~`\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&#?[\da-z]+;|\]\(/iu

/**
 * Each that has such signs becomes a link: as text it would need backslashes, and would be no address any more. It is looked for in the words
 * alone, whatever the formats of its parts: so it is the same one when a format gives way and its neighbours join.
 */
export function withAddresses(pieces: readonly InlinePiece[]): InlinePiece[] {
  const result: InlinePiece[] = []
  let texts: TextPiece[] = []
  const end = () => {
    result.push(...linked(texts))
    texts = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'text' && !(piece.format & textFormat.code)) texts.push(piece)
    else {
      end()
      result.push(piece)
    }
  }
  end()
  return result
}

/** Of texts that stand next to each other. */
function linked(texts: readonly TextPiece[]): InlinePiece[] {
  const words = texts.map(({ text }) => text).join('')
  if (!words.includes('://')) return [...texts]
  const cut = cutter(texts)
  const result: InlinePiece[] = []
  for (const { index, 0: found } of words.matchAll(written)) {
    const url = withoutEnd(found)
    if (!read.test(url) || safeLink(url) !== url) continue
    result.push(...cut(index), { kind: 'link', url, title: null, children: cut(index + url.length) })
  }
  return [...result, ...cut(words.length)]
}

/** Gives the pieces up to a place of the joined words, each time from where it was last. */
function cutter(texts: readonly TextPiece[]): (to: number) => TextPiece[] {
  let [at, from, passed] = [0, 0, 0]
  return (to) => {
    const result: TextPiece[] = []
    for (let piece = texts[at]; piece && passed + from < to; piece = texts[at]) {
      const end = Math.min(piece.text.length, to - passed)
      result.push({ ...piece, text: piece.text.slice(from, end) })
      from = end
      if (end < piece.text.length) break
      passed += end
      from = 0
      at += 1
    }
    return result
  }
}

/** Signs at the end belong to the sentence; so does a bracket that is not opened in the address. */
function withoutEnd(found: string): string {
  const opened = found.split('(').length - found.split(')').length
  let end = found.length
  while (/[.,;:!?'"]/.test(found.charAt(end - 1)) || (opened < 0 && found.charAt(end - 1) === ')')) end -= 1
  return found.slice(0, end)
}
