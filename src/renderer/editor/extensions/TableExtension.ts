/**
 * Tables: Lexical's own nodes and their selection, kept within our format, with the keys of a table. Enter is a line break in a cell, Tab goes on to the
 * next one and in the last makes a row, Escape leaves the table. Nothing is read from a page's DOM: a paste comes through ours.
 */
import {
  $isTableCellNode,
  $isTableNode,
  registerTablePlugin,
  registerTableSelectionObserver,
  setScrollableTablesActive,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table'
import {
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  type DOMExportOutput,
  defineExtension,
  INSERT_LINE_BREAK_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  RootNode,
} from 'lexical'
import { $addRow, $leaveTable, $tablePlace } from '../formatting/tables'
import { decorateNodes } from './decorateNodes'
import { $keepCell, $keepPlaceBelow, $keepRow, $keepTable } from './tableRules'

export const TableExtension = defineExtension({
  name: 'throughline/table',
  nodes: () => [TableNode, TableRowNode, TableCellNode],
  init: (config) =>
    decorateNodes(config, (node, dom) => {
      if ($isTableCellNode(node) && node.hasHeader()) $describeHead(node, dom)
      // The box scrolls along with the caret: to say so keeps it from being taken for one that no key can scroll.
      if ($isTableNode(node)) dom.setAttribute('contenteditable', '')
    }),
  html: {
    export: new Map<Klass<LexicalNode>, (editor: LexicalEditor, node: LexicalNode) => DOMExportOutput>([
      [TableNode, () => ({ element: document.createElement('table') })],
      [TableCellNode, (_, node) => ({ element: $isTableCellNode(node) ? copiedCell(node) : null })],
    ]),
  },
  register(editor) {
    setScrollableTablesActive(editor, true)
    return mergeRegister(
      // Ours before Lexical's, which drop what stands in the wrong place.
      editor.registerNodeTransform(TableNode, $keepTable),
      editor.registerNodeTransform(TableRowNode, $keepRow),
      editor.registerNodeTransform(TableCellNode, $keepCell),
      editor.registerNodeTransform(RootNode, $keepPlaceBelow),
      registerTablePlugin(editor),
      registerTableSelectionObserver(editor, false),
      editor.registerCommand(KEY_TAB_COMMAND, $tab, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => $enter(editor, event), COMMAND_PRIORITY_HIGH),
      // Lexical has the key at the next lower priority, and stays in the table.
      editor.registerCommand(KEY_ESCAPE_COMMAND, $escape, COMMAND_PRIORITY_CRITICAL),
    )
  },
})

/** An empty head names no column, and is a cell as others are. */
function $describeHead(cell: TableCellNode, dom: HTMLElement): void {
  dom.setAttribute('scope', 'col')
  if (cell.getTextContentSize() === 0) dom.setAttribute('role', 'cell')
  else dom.removeAttribute('role')
}

/** Lexical’s own has borders, colours and widths, and not the alignment. */
function copiedCell(cell: TableCellNode): HTMLElement {
  const element = document.createElement(cell.getTag())
  element.style.textAlign = cell.getFormatType()
  return element
}

/** Before the first cell the key means what it does elsewhere. */
function $tab(event: KeyboardEvent): boolean {
  const place = $tablePlace()
  if (!place || event.ctrlKey || event.metaKey || event.altKey) return false
  const { row, cell } = place
  const [beside, beyond] = event.shiftKey
    ? [cell.getPreviousSibling(), row.getPreviousSibling<TableRowNode>()?.getLastChild()]
    : [cell.getNextSibling(), row.getNextSibling<TableRowNode>()?.getFirstChild()]
  const to = beside ?? beyond
  if ($isTableCellNode(to)) to.selectEnd()
  else if (event.shiftKey || !$addRow(place, 'after')) return false
  event.preventDefault()
  return true
}

function $enter(editor: LexicalEditor, event: KeyboardEvent | null): boolean {
  if (!$tablePlace()) return false
  event?.preventDefault()
  return editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
}

function $escape(event: KeyboardEvent): boolean {
  const place = $tablePlace()
  if (!place) return false
  event.preventDefault()
  $leaveTable(place.table)
  return true
}
