/** Parts a block into its formatted stretches and what stands between them. Each stretch is read by itself. */
import { textFormat } from './document'
import { type Around, endOf, startOf } from './formatEdges'
import { type InlinePiece, pieceFormats } from './inlineForm'

export interface Stretch {
  readonly pieces: readonly InlinePiece[]
  readonly around: Around
}

const around = textFormat.bold | textFormat.italic | textFormat.strikethrough

export function stretches(pieces: readonly InlinePiece[], { before, after }: Around): Stretch[] {
  const formats = pieceFormats(pieces)
  const isFormatted = (index: number) => ((formats[index] ?? 0) & around) !== 0
  const starts = pieces.flatMap((_, index) =>
    index === 0 || isFormatted(index) !== isFormatted(index - 1) ? [index] : [],
  )
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? pieces.length
    const [last, next] = [pieces[start - 1], pieces[end]]
    return {
      pieces: pieces.slice(start, end),
      around: { before: last ? endOf(last) : before, after: next ? startOf(next) : after },
    }
  })
}
