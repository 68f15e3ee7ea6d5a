/** The formats as data: the bar shows them, the keyboard reaches them. Keys in Electron's accelerator form. */
import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'
import { editorKeys } from '#shared/contract/editorKeys'
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
  { id: 'rule', keys: null, run: insertRule, isOn: null },
]

export const linkKeys = editorKeys.link
/** Goes to the bar, also without a selection. */
export const barKeys = editorKeys.bar
