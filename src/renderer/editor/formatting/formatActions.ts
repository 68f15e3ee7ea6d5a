/** The formats as data: the bar shows them, the keyboard reaches them. Keys in Electron's accelerator form. */
import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'
import { editorKeys } from '#shared/contract/editorKeys'
import type { writing } from '#shared/messages/writing'
import { insertRule, toggleBlock } from './blockFormats'
import type { SelectionSummary } from './selectionSummary'
import { addColumn, addRow, insertTable, removeColumn, removeRow, removeTable } from './tables'

export interface FormatAction {
  readonly id: Exclude<keyof typeof writing.format, 'toolbar' | 'link'>
  readonly keys: string | null
  readonly run: (editor: LexicalEditor) => void
  /** Null for what is put in and not turned on. */
  readonly isOn: ((summary: SelectionSummary) => boolean) | null
  /** Whether it is for the words of a table, or for those outside; absent for both. */
  readonly isForTable?: boolean
}

function text(id: 'bold' | 'italic' | 'strikethrough' | 'code', keys: string): FormatAction {
  return { id, keys, run: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, id), isOn: (summary) => summary[id] }
}

function block(id: FormatAction['id'], kind: Parameters<typeof toggleBlock>[1], keys: string | null): FormatAction {
  return {
    ...{ id, keys, isForTable: false },
    run: (editor) => toggleBlock(editor, kind),
    isOn: (summary) => summary.block === kind,
  }
}

function inTable(id: FormatAction['id'], run: FormatAction['run']): FormatAction {
  return { id, keys: null, run, isOn: null, isForTable: true }
}

export const formatActions: readonly FormatAction[] = [
  text('bold', editorKeys.bold),
  text('italic', editorKeys.italic),
  text('strikethrough', editorKeys.strikethrough),
  text('code', editorKeys.code),
  block('heading', 'heading', editorKeys.heading),
  block('bullet', 'bullet', editorKeys.bullet),
  block('number', 'number', editorKeys.number),
  block('check', 'check', editorKeys.check),
  block('quote', 'quote', editorKeys.quote),
  block('codeBlock', 'code', editorKeys.codeBlock),
  { id: 'rule', keys: null, run: insertRule, isOn: null, isForTable: false },
  { id: 'table', keys: editorKeys.table, run: insertTable, isOn: null, isForTable: false },
  inTable('rowAbove', (editor) => addRow(editor, 'before')),
  inTable('rowBelow', (editor) => addRow(editor, 'after')),
  inTable('columnBefore', (editor) => addColumn(editor, 'before')),
  inTable('columnAfter', (editor) => addColumn(editor, 'after')),
  inTable('removeRow', removeRow),
  inTable('removeColumn', removeColumn),
  inTable('removeTable', removeTable),
]

/** Those that do something where the selection is. */
export function actionsFor(isInTable: boolean): readonly FormatAction[] {
  return formatActions.filter(({ isForTable }) => isForTable === undefined || isForTable === isInTable)
}

export const linkKeys = editorKeys.link
/** Goes to the bar, also without a selection. */
export const barKeys = editorKeys.bar
