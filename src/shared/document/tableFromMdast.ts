/** mdast's table as ours. A row that is too short is filled up, one that is too long makes the table wider; `<br>` is a line break. */
import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import type { InlineNode, PageBlock } from './document'
import type { InlinePiece } from './inlineForm'
import { newParagraph, newTable } from './newNodes'
import { type ColumnAlign, maxTableCells, maxTableColumns, mayBeFilled } from './tables'

/** How the words of a cell are read. */
interface Reading {
  pieces(nodes: readonly RootContent[]): InlinePiece[]
  words(pieces: readonly InlinePiece[]): InlineNode[]
}

export function tableFromMdast({ align, children }: Table, reading: Reading): PageBlock[] {
  const width = children.reduce((most, row) => Math.max(most, row.children.length), 0)
  if (width === 0) return []
  const rows = width > maxTableColumns ? [] : children.slice(0, Math.floor(maxTableCells / width))
  const given = rows.reduce((sum, row) => sum + row.children.length, 0)
  if (!mayBeFilled(given, rows.length * width - given)) rows.length = 0
  const rest = children.slice(rows.length).flatMap((row) => lineOf(row, reading))
  if (rows.length === 0) return rest
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, at) =>
      reading.words(reading.pieces(withBreaks(row.children[at]?.children ?? []))),
    ),
  )
  const columns = Array.from({ length: width }, (_, at): ColumnAlign => align?.[at] ?? '')
  return [newTable(cells, columns), ...rest]
}

function lineOf(row: TableRow, { pieces, words }: Reading): PageBlock[] {
  const line = words(rowPieces(row, pieces))
  return line.length > 0 ? [newParagraph(line)] : []
}

/** A row where no table can stand. */
export function rowPieces(row: TableRow, pieces: Reading['pieces']): InlinePiece[] {
  const last = row.children.findLastIndex(({ children }) => children.length > 0)
  return row.children
    .slice(0, last + 1)
    .flatMap(({ children }, at): InlinePiece[] => [
      ...(at > 0 ? [{ kind: 'text' as const, text: ' | ', format: 0 }] : []),
      ...pieces(withBreaks(children)),
    ])
}

function withBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'html' && /^<br[ \t]*\/?>$/i.test(node.value)) return { type: 'break' }
    return 'children' in node ? { ...node, children: withBreaks(node.children) } : node
  })
}
