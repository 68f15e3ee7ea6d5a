/**
 * A table as mdast. A cell has one line in Markdown:
 * - a line break in it is written `<br>`, as GitHub and others read it;
 * - `|` within an address is written `%7C`; where a backslash stands before a `|`, nothing in the cell is code;
 * - rows are as long as the longest; a table without cells is nothing.
 */
import type { PhrasingContent, Table } from 'mdast'
import { commonMarkForm } from './commonMarkForm'
import { type TableCellNode, type TableNode, textFormat } from './document'
import { type InlinePiece, inlinePieces, reformatted } from './inlineForm'
import { inlineToMdast } from './inlineToMdast'
import { inlineText } from './plainText'
import { alignOf, cellWords, columnsOf } from './tables'

export function tableToMdast(table: TableNode): Table[] {
  const columns = Array.from({ length: columnsOf(table) }, (_, column) => column)
  const [head] = table.children
  if (columns.length === 0) return []
  return [
    {
      type: 'table',
      align: columns.map((column) => alignOf(head?.children[column]) || null),
      children: table.children.map((row) => ({
        type: 'tableRow',
        children: columns.map((column) => ({ type: 'tableCell', children: cellToMdast(row.children[column]) })),
      })),
    },
  ]
}

function cellToMdast(cell: TableCellNode | undefined): PhrasingContent[] {
  const nodes = cellWords(cell)
  const pieces = inlinePieces(nodes).map(inCell)
  const code = inlineText(nodes).includes('\\|') ? textFormat.code : 0
  const form = commonMarkForm(pieces.map((piece) => reformatted(piece, (format) => format & ~code)))
  // Once more, of the addresses that are links only now.
  return inlineToMdast(form.map(inCell))
}

function inCell(piece: InlinePiece): InlinePiece {
  if (piece.kind === 'break') return { ...piece, inCell: true }
  if (piece.kind === 'text') return piece
  return { ...piece, url: piece.url.replaceAll('|', '%7C'), children: piece.children.map(inCell) }
}
