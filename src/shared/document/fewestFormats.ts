/**
 * Formats within one word that no signs can express: as few of them give way as must. Letters are what forbids them. Where two formats begin (or end)
 * beside a letter and one of them is strikethrough, the outer signs stand between that letter and a sign, and are read as none (CommonMark, 6.2).
 */
import { textFormat } from './document'
import { withoutEdges } from './formatEdges'
import { type InlinePiece, merged, pieceFormat, reformatted } from './inlineForm'
import { readableNodes } from './inlineToMdast'
import { type Stretch, stretches } from './stretches'

/** The first one goes first. */
const dispensable = [textFormat.italic, textFormat.bold, textFormat.strikethrough]

/** A format of one piece. */
interface Bit {
  readonly at: number
  readonly format: number
}

/** What is tried at most. In a word of more changes each piece keeps one format. */
const mostTries = 64

export function withFewestDropped({ pieces, around }: Stretch): readonly InlinePiece[] {
  const settled = (rest: readonly InlinePiece[]) => merged(withoutEdges(rest, around))
  const isReadable = (rest: readonly InlinePiece[]) => stretches(rest, around).every((part) => readableNodes(part))
  // Of two ways that cost as much, the one in which italic goes, then bold.
  const bits = dispensable.flatMap((format) => bitsOf(pieces, format))
  let tries = pieces.length > 6 ? mostTries : 0
  for (let count = 1; count <= bits.length; count += 1) {
    for (const some of choices(bits, count)) {
      if (tries === mostTries) return settled(pieces.map(withOneFormat))
      tries += 1
      const rest = settled(without(pieces, some))
      if (isReadable(rest)) return rest
    }
  }
  return pieces
}

function bitsOf(pieces: readonly InlinePiece[], format: number): Bit[] {
  return pieces.flatMap((piece, at) => (piece.kind !== 'break' && pieceFormat(piece) & format ? [{ at, format }] : []))
}

/** All choices of so many. */
function* choices<T>(all: readonly T[], count: number, from = 0): Generator<readonly T[]> {
  if (count === 0) yield []
  for (let at = from; count > 0 && at < all.length; at += 1)
    for (const more of choices(all, count - 1, at + 1)) yield all.slice(at, at + 1).concat(more)
}

function without(pieces: readonly InlinePiece[], bits: readonly Bit[]): InlinePiece[] {
  return pieces.map((piece, index) => {
    const gone = bits.reduce((all, { at, format }) => (at === index ? all | format : all), 0)
    return gone === 0 ? piece : reformatted(piece, (format) => format & ~gone)
  })
}

function withOneFormat(piece: InlinePiece): InlinePiece {
  if (piece.kind === 'break') return piece
  const others = dispensable.filter((one) => pieceFormat(piece) & one).slice(0, -1)
  return reformatted(piece, (format) => others.reduce((rest, other) => rest & ~other, format))
}
