/**
 * A document as mdast, the tree Markdown is written from. What Markdown can't tell gives way, never a character of the text.
 * Beside what `inlineForm` says of the words in a block:
 * - empty paragraphs, lists without items, and the alignment, indent and direction of blocks go;
 * - a line break in a heading becomes a space;
 * - an empty line in a quote parts two paragraphs of it;
 * - a nested list belongs to the item before it, or to an empty item where there is none;
 * - coloured code becomes plain code; a list starts at a whole number from 0.
 */
import type { BlockContent, Blockquote, Heading, List, ListItem, Root } from 'mdast'
import type {
  AnswerDocument,
  AnyNode,
  BlockNode,
  CodeNode,
  HeadingNode,
  InlineNode,
  ListNode,
  QuoteNode,
} from './document'
import { type InlinePiece, inlinePieces, wellFormed } from './inlineForm'
import { inlineToMdast } from './inlineToMdast'
import { newText } from './newNodes'
import { inlineText, isInline } from './plainText'

/** The largest number CommonMark reads in front of an item. */
const largestNumber = 999_999_999

export function toMdast(document: AnswerDocument): Root {
  return { type: 'root', children: document.root.children.flatMap(blockToMdast) }
}

function blockToMdast(block: BlockNode): BlockContent[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphToMdast(inlinePieces(block.children))
    case 'heading':
      return [headingToMdast(block)]
    case 'code':
      return [codeToMdast(block)]
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
    case 'quote':
      return [quoteToMdast(block)]
    case 'list':
      return listToMdast(block)
  }
}

function paragraphToMdast(pieces: readonly InlinePiece[]): BlockContent[] {
  return pieces.length > 0 ? [{ type: 'paragraph', children: inlineToMdast(pieces) }] : []
}

function headingToMdast(heading: HeadingNode): Heading {
  // The schema admits h1 to h6 alone.
  const depth = Number(heading.tag.slice(1)) as Heading['depth']
  return { type: 'heading', depth, children: inlineToMdast(inlinePieces(heading.children.flatMap(onOneLine))) }
}

function onOneLine(node: InlineNode): InlineNode[] {
  if (node.type === 'linebreak') return [newText(' ')]
  if (node.type === 'link') return [{ ...node, children: node.children.flatMap(onOneLine) }]
  return node.type === 'tab' ? [node] : [{ ...node, text: node.text.replace(/\r\n|\r|\n/g, ' ') }]
}

function codeToMdast(code: CodeNode): BlockContent {
  const value = wellFormed(inlineText(code.children)).replace(/\r\n|\r/g, '\n')
  return { type: 'code', lang: code.language ? wellFormed(code.language) : null, value }
}

function quoteToMdast(quote: QuoteNode): Blockquote {
  const children = groupsOf(quote.children).flatMap((group) =>
    isBlock(group) ? blockToMdast(group) : paragraphsOf(inlinePieces(group)).flatMap(paragraphToMdast),
  )
  return { type: 'blockquote', children }
}

/** Two line breaks after words end a paragraph; breaks that follow begin the next one. */
function paragraphsOf(pieces: readonly InlinePiece[]): InlinePiece[][] {
  const isBreak = (index: number) => pieces[index]?.kind === 'break'
  const end = pieces.findIndex((_, index) => index > 0 && !isBreak(index - 1) && isBreak(index) && isBreak(index + 1))
  return end === -1 ? [[...pieces]] : [pieces.slice(0, end), ...paragraphsOf(pieces.slice(end + 2))]
}

function listToMdast(list: ListNode): BlockContent[] {
  const items: ListItem[] = []
  for (const item of list.children) {
    const groups = groupsOf(item.children)
    const [first] = groups
    const last = items.at(-1)
    if (last && first && isBlock(first) && first.type === 'list') {
      last.children.push(...itemBlocks(groups))
    } else {
      const checked = list.listType === 'check' ? item.checked === true : null
      items.push({ type: 'listItem', spread: false, checked, children: itemBlocks(groups) })
    }
  }
  if (items.length === 0) return []
  for (const item of items) if (item.checked !== null) makeCheckable(item)
  const ordered = list.listType === 'number'
  const start = ordered ? { start: startOf(list, items.length) } : {}
  return [{ type: 'list', ordered, ...start, spread: false, children: items } satisfies List]
}

function itemBlocks(groups: readonly (BlockNode | AnyNode[])[]): BlockContent[] {
  return groups.flatMap((group) => (isBlock(group) ? blockToMdast(group) : paragraphToMdast(inlinePieces(group))))
}

function startOf(list: ListNode, count: number): number {
  const start = list.start ?? 1
  return Number.isInteger(start) && start >= 0 && start + count <= largestNumber ? start : 1
}

/** A check stands before words only: an empty item gets one space, one of spaces gets one more; `fromMdast` takes it back. */
function makeCheckable(item: ListItem): void {
  const [first] = item.children
  if (first?.type !== 'paragraph') {
    item.children.unshift({ type: 'paragraph', children: [{ type: 'text', value: ' ' }] })
    return
  }
  const [words, ...more] = first.children
  if (words?.type === 'text' && more.length === 0 && /^ +$/.test(words.value)) words.value += ' '
}

/** Inline nodes that stand next to each other, and the blocks between them. */
function groupsOf(nodes: readonly (InlineNode | BlockNode)[]): (BlockNode | AnyNode[])[] {
  const groups: (BlockNode | AnyNode[])[] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (isInline(node) && Array.isArray(last)) last.push(node)
    else groups.push(isInlineNode(node) ? [node] : node)
  }
  return groups
}

function isBlock(group: BlockNode | AnyNode[]): group is BlockNode {
  return !Array.isArray(group)
}

function isInlineNode(node: InlineNode | BlockNode): node is InlineNode {
  return isInline(node)
}
