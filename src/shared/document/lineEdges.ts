/** Takes the white space off both ends of each line, which no reader of Markdown keeps. */
import { textFormat } from './document'
import type { InlinePiece } from './inlineForm'

type Side = 'start' | 'end'

export function withoutLineEdges(pieces: readonly InlinePiece[]): InlinePiece[] {
  return withoutEdge(withoutEdge(pieces, 'start', true), 'end', true)
}

/** `isEdge`: whether the pieces begin (or end) a line. Those of a link do not: its bracket stands before them. */
function withoutEdge(pieces: readonly InlinePiece[], side: Side, isEdge: boolean): InlinePiece[] {
  let atEdge = isEdge
  const inward = (all: readonly InlinePiece[]) => (side === 'start' ? [...all] : all.toReversed())
  const result = inward(pieces).flatMap((piece): InlinePiece[] => {
    if (piece.kind === 'link') {
      atEdge = false
      return [{ ...piece, children: withoutEdge(piece.children, side, false) }]
    }
    if (piece.kind === 'break') {
      atEdge = true
      return [piece]
    }
    const text = atEdge && !(piece.format & textFormat.code) ? trimmed(piece.text, side) : piece.text
    if (text === '') return []
    atEdge = false
    return [{ ...piece, text }]
  })
  return inward(result)
}

/** Without the spaces and tabs at one end, and the mark that may stand before a whole file and is dropped there. */
function trimmed(text: string, side: Side): string {
  const isSpace = (at: number) => /[ \t\uFEFF]/.test(text.charAt(at))
  let start = 0
  let end = text.length
  if (side === 'start') while (isSpace(start)) start += 1
  else while (isSpace(end - 1)) end -= 1
  return text.slice(start, end)
}
