/** Keys that leave an answer: Tab, Ctrl or Cmd with Enter, Escape, and the arrows at its edges. */
import {
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  safeCast,
} from 'lexical'
import { $selectedItems } from '../formatting/listItems'
import { $isCaretAt, caretOnEdgeLine, type Edge } from './caretEdges'

/** `at` is where the caret lands in the next answer; `x` keeps its column when it moves by line. */
export interface Step {
  readonly direction: 'next' | 'previous'
  readonly at: Edge
  readonly x?: number
}

export interface SectionNavigation {
  /** False when there is no answer that way. */
  go(from: LexicalEditor, step: Step): boolean
  /** To what stands with the answer's question; false when nothing does. */
  leave(from: LexicalEditor): boolean
}

export const SectionNavigationExtension = defineExtension({
  name: 'throughline/sectionNavigation',
  config: safeCast<SectionNavigation>({ go: () => false, leave: () => false }),
  register: (editor, { go, leave }) =>
    mergeRegister(
      editor.registerCommand(KEY_TAB_COMMAND, (event) => tab(editor, event, go), COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_DOWN_COMMAND, (event) => enter(editor, event, go), COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ESCAPE_COMMAND, () => leave(editor), COMMAND_PRIORITY_LOW),
      onArrow(editor, KEY_ARROW_RIGHT_COMMAND, () => ($isCaretAt('end') ? {} : null), 'next', go),
      onArrow(editor, KEY_ARROW_LEFT_COMMAND, () => ($isCaretAt('start') ? {} : null), 'previous', go),
      onArrow(editor, KEY_ARROW_DOWN_COMMAND, () => columnAt(editor, 'end'), 'next', go),
      onArrow(editor, KEY_ARROW_UP_COMMAND, () => columnAt(editor, 'start'), 'previous', go),
    ),
})

/** In a list Tab nests. At its outer level Shift+Tab goes back; elsewhere the page's last answer leaves the key to the window. */
function tab(editor: LexicalEditor, event: KeyboardEvent, go: SectionNavigation['go']): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const items = $selectedItems()
  const nests = event.shiftKey ? items.some((item) => item.getIndent() > 0) : items.length > 0
  if (nests) {
    event.preventDefault()
    return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND)
  }
  if (go(editor, { direction: event.shiftKey ? 'previous' : 'next', at: 'end' })) event.preventDefault()
  return true
}

function enter(editor: LexicalEditor, event: KeyboardEvent, go: SectionNavigation['go']): boolean {
  if (event.key !== 'Enter' || event.altKey || event.ctrlKey === event.metaKey) return false
  event.preventDefault()
  go(editor, { direction: event.shiftKey ? 'previous' : 'next', at: 'end' })
  return true
}

function onArrow(
  editor: LexicalEditor,
  command: LexicalCommand<KeyboardEvent>,
  $leaves: () => { x?: number } | null,
  direction: Step['direction'],
  go: SectionNavigation['go'],
): () => void {
  return editor.registerCommand(
    command,
    (event) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
      const column = $leaves()
      if (column === null || !go(editor, { direction, at: direction === 'next' ? 'start' : 'end', ...column }))
        return false
      event.preventDefault()
      return true
    },
    COMMAND_PRIORITY_LOW,
  )
}

function columnAt(editor: LexicalEditor, edge: Edge): { x: number } | null {
  const root = editor.getRootElement()
  const caret = root && caretOnEdgeLine(root, edge)
  return caret && { x: caret.left }
}
