/** Marks the words of a search in an answer, without touching the answer: highlights are painted, not written. */
import { $createRangeSelection, $setSelection, type LexicalEditor } from 'lexical'
import { termsOfQuery } from '#shared/domain/search/query/queryTerms'
import { endOfTerm, indexOfTerm } from '#shared/domain/search/query/searchTerms'
import { countWhile } from '#shared/domain/text/countWhile'
import { normalizeWithMap } from '#shared/domain/text/normalize'

const name = 'found'

/** Marks until the answer changes or the returned function is called, and puts the caret at the first mark. */
export function markFound(editor: LexicalEditor, query: string): () => void {
  const root = editor.getRootElement()
  const ranges = root ? rangesOf(root, query) : []
  const first = ranges[0]
  if (!first) return () => {}
  const found = new Highlight(...ranges)
  // Over the paint of a name that it stands in: its letters are made for what is behind them.
  found.priority = 1
  CSS.highlights.set(name, found)
  editor.update(
    () => {
      const caret = first.cloneRange()
      caret.collapse(true)
      const selection = $createRangeSelection()
      selection.applyDOMRange(caret)
      $setSelection(selection)
    },
    { onUpdate: () => first.startContainer.parentElement?.scrollIntoView({ block: 'center' }) },
  )
  const clear = () => void CSS.highlights.delete(name)
  const off = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) clear()
  })
  return () => {
    off()
    clear()
  }
}

function rangesOf(root: HTMLElement, query: string): Range[] {
  const pieces = piecesOf(root)
  const normalized = normalizeWithMap(pieces.map(({ text }) => text).join(''))
  const ranges: Range[] = []
  for (const term of termsOfQuery(query)) {
    for (let at = indexOfTerm(normalized.text, term); at !== -1; ) {
      const normalizedEnd = endOfTerm(normalized.text, term, at)
      const { start, end } = normalized.originalRange(at, normalizedEnd)
      const range = document.createRange()
      if (setPoint(pieces, start, false, range) && setPoint(pieces, end, true, range)) ranges.push(range)
      at = indexOfTerm(normalized.text, term, normalizedEnd)
    }
  }
  return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
}

/** The text nodes in order; a line's end stands for the border between two blocks. */
interface Piece {
  readonly node: Text | null
  readonly text: string
  readonly start: number
}

function piecesOf(root: HTMLElement): Piece[] {
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let start = 0
  let block: Element | null = null
  const add = (node: Text | null, text: string) => {
    pieces.push({ node, text, start })
    start += text.length
  }
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    const around = node.parentElement?.closest('p, li, h1, h2, h3, h4, h5, h6, blockquote, code, div') ?? null
    if (block !== null && around !== block) add(null, '\n')
    block = around
    add(node, node.data)
  }
  return pieces
}

function setPoint(pieces: readonly Piece[], offset: number, isEnd: boolean, range: Range): boolean {
  // Of those that begin at one place the last has the words: the others are empty.
  const piece = pieces[countWhile(pieces, ({ start }) => (isEnd ? start < offset : start <= offset)) - 1]
  if (!piece?.node || offset - piece.start > piece.text.length - (isEnd ? 0 : 1)) return false
  if (isEnd) range.setEnd(piece.node, offset - piece.start)
  else range.setStart(piece.node, offset - piece.start)
  return true
}
