/** Links by the policy alone: Ctrl or Cmd with K asks for an address, with a click opens one. */
import { LinkExtension } from '@lexical/link'
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  isDOMNode,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  safeCast,
} from 'lexical'
import { safeLink } from '#shared/document/linkPolicy'
import { $isInCode } from '../formatting/codeBlocks'
import { $linkAround, $selectedLink } from '../formatting/links'

export interface LinkActions {
  /** Shows the address field for the selected words, or for the link the caret is in. */
  ask(editor: LexicalEditor): void
  open(url: string): void
}

export const LinkKeysExtension = defineExtension({
  name: 'throughline/linkKeys',
  config: safeCast<LinkActions>({ ask: () => {}, open: () => {} }),
  dependencies: [configExtension(LinkExtension, { validateUrl: (url) => safeLink(url) !== null && !$isInCode() })],
  register: (editor, { ask, open }) =>
    mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key.toLowerCase() !== 'k' || event.ctrlKey === event.metaKey) return false
          if (event.shiftKey || event.altKey) return false
          // Without words to link the window has a use for these keys.
          if (!$hasWords()) return false
          event.preventDefault()
          if (!$isInCode()) ask(editor)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || !isDOMNode(event.target)) return false
          const node = $getNearestNodeFromDOMNode(event.target)
          const url = safeLink($linkAround(node)?.getURL() ?? '')
          if (url === null) return false
          event.preventDefault()
          open(url)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
})

/** Selected, or those of the link that the caret is in. */
function $hasWords(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  return !selection.isCollapsed() || $selectedLink() !== null
}
