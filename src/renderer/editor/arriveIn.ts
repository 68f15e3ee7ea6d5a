/** Puts blocks that come from elsewhere into an answer, as one step of its history; the caret stays with the words where it is. */
import { $getRoot, $getSelection, $parseSerializedNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import type { BlockNode } from '#shared/document/document'
import { isBlank } from './blank'

/** `isWhole`: in the place of what stands there; else after it. False when the editor took the change back. */
export function arriveIn(editor: LexicalEditor, blocks: readonly BlockNode[], isWhole: boolean): boolean {
  const before = editor.getEditorState()
  const isInstead = isWhole || isBlank(before)
  editor.update(
    () => {
      const root = $getRoot()
      const hasCaret = $getSelection() !== null
      if (isInstead) root.clear()
      root.append(...blocks.map($parseSerializedNode))
      if (isInstead && hasCaret) root.selectEnd()
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  )
  return editor.getEditorState() !== before
}
