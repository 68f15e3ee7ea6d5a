/**
 * The words of a block as Markdown can tell them. What it can't tell gives way, never a character of the text:
 * - formats other than bold, italic, strikethrough and code go; equal neighbours merge;
 * - white space at the edges of a bold, italic or struck run loses that format (`**a **b` is no bold in Markdown);
 * - in a block with control characters (tabs aside) all of these three formats go;
 * - line breaks at the end of a block go;
 * - a link that is not safe or stands in another link becomes its text, one without words shows its address;
 * - a link keeps address and title only;
 * - NUL and halves of surrogate pairs, which no Markdown file can hold, become U+FFFD.
 */
import { type AnyNode, type InlineNode, type LinkNode, textFormat } from './document'
import { safeLink } from './linkPolicy'
import { newLinebreak, newLink, newTexts } from './newNodes'

/** A stretch of text with one format; tabs are still in it. */
export type TextPiece = { kind: 'text'; text: string; format: number }
export type LinkPiece = { kind: 'link'; url: string; title: string | null; children: InlinePiece[] }
export type InlinePiece = TextPiece | LinkPiece | { kind: 'break' }

const unspeakable = /[\p{Cc}\p{Noncharacter_Code_Point}]/u
const spacingFormats = [textFormat.bold, textFormat.italic, textFormat.strikethrough]
const knownFormats = textFormat.bold | textFormat.italic | textFormat.strikethrough | textFormat.code

export function inlinePieces(nodes: readonly AnyNode[]): InlinePiece[] {
  return inlineForm(nodes.flatMap((node) => piecesOf(node, false)))
}

export function inlineForm(pieces: readonly InlinePiece[]): InlinePiece[] {
  // First the words: a link without any shows its address, which can hold such characters too.
  const worded = pieces.map(withWords)
  const bare = hasUnspeakable(worded) ? worded.map(withoutSpacingFormats).map(withWords) : worded
  return withoutLastBreaks(tidied(bare))
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
  const own = pieces.map((piece) => (piece.kind === 'break' ? undefined : pieceFormat(piece)))
  const spacing = knownFormats & ~textFormat.code
  return own.map((format, index) => {
    if (format !== undefined) return format
    const before = own.slice(0, index).findLast((other) => other !== undefined) ?? 0
    const after = own.slice(index + 1).find((other) => other !== undefined) ?? 0
    return before & after & spacing
  })
}

/** A link as a whole has what all of its words have; code can't stand around a link in Markdown, only in it. */
function pieceFormat(piece: TextPiece | LinkPiece): number {
  if (piece.kind === 'text') return piece.format
  const formats = piece.children.flatMap((child) => (child.kind === 'break' ? [] : [pieceFormat(child)]))
  return formats.length === 0 ? 0 : formats.reduce((common, format) => common & format, knownFormats & ~textFormat.code)
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
  return { kind: 'link', url, title: node.title ? wellFormed(node.title) : null, children }
}

function withWords(piece: InlinePiece): InlinePiece {
  if (piece.kind !== 'link') return piece
  const children = tidied(piece.children)
  return { ...piece, children: children.length > 0 ? children : textPieces(piece.url, 0) }
}

function textPieces(text: string, format: number): InlinePiece[] {
  return text
    .split(/(\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part): InlinePiece => (/^[\r\n]/.test(part) ? { kind: 'break' } : { kind: 'text', text: part, format }))
}

function tidied(pieces: readonly InlinePiece[]): InlinePiece[] {
  return spacingFormats.reduce((rest, format) => merged(withoutEdges(rest, format)), merged(pieces))
}

function merged(pieces: readonly InlinePiece[]): InlinePiece[] {
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

/** Takes `format` from the white space at both ends of each run that has it. */
function withoutEdges(pieces: readonly InlinePiece[], format: number): readonly InlinePiece[] {
  if (!pieces.some((piece) => piece.kind !== 'break' && pieceFormat(piece) & format)) return pieces
  return withoutEdge(withoutEdge(pieces, format, 'start'), format, 'end')
}

function withoutEdge(pieces: readonly InlinePiece[], format: number, side: 'start' | 'end'): InlinePiece[] {
  const inward = <T>(items: readonly T[]) => (side === 'start' ? [...items] : items.toReversed())
  let inRun = false
  const result = inward(pieces).flatMap((piece): InlinePiece[] => {
    if (piece.kind === 'break') return [piece]
    if (!(pieceFormat(piece) & format)) {
      inRun = false
      return [piece]
    }
    if (inRun || piece.kind === 'link' || piece.format & textFormat.code) {
      inRun = true
      return [piece]
    }
    const edge = (side === 'start' ? /^\s+/ : /\s+$/).exec(piece.text)?.[0] ?? ''
    const rest = side === 'start' ? piece.text.slice(edge.length) : piece.text.slice(0, piece.text.length - edge.length)
    inRun = rest !== ''
    const bare: TextPiece = { ...piece, text: edge, format: piece.format & ~format }
    return [bare, { ...piece, text: rest }].filter((part) => part.text !== '')
  })
  return inward(result)
}

/**
 * Markdown sets formats off with character references where white space or punctuation stands in their way,
 * and has no references for these.
 */
function hasUnspeakable(pieces: readonly InlinePiece[]): boolean {
  return pieces.some((piece) =>
    piece.kind === 'text'
      ? unspeakable.test(piece.text.replaceAll('\t', ''))
      : piece.kind === 'link' && hasUnspeakable(piece.children),
  )
}

function withoutSpacingFormats(piece: InlinePiece): InlinePiece {
  if (piece.kind === 'break') return piece
  if (piece.kind === 'link') return { ...piece, children: piece.children.map(withoutSpacingFormats) }
  return { ...piece, format: piece.format & textFormat.code }
}

function withoutLastBreaks(pieces: readonly InlinePiece[]): InlinePiece[] {
  const last = pieces.findLastIndex((piece) => piece.kind !== 'break')
  return pieces.slice(0, last + 1)
}

export function wellFormed(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD')
}
