/**
 * Holds the rules of blocks' marks while an answer is changed. Private spreads: to every part of a split, to the whole of a join, with each
 * conversion and each copy inside the app. An id stays on the one block that holds its words. Lexical keeps neither: a conversion drops a block's
 * state, Enter leaves it on one half or puts it on both. So the words bear the marks of their block, and blocks get them back from their words.
 */
import { CodeNode } from '@lexical/code-core'
import { ListItemNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  type NodeKey,
  ParagraphNode,
  RootNode,
  safeCast,
} from 'lexical'
import { $hasMarks, $isMarkedBlock, $lostPrivate, $marksOf, $setMarks, $settleMarks, $wordsOf } from './blockMarks'
import { createPageIds, type PageIds } from './pageIds'

export const BlockMarksExtension = defineExtension({
  name: 'throughline/blockMarks',
  config: safeCast<{ pageIds: PageIds }>({ pageIds: createPageIds([]) }),
  register(editor, { pageIds }) {
    /** Blocks that this update made. */
    const created = new Map<NodeKey, ElementNode>()
    let isTouched = false
    let splitsPrivate = false

    function $look(block: ElementNode): void {
      if (!editor.getEditorState()._nodeMap.has(block.getKey())) created.set(block.getKey(), block)
      isTouched ||= $hasMarks(block)
    }

    function $settle(): void {
      const before = editor.getEditorState()
      if (created.size > 0) {
        // A split leaves an empty part, and an empty line becomes something else: no words say so. What takes the place of one is private too.
        const lost = $lostPrivate(before)
        const isSpread = splitsPrivate || lost !== null
        for (const block of created.values()) {
          if (!isSpread || !block.isAttached()) continue
          if (lost === 'empty' || $wordsOf(block).length === 0)
            $setMarks(block, { ...$marksOf(block), isPrivate: true })
        }
        isTouched ||= isSpread
      }
      created.clear()
      splitsPrivate = false
      if (!isTouched) return
      isTouched = false
      $settleMarks(before, pageIds.seen)
    }

    return mergeRegister(
      pageIds.join(editor),
      ...[ParagraphNode, HeadingNode, QuoteNode, CodeNode, ListItemNode].map((type) =>
        editor.registerNodeTransform(type, $look),
      ),
      // Lexical runs those of the root last, and whenever anything has changed.
      editor.registerNodeTransform(RootNode, $settle),
      editor.registerCommand(
        INSERT_PARAGRAPH_COMMAND,
        () => {
          splitsPrivate = $startsPrivate()
          return false
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerUpdateListener(() => {
        splitsPrivate = false
      }),
    )
  },
})

function $startsPrivate(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $findMatchingParent(selection.anchor.getNode(), $isMarkedBlock)
  return block !== null && $marksOf(block).isPrivate
}
