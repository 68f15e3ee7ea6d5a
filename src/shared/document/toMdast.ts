/**
 * A document as mdast, the tree Markdown is written from. What Markdown can't express gives way, never a character of the text.
 * Beside what `inlineForm` and `commonMarkForm` say of the words in a block:
 * - empty paragraphs, lists without items, and the alignment, indent and direction of blocks go;
 * - a line break in a heading becomes a space;
 * - an empty line in a quote parts two paragraphs of it;
 * - a nested list belongs to the item before it, or to an empty item where there is none;
 * - what a table gives up is said in `tableToMdast`;
 * - coloured code becomes plain code, and white space in its language's name one space; a list starts at a whole number from 0.
 */
import type { BlockContent, Blockquote, Heading, List, ListItem, PhrasingContent, Root } from 'mdast'
import { commonMarkForm } from './commonMarkForm'
import type {
  AnswerDocument,
  AnyNode,
  BlockNode,
  CodeNode,
  HeadingNode,
  InlineNode,
  ListNode,
  PageBlock,
  QuoteNode,
} from './document'
import { type InlinePiece, inlinePieces, wellFormed } from './inlineForm'
import { inlineToMdast } from './inlineToMdast'
import { withoutFileMark, withoutLineEdges } from './lineEdges'
import { newText } from './newNodes'
import { inlineText, isInline } from './plainText'
import { tableToMdast } from './tableToMdast'

/** The largest number CommonMark reads in front of an item. */
const largestNumber = 999_999_999

export function toMdast(document: AnswerDocument): Root {
  const children: BlockContent[] = []
  for (const block of document.root.children) {
    const beginsFile = children.length === 0 && block.type === 'paragraph'
    const blocks = beginsFile ? paragraphToMdast(withoutFileMark(inlinePieces(block.children))) : blockToMdast(block)
    children.push(...blocks)
  }
  return { type: 'root', children }
}

function blockToMdast(block: PageBlock): BlockContent[] {
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
    case 'table':
      return tableToMdast(block)
  }
}

function paragraphToMdast(pieces: readonly InlinePiece[]): BlockContent[] {
  const children = wordsToMdast(pieces)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function wordsToMdast(pieces: readonly InlinePiece[]): PhrasingContent[] {
  return inlineToMdast(commonMarkForm(pieces))
}

function headingToMdast(heading: HeadingNode): Heading {
  // The schema admits h1 to h6 alone.
  const depth = Number(heading.tag.slice(1)) as Heading['depth']
  return { type: 'heading', depth, children: wordsToMdast(inlinePieces(heading.children.flatMap(onOneLine))) }
}

function onOneLine(node: InlineNode): InlineNode[] {
  if (node.type === 'linebreak') return [newText(' ')]
  if (node.type === 'link') return [{ ...node, children: node.children.flatMap(onOneLine) }]
  return node.type === 'tab' ? [node] : [{ ...node, text: node.text.replace(/\r\n|\r|\n/g, ' ') }]
}

function codeToMdast(code: CodeNode): BlockContent {
  const value = wellFormed(inlineText(code.children)).replace(/\r\n|\r/g, '\n')
  const [lang = null, ...meta] = wellFormed(code.language ?? '').match(/[^ \t\r\n]+/g) ?? []
  return { type: 'code', lang, meta: meta.length > 0 ? meta.join(' ') : null, value }
}

function quoteToMdast(quote: QuoteNode): Blockquote {
  const children = groupsOf(quote.children).flatMap((group) =>
    isBlock(group)
      ? blockToMdast(group)
      : paragraphsOf(withoutLineEdges(inlinePieces(group))).flatMap(paragraphToMdast),
  )
  return { type: 'blockquote', children }
}

/** Two line breaks after words end a paragraph; breaks that follow begin the next one. */
function paragraphsOf(pieces: readonly InlinePiece[]): InlinePiece[][] {
  const paragraphs: InlinePiece[][] = []
  let start = 0
  for (let at = 1; at < pieces.length; at += 1) {
    const [before, here, next] = [pieces[at - 1], pieces[at], pieces[at + 1]].map((piece) => piece?.kind)
    if (at === start || before === 'break' || here !== 'break' || next !== 'break') continue
    paragraphs.push(pieces.slice(start, at))
    start = at + 2
    at = start
  }
  return [...paragraphs, pieces.slice(start)]
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

/** A check is part of an item's first paragraph. */
function makeCheckable(item: ListItem): void {
  if (item.children[0]?.type !== 'paragraph') item.children.unshift({ type: 'paragraph', children: [] })
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
