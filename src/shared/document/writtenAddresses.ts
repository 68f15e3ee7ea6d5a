/** Addresses that stand written out in a text. */
import { textFormat } from './document'
import type { InlinePiece, TextPiece } from './inlineForm'
import { safeLink } from './linkPolicy'

const written = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>\p{Cc}]+/giu
/** Signs that Markdown reads in a text: an underscore between letters is none. */
const read = /[*~`\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&#?[\da-z]+;|\]\(/iu

/** Each that has such signs becomes a link: as text it would need backslashes, and would be no address any more. */
export function withAddresses(pieces: readonly InlinePiece[]): InlinePiece[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'text' && !(piece.format & textFormat.code) && piece.text.includes('://') ? linked(piece) : [piece],
  )
}

function linked(piece: TextPiece): InlinePiece[] {
  const { text, format } = piece
  const result: InlinePiece[] = []
  let end = 0
  for (const { index, 0: found } of text.matchAll(written)) {
    const url = withoutEnd(found)
    if (!read.test(url) || safeLink(url) !== url) continue
    result.push({ ...piece, text: text.slice(end, index) })
    result.push({ kind: 'link', url, title: null, children: [{ kind: 'text', text: url, format }] })
    end = index + url.length
  }
  result.push({ ...piece, text: text.slice(end) })
  return result.filter((part) => part.kind === 'link' || (part.kind === 'text' && part.text !== ''))
}

/** Signs at the end belong to the sentence; so does a bracket that is not opened in the address. */
function withoutEnd(found: string): string {
  const opened = found.split('(').length - found.split(')').length
  let end = found.length
  while (/[.,;:!?'"]/.test(found.charAt(end - 1)) || (opened < 0 && found.charAt(end - 1) === ')')) end -= 1
  return found.slice(0, end)
}
