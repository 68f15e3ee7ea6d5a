/** The formats as data: the bar shows them, the keyboard reaches them. Keys in Electron's accelerator form. */
import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'
import type { writing } from '#shared/messages/writing'
import { insertRule, toggleBlock } from './blockFormats'
import type { SelectionSummary } from './selectionSummary'

export interface FormatAction {
  readonly id: Exclude<keyof typeof writing.format, 'toolbar' | 'link'>
  readonly keys: string | null
  readonly run: (editor: LexicalEditor) => void
  /** Null for what is put in and not turned on. */
  readonly isOn: ((summary: SelectionSummary) => boolean) | null
}

function text(id: 'bold' | 'italic' | 'strikethrough' | 'code', keys: string): FormatAction {
  return { id, keys, run: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, id), isOn: (summary) => summary[id] }
}

function block(id: FormatAction['id'], kind: Parameters<typeof toggleBlock>[1], keys: string | null): FormatAction {
  return { id, keys, run: (editor) => toggleBlock(editor, kind), isOn: (summary) => summary.block === kind }
}

export const formatActions: readonly FormatAction[] = [
  text('bold', 'CmdOrCtrl+B'),
  text('italic', 'CmdOrCtrl+I'),
  text('strikethrough', 'CmdOrCtrl+Shift+X'),
  text('code', 'CmdOrCtrl+E'),
  block('heading', 'heading', 'CmdOrCtrl+Alt+1'),
  block('bullet', 'bullet', 'CmdOrCtrl+Shift+8'),
  block('number', 'number', 'CmdOrCtrl+Shift+7'),
  block('check', 'check', 'CmdOrCtrl+Shift+9'),
  block('quote', 'quote', 'CmdOrCtrl+Alt+Q'),
  block('codeBlock', 'code', 'CmdOrCtrl+Alt+C'),
  { id: 'rule', keys: null, run: insertRule, isOn: null },
]

export const linkKeys = 'CmdOrCtrl+K'
/** Goes to the bar, also without a selection. */
export const barKeys = 'Alt+F10'
