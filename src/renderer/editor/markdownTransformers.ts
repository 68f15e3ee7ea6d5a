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
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type TextMatchTransformer,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown'
import { $createTextNode } from 'lexical'
import { safeLink } from '#shared/document/linkPolicy'

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

export const markdownTransformers: Transformer[] = [
  HEADING,
  QUOTE,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  rule,
  CODE,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  link,
  checkInList,
]
