/**
 * Keeps an answer within its format while it is changed: one rule for each node that may hold only some others. Pastes, commands and
 * Lexical's own merges put nodes where the format has no place for them; the words stay and the nodes around them give way.
 */
import { CodeNode } from '@lexical/code-core'
import { LinkNode } from '@lexical/link'
import { $isListNode, ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import {
  $getRoot,
  $isElementNode,
  defineExtension,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  ParagraphNode,
  RootNode,
} from 'lexical'
import { $keepBlocks, $keepCodeLines, $keepInline, $keepItem, $keepLinkWords, $keepList } from './documentRules'

export const DocumentRulesExtension = defineExtension({
  name: 'throughline/documentRules',
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(RootNode, $keepBlocks),
      editor.registerNodeTransform(ParagraphNode, $keepInline),
      editor.registerNodeTransform(HeadingNode, $keepInline),
      editor.registerNodeTransform(QuoteNode, $keepInline),
      editor.registerNodeTransform(CodeNode, $keepCodeLines),
      editor.registerNodeTransform(LinkNode, $keepLinkWords),
      editor.registerNodeTransform(ListNode, $keepList),
      editor.registerNodeTransform(ListItemNode, $keepItem),
    ),
})

/** To all of what was loaded: rules run by themselves only where something changes. */
export function applyRules(editor: LexicalEditor): void {
  editor.update(() => $markChanged($getRoot()), { discrete: true, tag: HISTORY_MERGE_TAG })
}

function $markChanged(node: LexicalNode): void {
  // Before Lexical's own rule makes one list of two, of which the second was not looked at yet.
  if ($isListNode(node)) $keepList(node)
  node.markDirty()
  if ($isElementNode(node)) for (const child of node.getChildren()) $markChanged(child)
}
