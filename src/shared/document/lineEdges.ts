/**
 * Takes the white space off both ends of each line, which no reader of Markdown keeps: at a line's beginning it is indentation, at its end it is
 * dropped (CommonMark, 4.8 and 6.7), and the one way to keep it, a character's number, is none that a person reads.
 */
import { textFormat } from './document'
import type { InlinePiece } from './inlineForm'

type Side = 'start' | 'end'

export function withoutLineEdges(pieces: readonly InlinePiece[]): InlinePiece[] {
  return withoutEdge(withoutEdge(pieces, 'start', true), 'end', true)
}

/** Without the mark that may stand before a whole file, and is dropped there. */
export function withoutFileMark(pieces: readonly InlinePiece[]): InlinePiece[] {
  const wordsOf = (piece: InlinePiece | undefined) =>
    piece?.kind === 'text' && !(piece.format & textFormat.code) ? piece.text.replace(/^[ \t\uFEFF]+/, '') : null
  const at = pieces.findIndex((piece) => wordsOf(piece) !== '')
  const rest = at === -1 ? [] : pieces.slice(at)
  const [first] = rest
  const text = wordsOf(first)
  return first?.kind === 'text' && text !== null ? [{ ...first, text }, ...rest.slice(1)] : rest
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

/** Without the spaces and tabs at one end. */
function trimmed(text: string, side: Side): string {
  const isSpace = (at: number) => /[ \t]/.test(text.charAt(at))
  let start = 0
  let end = text.length
  if (side === 'start') while (isSpace(start)) start += 1
  else while (isSpace(end - 1)) end -= 1
  return text.slice(start, end)
}
