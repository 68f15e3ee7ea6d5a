/**
 * The words of a block as CommonMark can say them. Where it can't have the words and their format both, the words stay:
 * - spaces and tabs at either end of a line go;
 * - white space and punctuation at the edge of a format move out of it where the format could not be read (`**重要**。明天`);
 * - of formats within one word whose signs readers would pair otherwise, only the first of strikethrough, bold and italic stays;
 * - a written-out address with signs that Markdown reads becomes a link: between angle brackets it needs no backslash.
 */
import { textFormat } from './document'
import { type Around, withoutEdges } from './formatEdges'
import { type InlinePiece, type LinkPiece, merged, pieceFormat, reformatted, withoutLastBreaks } from './inlineForm'
import { readableNodes } from './inlineToMdast'
import { withoutLineEdges } from './lineEdges'
import { type Stretch, stretches } from './stretches'
import { withAddresses } from './writtenAddresses'

export function commonMarkForm(pieces: readonly InlinePiece[]): InlinePiece[] {
  const worded = withAddresses(withoutLastBreaks(withoutLineEdges(pieces)))
  return formatted(merged(worded), { before: '\n', after: '\n' })
}

function formatted(pieces: readonly InlinePiece[], around: Around): InlinePiece[] {
  const labelled = pieces.map((piece) => (piece.kind === 'link' ? withLabel(piece) : piece))
  const edged = merged(withoutEdges(labelled, around))
  return merged(stretches(edged, around).flatMap(readable))
}

/** The formats of a whole link stand around it; within its label are those of its parts. */
function withLabel(link: LinkPiece): LinkPiece {
  const common = pieceFormat(link)
  const own = link.children.map((child) => reformatted(child, (format) => format & ~common))
  const children = formatted(own, { before: '[', after: ']' })
  return { ...link, children: children.map((child) => reformatted(child, (format) => format | common)) }
}

function readable(stretch: Stretch): readonly InlinePiece[] {
  if (readableNodes(stretch)) return stretch.pieces
  return withoutEdges(stretch.pieces.map(withOneFormat), stretch.around)
}

function withOneFormat(piece: InlinePiece): InlinePiece {
  if (piece.kind === 'break') return piece
  const [, ...others] = formatsOf(pieceFormat(piece))
  return reformatted(piece, (format) => others.reduce((rest, other) => rest & ~other, format))
}

/** In the order in which they stay. */
function formatsOf(format: number): number[] {
  const { strikethrough, bold, italic } = textFormat
  return [strikethrough, bold, italic].filter((one) => format & one)
}
