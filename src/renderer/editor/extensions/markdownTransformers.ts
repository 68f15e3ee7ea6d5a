/** The Markdown that becomes a format while it is typed: only what an answer may hold. */
import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension'
import { $createLinkNode, LinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, ListItemNode, ListNode } from '@lexical/list'
import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  type MultilineElementTransformer,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type TextMatchTransformer,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown'
import {
  $createTextNode,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from 'lexical'
import { safeLink } from '#shared/document/linkPolicy'
import { $tablePlace } from '../formatting/tables'
import { $linkAddresses } from './addressLinks'
import { isOutOfPlace, pairedSigns } from './shortcutPlace'
import { typedTable } from './typedTable'

const never = /(?!)/

/** `---` and a space or Enter. */
const rule: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: () => null,
  regExp: /^(?:---|\*\*\*|___)\s?$/,
  triggerOnEnter: true,
  replace(paragraph) {
    const line = $createHorizontalRuleNode()
    // The paragraph stays, emptied, as the place to go on.
    paragraph.insertBefore(line)
    paragraph.selectStart()
  },
}

/** `[words](address)`, when the link policy lets the address be one. */
const link: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [LinkNode],
  regExp: /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)$/,
  trigger: ')',
  replace(node, [, words = '', address = '']) {
    const url = safeLink(address)
    if (url === null) return
    const made = $createLinkNode(url)
    made.append($createTextNode(words).setFormat(node.getFormat()))
    node.replace(made)
    made.selectNext(0, 0)
  },
}

/** `[ ]` at the start of a bullet makes a checklist of its list. */
const checkInList: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [ListNode, ListItemNode],
  regExp: /^\[( |x|X)?\] $/,
  trigger: ' ',
  replace(node, [, mark = '']) {
    const item = node.getParent()
    if (!$isListItemNode(item) || node.getPreviousSibling() !== null) return
    const list = item.getParent()
    if (!$isListNode(list) || list.getListType() !== 'bullet') return
    list.setListType('check')
    item.setChecked(mark.trim() !== '')
    node.remove()
    item.selectStart()
  },
}

/** An address becomes a link with the space after it. */
const address: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [LinkNode],
  regExp: /(?:https?:\/\/|www\.|mailto:)\S+\s$/i,
  trigger: ' ',
  replace: (node) => $linkAddresses(node),
}

/** Goes before the formats, and leaves a sign that is out of its place, or was not typed, as it is. */
function leftAsItIs(sign: string, isTyped: () => boolean): TextMatchTransformer {
  return {
    type: 'text-match',
    dependencies: [],
    trigger: sign,
    // Asked for with each such sign.
    get regExp() {
      return !isTyped() || $isSignOutOfPlace() ? /.$/su : never
    },
    replace() {},
  }
}

/** A paste that moves the caret by one place is a key for Lexical. In a table nothing becomes a block. */
function whenTyped<T extends ElementTransformer | MultilineElementTransformer | TextMatchTransformer>(
  transformer: T,
  isTyped: () => boolean,
): T {
  const isBlock = transformer.type !== 'text-match'
  const regExp = 'regExpStart' in transformer ? 'regExpStart' : 'regExp'
  return Object.defineProperty({ ...transformer }, regExp, {
    get: () => (isTyped() && !(isBlock && $tablePlace()) ? transformer[regExp as keyof T] : never),
  })
}

function $isSignOutOfPlace(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const { anchor } = selection
  const node = anchor.getNode()
  const text = node.getTextContent()
  const before = lineTo(node.getPreviousSibling()) + text.slice(0, anchor.offset)
  return isOutOfPlace(before, text.slice(anchor.offset) || (node.getNextSibling()?.getTextContent() ?? ''))
}

/** The words of the line up to the end of this node. A link is no part of a word. */
function lineTo(node: LexicalNode | null): string {
  if (node === null || $isLineBreakNode(node)) return ''
  return lineTo(node.getPreviousSibling()) + ($isTextNode(node) ? node.getTextContent() : ' ')
}

const places = [
  HEADING,
  QUOTE,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  rule,
  typedTable,
  CODE,
  link,
  checkInList,
  address,
] as const

/** `isTyped` says whether the last change was a key and no paste. */
export function markdownTransformers(isTyped: () => boolean): Transformer[] {
  return [
    ...places.map((transformer) => whenTyped(transformer, isTyped)),
    INLINE_CODE,
    BOLD_ITALIC_STAR,
    BOLD_ITALIC_UNDERSCORE,
    BOLD_STAR,
    BOLD_UNDERSCORE,
    ITALIC_STAR,
    ITALIC_UNDERSCORE,
    STRIKETHROUGH,
    ...Object.keys(pairedSigns).map((sign) => leftAsItIs(sign, isTyped)),
  ]
}
