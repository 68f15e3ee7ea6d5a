/**
 * The items of a checklist as items of a list that say whether they are done. Lexical makes checkboxes of them, which ends the
 * list for screen readers (axe: list, aria-allowed-role). Ctrl or Cmd with Alt and Enter checks the item at the caret.
 */
import { $isListItemNode, $isListNode, CheckListExtension, type ListItemNode } from '@lexical/list'
import { COMMAND_PRIORITY_LOW, defineExtension, KEY_DOWN_COMMAND } from 'lexical'
import { editorKeys } from '#shared/contract/editorKeys'
import { messages } from '#shared/messages/messages'
import { isPressed } from '../formatting/accelerator'
import { $selectedItems } from '../formatting/listItems'
import { decorateNodes } from './decorateNodes'

export const checkKeys = editorKeys.checkItem

const { done, open } = messages.writing.checklist

export const CheckItemExtension = defineExtension({
  name: 'throughline/checkItem',
  dependencies: [CheckListExtension],
  init: (config) =>
    decorateNodes(config, (node, dom) => {
      if ($isListItemNode(node)) $describe(node, dom)
    }),
  register: (editor) => editor.registerCommand(KEY_DOWN_COMMAND, toggle, COMMAND_PRIORITY_LOW),
})

/** The style sheet says `data-state` as the alternative of the item's mark. */
function $describe(item: ListItemNode, dom: HTMLElement): void {
  dom.removeAttribute('role')
  dom.removeAttribute('aria-checked')
  if ($isCheckItem(item)) dom.dataset.state = item.getChecked() ? done : open
  else delete dom.dataset.state
}

/** Not the item that only holds a list within the list. */
function $isCheckItem(item: ListItemNode): boolean {
  const list = item.getParent()
  return $isListNode(list) && list.getListType() === 'check' && !$isListNode(item.getFirstChild())
}

function toggle(event: KeyboardEvent): boolean {
  if (!isPressed(checkKeys, event)) return false
  const items = $selectedItems().filter($isCheckItem)
  for (const item of new Set(items)) item.toggleChecked()
  if (items.length > 0) event.preventDefault()
  return items.length > 0
}
