/** Puts words into an answer, at its end, as one step of its history. */
import { $isListNode } from '@lexical/list'
import { $getRoot, $isElementNode, $parseSerializedNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import { type BlockNode, documentOfText } from '#shared/document/document'
import { newList, newListItem, newTexts } from '#shared/document/newNodes'
import { isBlank } from './blank'

export type Form = 'text' | 'bullet'

export function putIn(editor: LexicalEditor, text: string, form: Form): void {
  const blocks: readonly BlockNode[] =
    form === 'bullet' ? [newList('bullet', [newListItem(newTexts(text), 1, 0)])] : documentOfText(text).root.children
  const blank = isBlank(editor.getEditorState())
  editor.update(
    () => {
      const root = $getRoot()
      if (blank) root.clear()
      const nodes = blocks.map($parseSerializedNode)
      const [first] = nodes
      const end = root.getLastChild()
      // A list that is there goes on.
      if ($isListNode(end) && end.getListType() === 'bullet' && $isElementNode(first) && form === 'bullet')
        end.append(...first.getChildren())
      else root.append(...nodes)
      root.selectEnd()
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  )
  editor.focus()
}

/** Whether the answer still has these words, however they are broken into lines. */
export function holds(editor: LexicalEditor, text: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  return editor.getEditorState().read(() => plain($getRoot().getTextContent()).includes(plain(text)))
}
