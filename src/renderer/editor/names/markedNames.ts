/** The names in a block of an answer, and where each of them stands. */
import { $isLinkNode } from '@lexical/link'
import { $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type NodeKey } from 'lexical'
import { type Mark, marksIn } from '#shared/domain/text/markedWords'

/** A place in a text node, in UTF-16 units. */
export interface TextPlace {
  readonly key: NodeKey
  readonly offset: number
}

export interface PlacedMark extends Mark {
  readonly from: TextPlace
  readonly to: TextPlace
}

interface Piece {
  /** Null for what holds no names. */
  readonly key: NodeKey | null
  readonly start: number
  readonly text: string
}

/** In the place of code, of a link and of anything that is no text: it ends a name, and begins none. As the facts of a document have it. */
const unmarked = '`'

/** Whether its words stand in it, and not in blocks below it. */
export function $holdsWords(node: ElementNode): boolean {
  return !node.isInline() && node.getType() !== 'code' && node.getChildren().some($isTextNode)
}

export function $marksOf(block: ElementNode): readonly PlacedMark[] {
  const pieces = $piecesOf(block)
  return marksIn(pieces.map(({ text }) => text).join('')).map((mark) => ({
    ...mark,
    from: placeOf(pieces, mark.start, false),
    to: placeOf(pieces, mark.end, true),
  }))
}

function $piecesOf(block: ElementNode): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const node of block.getChildren()) {
    const isPlain = $isTextNode(node) && !node.hasFormat('code')
    // A list within an item is a block of its own.
    const isApart = $isLineBreakNode(node) || ($isElementNode(node) && !$isLinkNode(node))
    const text = isPlain ? node.getTextContent() : isApart ? '\n' : unmarked
    pieces.push({ key: isPlain ? node.getKey() : null, start, text })
    start += text.length
  }
  return pieces
}

/** Of two pieces that meet there, an end is in the first and a start in the second. */
function placeOf(pieces: readonly Piece[], at: number, isEnd: boolean): TextPlace {
  const piece = pieces.findLast(({ start }) => (isEnd ? start < at : start <= at))
  return { key: piece?.key ?? '', offset: at - (piece?.start ?? 0) }
}
