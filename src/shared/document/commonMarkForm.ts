/**
 * The words of a block as CommonMark can say them. Where it can't have the words and their format both, the words stay:
 * - spaces and tabs at either end of a line go: at its beginning as at its end, readers drop them, and only a character's number would keep them;
 * - white space and punctuation at the edge of a format move out of it where the format could not be read (`**重要**。明天`);
 * - of formats within one word that no signs can express, as few as must give way;
 * - a written-out address with signs that Markdown reads becomes a link: between angle brackets it needs no backslash.
 */
import { withFewestDropped } from './fewestFormats'
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
  return readableNodes(stretch) ? stretch.pieces : withFewestDropped(stretch)
}
