/** A real Lexical editor without a page, with the nodes our answers may hold. Whatever it refuses throws. */
import { CodeHighlightNode, CodeNode } from '@lexical/code-core'
import { HorizontalRuleNode } from '@lexical/extension'
import { createHeadlessEditor } from '@lexical/headless'
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import type { LexicalEditor } from 'lexical'
import type { AnswerDocument } from '#shared/document/document'

export function newEditor(): LexicalEditor {
  return createHeadlessEditor({
    nodes: [
      ...[HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, CodeNode, CodeHighlightNode, HorizontalRuleNode],
      ...[TableNode, TableRowNode, TableCellNode],
    ],
    onError(error) {
      throw error
    },
  })
}

/** What is on disk after an edit: the state as JSON, through text. */
export function storedBy(editor: LexicalEditor): { root: unknown } {
  return JSON.parse(JSON.stringify(editor.getEditorState()))
}

/** The document as Lexical writes it after having read it. */
export function throughLexical(document: AnswerDocument): { root: unknown } {
  const editor = newEditor()
  editor.setEditorState(editor.parseEditorState(document))
  return storedBy(editor)
}

/** As above, with every node marked dirty, so that all of Lexical's own corrections run. */
export function settledByLexical(document: AnswerDocument): { root: unknown } {
  const editor = newEditor()
  editor.setEditorState(editor.parseEditorState(document))
  editor.update(
    () => {
      for (const node of editor.getEditorState()._nodeMap.values()) node.markDirty()
    },
    { discrete: true },
  )
  return storedBy(editor)
}
