/** Tables as Markdown has them: a head, rows as long as it, an alignment for each column. */
import type { InlineNode, TableCellNode, TableNode } from './document'
import { newLinebreak } from './newNodes'

/** '' for none of its own. */
export type ColumnAlign = '' | 'left' | 'center' | 'right'

/** More is no table that a person reads: what is beyond comes in as lines of text. */
export const maxTableColumns = 60
export const maxTableCells = 2000

/** Whether a table of so many cells may be filled up with so many: else rows of one sign would make a page of millions. */
export function mayBeFilled(cells: number, added: number): boolean {
  return added <= 2 * cells
}

export function columnsOf(table: TableNode): number {
  return table.children.reduce((most, { children }) => Math.max(most, children.length), 0)
}

export function alignOf(cell: TableCellNode | undefined): ColumnAlign {
  const format = cell?.format
  return format === 'left' || format === 'center' || format === 'right' ? format : ''
}

/** The words of a cell, a line for each paragraph. */
export function cellWords(cell: TableCellNode | undefined): InlineNode[] {
  return (cell?.children ?? []).flatMap(({ children }, at) => (at > 0 ? [newLinebreak(), ...children] : children))
}
