/** Puts blocks that come from elsewhere into an answer, as one step of its history; the caret stays with the words where it is. */
import { $getRoot, $getSelection, $parseSerializedNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import { cleanLinks } from '#shared/document/cleanLinks'
import type { PageBlock } from '#shared/document/document'
import { newDocument } from '#shared/document/newNodes'
import { pageForm } from '#shared/document/pageForm'
import { isBlank } from './blank'

/** `blocks` are as an answer's file holds them. `isWhole`: in the place of what stands there; else after it. False when the editor took the change back. */
export function arriveIn(editor: LexicalEditor, blocks: readonly PageBlock[], isWhole: boolean): boolean {
  const before = editor.getEditorState()
  const { root: shown } = pageForm(cleanLinks(newDocument([...blocks])))
  const isInstead = isWhole || isBlank(before)
  editor.update(
    () => {
      const root = $getRoot()
      const hasCaret = $getSelection() !== null
      if (isInstead) root.clear()
      root.append(...shown.children.map($parseSerializedNode))
      if (isInstead && hasCaret) root.selectEnd()
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  )
  return editor.getEditorState() !== before
}
