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

/** The alignments that a line of Markdown such as `| - | :-: |` gives to its columns; null for any other line. */
export function alignsIn(line: string): ColumnAlign[] | null {
  const trimmed = line.trim()
  if (!trimmed.includes('|') || !trimmed.includes('-')) return null
  const parts = trimmed.split('|').map((part) => part.trim())
  const cells = parts.slice(parts[0] === '' ? 1 : 0, parts.at(-1) === '' ? -1 : parts.length)
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return null
  return cells.map((cell) => {
    const [left, right] = [cell.startsWith(':'), cell.endsWith(':')]
    return left && right ? 'center' : left ? 'left' : right ? 'right' : ''
  })
}
