/**
 * The words of a block as pieces of text, links and line breaks. What no page and no Markdown has gives way, never a character of the text:
 * - formats other than bold, italic, strikethrough and code go; equal neighbours merge;
 * - line breaks at the end of a block go;
 * - a link that is not safe or stands in another link becomes its text, one without words shows its address;
 * - a link keeps address and title only, and its title has one line;
 * - NUL and halves of surrogate pairs, which no Markdown file can hold, become U+FFFD.
 */
import { type AnyNode, type InlineNode, type LinkNode, textFormat } from './document'
import { safeLink } from './linkPolicy'
import { newLinebreak, newLink, newTexts } from './newNodes'

/** A stretch of text with one format; tabs are still in it. */
export type TextPiece = { kind: 'text'; text: string; format: number }
export type LinkPiece = { kind: 'link'; url: string; title: string | null; children: InlinePiece[] }
/** In the cell of a table Markdown has another sign for it. */
export type BreakPiece = { kind: 'break'; inCell?: true }
export type InlinePiece = TextPiece | LinkPiece | BreakPiece

/** The formats that stand around words, and can stand around each other. */
export const aroundFormats = [textFormat.bold, textFormat.italic, textFormat.strikethrough] as const
const knownAround = textFormat.bold | textFormat.italic | textFormat.strikethrough
const knownFormats = knownAround | textFormat.code

export function inlinePieces(nodes: readonly AnyNode[]): InlinePiece[] {
  return inlineForm(nodes.flatMap((node) => piecesOf(node, false)))
}

export function inlineForm(pieces: readonly InlinePiece[]): InlinePiece[] {
  return withoutLastBreaks(merged(pieces.map(withWords)))
}

export function nodesOf(pieces: readonly InlinePiece[]): InlineNode[] {
  return pieces.flatMap((piece): InlineNode[] => {
    if (piece.kind === 'break') return [newLinebreak()]
    if (piece.kind === 'text') return newTexts(piece.text, piece.format)
    return [newLink(piece.url, nodesOf(piece.children), piece.title)]
  })
}

/** The formats of each piece. A line break has none of its own: it takes what its neighbours share. */
export function pieceFormats(pieces: readonly InlinePiece[]): number[] {
  const before = formatsBefore(pieces)
  const after = formatsBefore(pieces.toReversed()).reverse()
  return pieces.map((piece, index) =>
    piece.kind === 'break' ? (before[index] ?? 0) & (after[index] ?? 0) & knownAround : pieceFormat(piece),
  )
}

/** A link as a whole has what all of its words have; code can't stand around a link in Markdown, only in it. */
export function pieceFormat(piece: TextPiece | LinkPiece): number {
  if (piece.kind === 'text') return piece.format
  const formats = piece.children.flatMap((child) => (child.kind === 'break' ? [] : [pieceFormat(child)]))
  return formats.length === 0 ? 0 : formats.reduce((common, format) => common & format, knownAround)
}

/** A piece with its formats changed; of a link those of all its words. */
export function reformatted<T extends InlinePiece>(piece: T, change: (format: number) => number): T
export function reformatted(piece: InlinePiece, change: (format: number) => number): InlinePiece {
  if (piece.kind === 'break') return piece
  if (piece.kind === 'text') return { ...piece, format: change(piece.format) }
  return { ...piece, children: piece.children.map((child) => reformatted(child, change)) }
}

export function merged(pieces: readonly InlinePiece[]): InlinePiece[] {
  const result: InlinePiece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text' && last.format === piece.format) {
      result[result.length - 1] = { ...last, text: last.text + piece.text }
    } else {
      result.push(piece)
    }
  }
  return result
}

export function withoutLastBreaks(pieces: readonly InlinePiece[]): InlinePiece[] {
  const last = pieces.findLastIndex((piece) => piece.kind !== 'break')
  return pieces.slice(0, last + 1)
}

export function wellFormed(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD')
}

/** For each piece the format of the last words before it. */
function formatsBefore(pieces: readonly InlinePiece[]): number[] {
  let last = 0
  return pieces.map((piece) => {
    const before = last
    if (piece.kind !== 'break') last = pieceFormat(piece)
    return before
  })
}

function piecesOf(node: AnyNode, inLink: boolean): InlinePiece[] {
  if (node.type === 'linebreak') return [{ kind: 'break' }]
  if (node.type === 'link') {
    const url = inLink ? null : safeLink(wellFormed(node.url))
    return url === null ? node.children.flatMap((child) => piecesOf(child, inLink)) : [linkPiece(node, url)]
  }
  return 'text' in node ? textPieces(wellFormed(node.text), (node.format ?? 0) & knownFormats) : []
}

function linkPiece(node: LinkNode, url: string): LinkPiece {
  const children = node.children.flatMap((child) => piecesOf(child, true))
  return { kind: 'link', url, title: node.title ? wellFormed(node.title).replace(/[\r\n]+/g, ' ') : null, children }
}

function withWords(piece: InlinePiece): InlinePiece {
  if (piece.kind !== 'link') return piece
  const children = merged(piece.children)
  return { ...piece, children: children.length > 0 ? children : textPieces(piece.url, 0) }
}

function textPieces(text: string, format: number): InlinePiece[] {
  return text
    .split(/(\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part): InlinePiece => (/^[\r\n]/.test(part) ? { kind: 'break' } : { kind: 'text', text: part, format }))
}
