/** What the selection is made of, for the formatting bar: read only while the bar shows. */
import { $isCodeNode } from '@lexical/code-core'
import { $isListNode, type ListType } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $findMatchingParent, $getSelection, $isRangeSelection, type LexicalNode } from 'lexical'
import { $selectedLink } from './links'
import { $tablePlace } from './tables'

export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'code' | ListType

export interface SelectionSummary {
  readonly bold: boolean
  readonly italic: boolean
  readonly strikethrough: boolean
  readonly code: boolean
  readonly link: string | null
  readonly block: BlockKind
  readonly isInTable: boolean
}

/** Null when nothing of the answer's text is selected. */
export function $selectionSummary(): SelectionSummary | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    strikethrough: selection.hasFormat('strikethrough'),
    code: selection.hasFormat('code'),
    link: $selectedLink()?.getURL() ?? null,
    block: $blockKind(selection.anchor.getNode()),
    isInTable: $tablePlace() !== null,
  }
}

function $blockKind(node: LexicalNode): BlockKind {
  const block = $findMatchingParent(
    node,
    (parent) => $isListNode(parent) || $isHeadingNode(parent) || $isQuoteNode(parent) || $isCodeNode(parent),
  )
  if ($isListNode(block)) return block.getListType()
  if ($isHeadingNode(block)) return 'heading'
  if ($isQuoteNode(block)) return 'quote'
  return $isCodeNode(block) ? 'code' : 'paragraph'
}
