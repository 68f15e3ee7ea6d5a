/** What may stand in a table: rows of one length, in each cell one paragraph. Words that come in otherwise stay, as lines. */
import {
  $createTableCellNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from '@lexical/table'
import { $createLineBreakNode, $createParagraphNode, $isParagraphNode, type RootNode } from 'lexical'
import { $linesOf } from './documentRules'

/** The first row is the head, and its cells say how their columns are aligned. */
export function $keepTable(table: TableNode): void {
  for (const child of table.getChildren().reverse()) if (!$isTableRowNode(child)) table.insertAfter(child)
  const rows = table.getChildren().filter($isTableRowNode)
  const width = rows.reduce((most, row) => Math.max(most, row.getChildrenSize()), 0)
  if (width === 0) {
    table.remove()
    return
  }
  for (const row of rows)
    for (let size = row.getChildrenSize(); size < width; size += 1)
      row.append($createTableCellNode().append($createParagraphNode()))
  const head = rows[0]?.getChildren().filter($isTableCellNode) ?? []
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.getChildren().entries()) {
      if (!$isTableCellNode(cell)) continue
      const state = at === 0 ? 1 : 0
      const format = head[column]?.getFormatType() ?? ''
      if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state)
      if (cell.getFormatType() !== format) cell.setFormat(format)
    }
}

/** A row that has changed changes its table. */
export function $keepRow(row: TableRowNode): void {
  const table = row.getParent()
  for (const child of row.getChildren()) {
    if ($isTableCellNode(child)) continue
    const cell = $createTableCellNode()
    child.insertBefore(cell)
    cell.append(child)
  }
  if ($isTableNode(table)) {
    table.markDirty()
    return
  }
  for (const child of row.getChildren()) row.insertBefore(child)
  row.remove()
}

export function $keepCell(cell: TableCellNode): void {
  const children = cell.getChildren()
  if (!$isTableRowNode(cell.getParent())) {
    for (const child of children) cell.insertBefore(child)
    cell.remove()
    return
  }
  const [first, ...rest] = children
  if ($isParagraphNode(first) && rest.length === 0) return
  const paragraph = $isParagraphNode(first) ? first : $createParagraphNode()
  if (paragraph !== first) cell.splice(0, 0, [paragraph])
  for (const child of $isParagraphNode(first) ? rest : children) {
    const lines = $linesOf(child)
    if (lines.length > 0 && !paragraph.isEmpty()) paragraph.append($createLineBreakNode())
    paragraph.append(...lines)
    if (child.isAttached() && !child.is(paragraph) && cell.is(child.getParent())) child.remove()
  }
}

/** Below a table there is a place to go on. */
export function $keepPlaceBelow(root: RootNode): void {
  if ($isTableNode(root.getLastChild())) root.append($createParagraphNode())
}
