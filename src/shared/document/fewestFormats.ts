/**
 * Formats within one word that no signs can express: as few of them give way as must. Letters are what forbids them. Where two formats begin (or end)
 * beside a letter and one of them is strikethrough, the outer signs stand between that letter and a sign, and are read as none (CommonMark, 6.2).
 */
import { textFormat } from './document'
import { isLetter, kindsOf } from './flanking'
import { type Around, endOf, startOf, withoutEdges } from './formatEdges'
import { type InlinePiece, merged, pieceFormat, pieceFormats, reformatted } from './inlineForm'
import { readableNodes } from './inlineToMdast'
import { type Stretch, stretches } from './stretches'

/** The first one goes first. */
const dispensable = [textFormat.italic, textFormat.bold, textFormat.strikethrough]

/** A format of one piece. */
interface Bit {
  readonly at: number
  readonly format: number
}

/** What is tried at most for a word of letters, once for all words of its formats. In one of more changes each piece keeps one format. */
const mostTries = 64
/** Where punctuation stands beside a change, other words say nothing about this one. */
const mostTriesEach = 12
const mostPieces = 6
const mostKnown = 2000

/** What goes, by the formats of a word and the kinds of characters around it; null where each piece keeps one format. */
const known = new Map<string, readonly Bit[] | null>()

export function withFewestDropped(stretch: Stretch): readonly InlinePiece[] {
  const bits = dropped(stretch)
  const rest = bits === null ? stretch.pieces.map(withOneFormat) : without(stretch.pieces, bits)
  return settled(rest, stretch.around)
}

function dropped({ pieces, around }: Stretch): readonly Bit[] | null {
  const isOfLetters = pieces.every((piece) => isLetter(startOf(piece)) && isLetter(endOf(piece)))
  if (!isOfLetters) return fewest(pieces, around, mostTriesEach)
  const key = [...pieceFormats(pieces), kindsOf(around.before), kindsOf(around.after)].join(' ')
  const found = known.get(key)
  if (found !== undefined) return found
  const bits = fewest(pieces, around, mostTries)
  if (known.size === mostKnown) known.clear()
  known.set(key, bits)
  return bits
}

function fewest(pieces: readonly InlinePiece[], around: Around, most: number): readonly Bit[] | null {
  if (pieces.length > mostPieces) return null
  // Of two ways that cost as much, the one in which italic goes, then bold.
  const bits = dispensable.flatMap((format) => bitsOf(pieces, format))
  let tries = 0
  for (let count = 1; count <= bits.length; count += 1) {
    for (const some of choices(bits, count)) {
      if (tries === most) return null
      tries += 1
      const parts = stretches(settled(without(pieces, some), around), around)
      if (parts.every((part) => readableNodes(part))) return some
    }
  }
  return null
}

function settled(pieces: readonly InlinePiece[], around: Around): readonly InlinePiece[] {
  return merged(withoutEdges(pieces, around))
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
