/** Tables made and changed at the caret: each row as long as the others, the first one the head. */
import {
  $createTableCellNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from '@lexical/table'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $parseSerializedNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { newTable } from '#shared/document/newNodes'
import { maxTableCells, maxTableColumns } from '#shared/document/tables'

export type Side = 'before' | 'after'

/** Where the caret is in a table. */
export interface TablePlace {
  readonly table: TableNode
  readonly row: TableRowNode
  readonly cell: TableCellNode
  /** From 0. */
  readonly column: number
}

export function $placeOf(node: LexicalNode): TablePlace | null {
  const cell = $findMatchingParent(node, $isTableCellNode)
  const row = cell?.getParent()
  const table = row?.getParent()
  return cell && $isTableRowNode(row) && $isTableNode(table)
    ? { table, row, cell, column: cell.getIndexWithinParent() }
    : null
}

/** Null outside of tables. Of several cells that are selected the one at which the selection ends. */
export function $tablePlace(): TablePlace | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null
  return $placeOf(selection.focus.getNode())
}

export function insertTable(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection) || $tablePlace()) return
    const block = selection.focus.getNode().getTopLevelElement()
    const table = $emptyTable(3, 3)
    if (block === null) return
    block.insertAfter(table)
    if ($isParagraphNode(block) && block.isEmpty()) block.remove()
    table.selectStart()
  })
}

function $emptyTable(rows: number, columns: number): ElementNode {
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => []))
  // What is parsed is a table.
  return $parseSerializedNode(newTable(cells)) as TableNode
}

export function addRow(editor: LexicalEditor, side: Side): void {
  editor.update(() => {
    const place = $tablePlace()
    if (place) $addRow(place, side)
  })
}

/** With the caret in its first cell. False where the table is as large as it may be. */
export function $addRow({ table, row }: Pick<TablePlace, 'table' | 'row'>, side: Side): boolean {
  const columns = row.getChildrenSize()
  if ((table.getChildrenSize() + 1) * columns > maxTableCells) return false
  const added = $createTableRowNode().append(...Array.from({ length: columns }, $newCell))
  if (side === 'after') row.insertAfter(added)
  else row.insertBefore(added)
  added.selectStart()
  return true
}

export function addColumn(editor: LexicalEditor, side: Side): void {
  editor.update(() => {
    const place = $tablePlace()
    if (!place) return
    const { table, row, column } = place
    const columns = row.getChildrenSize() + 1
    if (columns > maxTableColumns || columns * table.getChildrenSize() > maxTableCells) return
    for (const each of table.getChildren()) {
      const beside = $isTableRowNode(each) ? each.getChildAtIndex(column) : null
      if (side === 'after') beside?.insertAfter($newCell())
      else beside?.insertBefore($newCell())
    }
    $selectCell(row, side === 'after' ? column + 1 : column)
  })
}

/** The words in it go; with the last row the table does. */
export function removeRow(editor: LexicalEditor): void {
  editor.update(() => {
    const place = $tablePlace()
    if (!place) return
    const { table, row, column } = place
    const next = row.getNextSibling() ?? row.getPreviousSibling()
    if (!$isTableRowNode(next)) return $removeTable(table)
    $selectCell(next, column)
    row.remove()
  })
}

/** With the last column the table goes. */
export function removeColumn(editor: LexicalEditor): void {
  editor.update(() => {
    const place = $tablePlace()
    if (!place) return
    const { table, row, column } = place
    const last = row.getChildrenSize() - 1
    if (last === 0) return $removeTable(table)
    $selectCell(row, column === last ? column - 1 : column + 1)
    for (const each of table.getChildren()) if ($isTableRowNode(each)) each.getChildAtIndex(column)?.remove()
  })
}

export function removeTable(editor: LexicalEditor): void {
  editor.update(() => {
    const place = $tablePlace()
    if (place) $removeTable(place.table)
  })
}

function $removeTable(table: TableNode): void {
  $leaveTable(table)
  table.remove()
}

/** The caret goes below the table. */
export function $leaveTable(table: TableNode): void {
  const next = table.getNextSibling()
  if (next) next.selectStart()
  else {
    const after = $createParagraphNode()
    table.insertAfter(after)
    after.selectStart()
  }
}

function $selectCell(row: TableRowNode, column: number): void {
  const cell = row.getChildAtIndex(column)
  if ($isTableCellNode(cell)) cell.selectStart()
}

/** Which row it stands in says whether it is a head. */
function $newCell(): TableCellNode {
  return $createTableCellNode().append($createParagraphNode())
}
