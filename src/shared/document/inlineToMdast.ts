/** Inline pieces to mdast: formats, which are bits on each text, become nodes around the longest runs that share them. */
import type { PhrasingContent } from 'mdast'
import { textFormat } from './document'
import type { Around } from './formatEdges'
import { type InlinePiece, pieceFormats, reformatted } from './inlineForm'
import { isReadAsMeant } from './pairing'
import { phrasingTokens } from './phrasingTokens'
import { type Stretch, stretches } from './stretches'

/** Around the same words the first stands outside: `***both***` is read so. */
const wrappers = [
  { bit: textFormat.italic, type: 'emphasis' },
  { bit: textFormat.bold, type: 'strong' },
  { bit: textFormat.strikethrough, type: 'delete' },
] as const
const wrapped = textFormat.italic | textFormat.bold | textFormat.strikethrough

const aLine: Around = { before: '\n', after: '\n' }
const aLabel: Around = { before: '[', after: ']' }

/** `pieces` are as `commonMarkForm` makes them. */
export function inlineToMdast(pieces: readonly InlinePiece[], around = aLine): PhrasingContent[] {
  return stretches(pieces, around).flatMap((stretch) => readableNodes(stretch) ?? nested(stretch.pieces))
}

/** Nodes whose signs every reader pairs as they are meant: nested ones, or else one after the other. Null where there are none. */
export function readableNodes({ pieces, around }: Stretch): PhrasingContent[] | null {
  const whole = nested(pieces)
  // One format around one piece is read wherever its edges are.
  const [first, ...more] = pieceFormats(pieces)
  const isSimple = more.length === 0 && wrappers.filter(({ bit }) => (first ?? 0) & bit).length <= 1
  if (isSimple || isReadAsMeant(phrasingTokens(whole), around)) return whole
  const parts = pieces.flatMap((piece) => nested([piece]))
  return isReadAsMeant(phrasingTokens(parts), around) ? parts : null
}

function nested(pieces: readonly InlinePiece[]): PhrasingContent[] {
  return nodesOf(pieces, pieceFormats(pieces), 0)
}

/** `done` are the formats that stand around these pieces already. */
function nodesOf(pieces: readonly InlinePiece[], formats: readonly number[], done: number): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let index = 0
  while (index < pieces.length) {
    const start = index
    const runs = wrappers
      .filter(({ bit }) => !(done & bit) && (formats[start] ?? 0) & bit)
      .map((wrapper) => ({ ...wrapper, end: runEnd(formats, start, wrapper.bit) }))
    const longest = runs.sort((a, b) => b.end - a.end)[0]
    if (longest) {
      const { bit, type, end } = longest
      result.push({ type, children: nodesOf(pieces.slice(start, end), formats.slice(start, end), done | bit) })
      index = end
    } else {
      result.push(...unwrapped(pieces[start]))
      index += 1
    }
  }
  return result
}

function runEnd(formats: readonly number[], start: number, bit: number): number {
  let end = start + 1
  while ((formats[end] ?? 0) & bit) end += 1
  return end
}

/** All formats that a piece has as a whole stand around it here. */
function unwrapped(piece: InlinePiece | undefined): PhrasingContent[] {
  if (!piece) return []
  if (piece.kind === 'break') return [piece.inCell ? { type: 'html', value: '<br>' } : { type: 'break' }]
  if (piece.kind === 'text') {
    return [{ type: piece.format & textFormat.code ? 'inlineCode' : 'text', value: piece.text }]
  }
  const [common = 0] = pieceFormats([piece])
  const label = piece.children.map((child) => reformatted(child, (format) => format & ~(common & wrapped)))
  return [{ type: 'link', url: piece.url, title: piece.title, children: inlineToMdast(label, aLabel) }]
}
