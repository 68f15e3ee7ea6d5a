/** Code blocks hold lines of text and nothing else: what a selection may do with them. */
import { $isCodeNode } from '@lexical/code-core'
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  type BaseSelection,
  type RangeSelection,
} from 'lexical'
import { asPrivate } from '#shared/document/marks'
import { newTexts } from '#shared/document/newNodes'

/** Whether any of the selected words are code, so that formats and links are not for them. */
export function $isInCode(): boolean {
  const selection = $getSelection()
  return $isRangeSelection(selection) && selection.getNodes().some((node) => $findMatchingParent(node, $isCodeNode))
}

/** Whether what is put in at this selection becomes code. */
export function $startsInCode(selection: BaseSelection): selection is RangeSelection {
  if (!$isRangeSelection(selection)) return false
  const start = selection.isBackward() ? selection.focus : selection.anchor
  return $findMatchingParent(start.getNode(), $isCodeNode) !== null
}

/** In place of the selection. Lexical would put each line in with Enter, and two Enters leave the block. */
export function $insertCode(selection: RangeSelection, text: string, isPrivate = false): void {
  const nodes = newTexts(text)
  if (text !== '') selection.insertNodes((isPrivate ? nodes.map(asPrivate) : nodes).map($parseSerializedNode))
}
