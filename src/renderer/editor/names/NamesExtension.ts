/** Names in an answer: `#tag`, `@person` and `+project` are painted, and lead to what mentions them. */
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  isDOMNode,
  KEY_DOWN_COMMAND,
  type LexicalNode,
  mergeRegister,
  safeCast,
} from 'lexical'
import { editorKeys } from '#shared/contract/editorKeys'
import { asMark } from '#shared/domain/text/markedWords'
import { isPressed } from '../formatting/accelerator'
import { $holdsWords, $marksOf } from './markedNames'
import { paintNames } from './paintNames'

export interface NameActions {
  /** `query` finds what mentions the name. */
  open(query: string): void
}

export const NamesExtension = defineExtension({
  name: 'throughline/names',
  config: safeCast<NameActions>({ open: () => {} }),
  register: (editor, { open }) =>
    mergeRegister(
      paintNames(editor),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!isPressed(editorKeys.openName, event)) return false
          const selection = $getSelection()
          if (!$isRangeSelection(selection)) return false
          const query = $queryAt(selection.focus.getNode(), selection.focus.offset)
          if (query === null) return false
          event.preventDefault()
          open(query)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || !isDOMNode(event.target)) return false
          // Beside a line's words the place is the end of the line, and the target its block.
          if (!$isTextNode($getNearestNodeFromDOMNode(event.target))) return false
          // Chromium has it, and names it as the standard does: https://drafts.csswg.org/cssom-view/#dom-document-caretpositionfrompoint
          const at = document.caretPositionFromPoint(event.clientX, event.clientY)
          if (!at || !isDOMNode(at.offsetNode)) return false
          const node = $getNearestNodeFromDOMNode(at.offsetNode)
          const query = node && $queryAt(node, at.offset)
          if (!query) return false
          event.preventDefault()
          open(query)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
})

/** What finds the name at that place of a text, its edges included; null for none. */
function $queryAt(node: LexicalNode, offset: number): string | null {
  const block = node.getParent()
  if (!$isTextNode(node) || !$isElementNode(block) || !$holdsWords(block)) return null
  const order = new Map(block.getChildrenKeys().map((key, at) => [key, at]))
  const isBefore = (one: { key: string; offset: number }, other: { key: string; offset: number }) => {
    const [a, b] = [order.get(one.key) ?? -1, order.get(other.key) ?? -1]
    return a < b || (a === b && one.offset <= other.offset)
  }
  const here = { key: node.getKey(), offset }
  const mark = $marksOf(block).find(({ from, to }) => isBefore(from, here) && isBefore(here, to))
  return mark ? asMark(mark.sign, mark.name) : null
}
