/** Moves the edges of bold, italic and struck words inward, past what would keep a reader of Markdown from seeing them. */
import { textFormat } from './document'
import { firstCharacter, lastCharacter, readers, rolesOf } from './flanking'
import { aroundFormats, type InlinePiece, pieceFormat, reformatted, type TextPiece } from './inlineForm'

/** The characters beside some pieces. */
export interface Around {
  readonly before: string
  readonly after: string
}

type Side = 'start' | 'end'

export function withoutEdges(pieces: readonly InlinePiece[], around: Around): readonly InlinePiece[] {
  return aroundFormats.reduce((rest, format) => withoutEdgesOf(rest, format, around), pieces)
}

/** The character with which a piece begins in Markdown. */
export function startOf(piece: InlinePiece): string {
  if (piece.kind === 'break') return piece.inCell ? '<' : '\\'
  if (piece.kind === 'link') return '['
  return piece.format & textFormat.code ? '`' : firstCharacter(piece.text)
}

export function endOf(piece: InlinePiece): string {
  if (piece.kind === 'break') return piece.inCell ? '>' : '\n'
  if (piece.kind === 'link') return ')'
  return piece.format & textFormat.code ? '`' : lastCharacter(piece.text)
}

function withoutEdgesOf(pieces: readonly InlinePiece[], format: number, around: Around): readonly InlinePiece[] {
  if (!pieces.some((piece) => piece.kind !== 'break' && pieceFormat(piece) & format)) return pieces
  return withoutEdge(withoutEdge(pieces, format, around.before, 'start'), format, around.after, 'end')
}

function withoutEdge(pieces: readonly InlinePiece[], format: number, outermost: string, side: Side): InlinePiece[] {
  const inward = (all: readonly InlinePiece[]) => (side === 'start' ? [...all] : all.toReversed())
  const [near, far] = side === 'start' ? [startOf, endOf] : [endOf, startOf]
  let outside = outermost
  let inRun = false
  const result = inward(pieces).flatMap((piece): InlinePiece[] => {
    const isFormatted = piece.kind === 'break' ? inRun : (pieceFormat(piece) & format) !== 0
    const isIn = isFormatted && (inRun || (piece.kind !== 'break' && isRead(outside, near(piece), format, side)))
    if (isIn || !isFormatted || piece.kind !== 'text' || piece.format & textFormat.code) {
      inRun = isIn
      if (!isIn) outside = far(piece)
      return [isFormatted && !isIn ? reformatted(piece, (all) => all & ~format) : piece]
    }
    const [edge, rest] = parted(piece, outside, format, side)
    inRun = rest.text !== ''
    if (!inRun) outside = far(piece)
    return [edge, rest].filter(({ text }) => text !== '')
  })
  return inward(result)
}

/** What moves out of the format, and what stays in it. */
function parted(piece: TextPiece, outermost: string, format: number, side: Side): [TextPiece, TextPiece] {
  const { text } = piece
  const nextOf = (moved: number) =>
    side === 'start'
      ? firstCharacter(text.slice(moved, moved + 2))
      : lastCharacter(text.slice(-moved - 2, text.length - moved))
  let outside = outermost
  let moved = 0
  while (moved < text.length) {
    const next = nextOf(moved)
    const isOne = moved > 0 && (side === 'start' ? isJoined(outside, next) : isJoined(next, outside))
    if (!isOne && isRead(outside, next, format, side)) break
    outside = next
    moved += next.length
  }
  const at = side === 'start' ? moved : text.length - moved
  const [edge, rest] = side === 'start' ? [text.slice(0, at), text.slice(at)] : [text.slice(at), text.slice(0, at)]
  return [
    { ...piece, text: edge, format: piece.format & ~format },
    { ...piece, text: rest },
  ]
}

/** Whether two characters are one sign to the eye: a letter and its accent, the parts of a face or a flag. */
function isJoined(first: string, second: string): boolean {
  if (first === '\u200d' || /^[\p{M}\p{EMod}\u200d]$/u.test(second)) return true
  return /^\p{RI}{2}$/u.test(first + second)
}

/** Whether every reader sees the format begin (or end) between these characters. */
function isRead(outside: string, inside: string, format: number, side: Side): boolean {
  const sign = format === textFormat.strikethrough ? '~' : '*'
  return readers.every((read) =>
    side === 'start' ? rolesOf(sign, outside, inside, read).opens : rolesOf(sign, inside, outside, read).closes,
  )
}
