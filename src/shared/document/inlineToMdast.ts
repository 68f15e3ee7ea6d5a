/** Inline pieces to mdast: formats, which are bits on each text, become nodes around the longest runs that share them. */
import type { PhrasingContent } from 'mdast'
import { textFormat } from './document'
import { type InlinePiece, pieceFormats } from './inlineForm'

/** Around the same words the first stands outside: `***both***` is read so. */
const wrappers = [
  { bit: textFormat.italic, type: 'emphasis' },
  { bit: textFormat.bold, type: 'strong' },
  { bit: textFormat.strikethrough, type: 'delete' },
] as const

export function inlineToMdast(pieces: readonly InlinePiece[]): PhrasingContent[] {
  return wrapped(pieces, pieceFormats(pieces), 0)
}

/** `done` are the formats that stand around these pieces already. */
function wrapped(pieces: readonly InlinePiece[], formats: readonly number[], done: number): PhrasingContent[] {
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
      result.push({ type, children: wrapped(pieces.slice(start, end), formats.slice(start, end), done | bit) })
      index = end
    } else {
      result.push(...unwrapped(pieces[start], done))
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

function unwrapped(piece: InlinePiece | undefined, done: number): PhrasingContent[] {
  if (!piece) return []
  if (piece.kind === 'break') return [{ type: 'break' }]
  if (piece.kind === 'text') {
    return [{ type: piece.format & textFormat.code ? 'inlineCode' : 'text', value: piece.text }]
  }
  const { url, title, children } = piece
  return [{ type: 'link', url, title, children: wrapped(children, pieceFormats(children), done) }]
}
