/** Makes the selected blocks headings, lists, quotes or code, and plain paragraphs again when they are that already. */
import { $createCodeNode } from '@lexical/code-core'
import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension'
import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  type ListType,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $getSelection, $isRangeSelection, type ElementNode, type LexicalEditor } from 'lexical'
import { $selectionSummary, type BlockKind } from './selectionSummary'
import { $tablePlace } from './tables'

const insertList = {
  bullet: INSERT_UNORDERED_LIST_COMMAND,
  number: INSERT_ORDERED_LIST_COMMAND,
  check: INSERT_CHECK_LIST_COMMAND,
} as const

const create: Record<Exclude<BlockKind, ListType | 'paragraph'>, () => ElementNode> = {
  heading: () => $createHeadingNode('h2'),
  quote: () => $createQuoteNode(),
  code: () => $createCodeNode(),
}

export function toggleBlock(editor: LexicalEditor, kind: Exclude<BlockKind, 'paragraph'>): void {
  editor.update(() => {
    // A cell holds words alone.
    if ($tablePlace()) return
    const isOn = $selectionSummary()?.block === kind
    if (kind === 'bullet' || kind === 'number' || kind === 'check') {
      editor.dispatchCommand(isOn ? REMOVE_LIST_COMMAND : insertList[kind])
      return
    }
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $setBlocksType(selection, isOn ? $createParagraphNode : create[kind])
  })
}

export function insertRule(editor: LexicalEditor): void {
  editor.update(() => {
    if (!$tablePlace()) editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND)
  })
}
