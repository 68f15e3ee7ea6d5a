/**
 * mdast to a document: the way in for Markdown and, through it, for pasted HTML. What our pages have no node for keeps its words:
 * - paragraphs of a quote become lines with an empty one between; other blocks of a quote come to stand after it;
 * - blocks in a list item become lines of it; lists deeper than the editor allows continue at the deepest level;
 * - a table in a list becomes a line for each row; `tableFromMdast` says what becomes of large ones;
 * - images become their description; HTML the text it is;
 * - a list in which any item has a check is a check list; two lists of one type have an empty paragraph between them.
 */
import type { Definition, Html, List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import {
  type AnswerDocument,
  type BlockNode,
  type InlineNode,
  type ListItemNode,
  maxListDepth,
  type PageBlock,
  textFormat,
} from './document'
import { type InlinePiece, inlineForm, nodesOf } from './inlineForm'
import { type Definitions, inlineFromMdast } from './inlineFromMdast'
import {
  newCode,
  newDocument,
  newHeading,
  newList,
  newListItem,
  newParagraph,
  newQuote,
  newRule,
  newTexts,
} from './newNodes'
import { rowPieces, tableFromMdast } from './tableFromMdast'

const lineBreak: InlinePiece = { kind: 'break' }
const emptyLine = [lineBreak, lineBreak]

export function fromMdast(root: Root): AnswerDocument {
  const definitions = new Map<string, { url: string; title: string | null }>()
  collectDefinitions(root, definitions)
  return newDocument(listsApart(flow(root.children).flatMap((block) => blockFromMdast(block, definitions))))
}

/** Lexical makes one list of two neighbours of one type, so that an empty paragraph has to stand between them. */
function listsApart(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    const alike = block.type === 'list' && before?.type === 'list' && block.listType === before.listType
    return alike ? [newParagraph([]), block] : [block]
  })
}

function collectDefinitions(node: Nodes, found: Map<string, { url: string; title: string | null }>): void {
  if (node.type === 'definition') addDefinition(node, found)
  if ('children' in node) for (const child of node.children) collectDefinitions(child, found)
}

/** The first of several with one label counts. */
function addDefinition(node: Definition, found: Map<string, { url: string; title: string | null }>): void {
  if (!found.has(node.identifier)) found.set(node.identifier, { url: node.url, title: node.title ?? null })
}

function blockFromMdast(block: RootContent, definitions: Definitions): PageBlock[] {
  switch (block.type) {
    case 'paragraph':
      // Only pasted HTML has paragraphs without words: the empty lines of a letter.
      return block.children.length === 0 ? [newParagraph([])] : paragraphs(inlineFromMdast([block], definitions))
    case 'heading':
      return [newHeading(`h${block.depth}`, words(inlineFromMdast(block.children, definitions)))]
    case 'code':
      return [newCode(codeNodes(block.value), [block.lang, block.meta].filter(Boolean).join(' ') || undefined)]
    case 'thematicBreak':
      return [newRule()]
    case 'blockquote':
      return quoteFromMdast(block.children, definitions)
    case 'list':
      return [listFromMdast(block, definitions, 0)]
    case 'table':
      return tableFromMdast(block, { pieces: (nodes) => inlineFromMdast(nodes, definitions), words })
    case 'definition':
      return []
    case 'footnoteDefinition':
      return paragraphs([...plain(`[^${block.label ?? block.identifier}]: `), ...linesOf(block.children, definitions)])
    case 'html':
      return paragraphs(htmlLines(block))
    default:
      return paragraphs(inlineFromMdast([block], definitions))
  }
}

function words(pieces: readonly InlinePiece[]): InlineNode[] {
  return nodesOf(inlineForm(pieces))
}

function paragraphs(pieces: readonly InlinePiece[]): BlockNode[] {
  const children = words(pieces)
  return children.length > 0 ? [newParagraph(children)] : []
}

/** Code blocks hold text, tabs and line breaks, never links. */
function codeNodes(value: string) {
  return newTexts(value)
}

const phrasing = new Set<string>(
  'break delete emphasis footnoteReference image imageReference inlineCode link linkReference strong text'.split(' '),
)

/** Words that stand between blocks, as they may in HTML, are a paragraph. */
function flow(children: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = []
  let run: PhrasingContent[] | null = null
  for (const child of children) {
    if (isPhrasing(child)) {
      if (run === null) {
        run = []
        blocks.push({ type: 'paragraph', children: run })
      }
      run.push(child)
    } else {
      run = null
      blocks.push(child)
    }
  }
  return blocks
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasing.has(node.type)
}

function quoteFromMdast(children: readonly RootContent[], definitions: Definitions): PageBlock[] {
  const result: PageBlock[] = []
  let lines: InlinePiece[][] = []
  const endQuote = () => {
    if (lines.length > 0) result.push(newQuote(words(joined(lines))))
    lines = []
  }
  for (const child of flow(children)) {
    if (child.type === 'paragraph') {
      lines.push(inlineFromMdast([child], definitions))
    } else {
      endQuote()
      result.push(...blockFromMdast(child, definitions))
    }
  }
  endQuote()
  return children.length > 0 ? result : [newQuote([])]
}

function listFromMdast(list: List, definitions: Definitions, depth: number): BlockNode {
  const isCheck = list.children.some((item) => typeof item.checked === 'boolean')
  const listType = isCheck ? 'check' : list.ordered ? 'number' : 'bullet'
  const start = listType === 'number' ? (list.start ?? 1) : 1
  const children: ListItemNode[] = []
  let value = start
  const add = (content: (InlineNode | BlockNode)[], checked: boolean) => {
    children.push(newListItem(content, value, depth, isCheck ? checked : undefined))
    if (content[0]?.type !== 'list') value += 1
  }
  for (const item of list.children) {
    for (const part of itemParts(item, definitions)) {
      if (Array.isArray(part)) {
        add(words(part), item.checked === true)
      } else if (depth + 1 < maxListDepth) {
        add([listFromMdast(part, definitions, depth + 1)], false)
      } else {
        for (const line of deepLines(part, definitions)) add(words(line), false)
      }
    }
  }
  return newList(listType, children, start)
}

/** The words of an item and the lists in it, in their order; an item begins with words, if only with none. */
function itemParts(item: ListItem, definitions: Definitions): (InlinePiece[] | List)[] {
  const parts: (InlinePiece[] | List)[] = []
  let blocks: RootContent[] = []
  const endWords = () => {
    if (blocks.length > 0 || parts.length === 0) parts.push(linesOf(blocks, definitions))
    blocks = []
  }
  for (const child of flow(item.children)) {
    if (child.type === 'list') {
      endWords()
      parts.push(child)
    } else {
      blocks.push(child)
    }
  }
  endWords()
  return parts
}

function deepLines(list: List, definitions: Definitions): InlinePiece[][] {
  return list.children.flatMap((item) =>
    itemParts(item, definitions).flatMap((part) => (Array.isArray(part) ? [part] : deepLines(part, definitions))),
  )
}

/** Blocks as lines of one, for places that hold words only. */
function linesOf(blocks: readonly RootContent[], definitions: Definitions): InlinePiece[] {
  return joined(blocks.flatMap((block) => blockLines(block, definitions)))
}

function blockLines(block: RootContent, definitions: Definitions): InlinePiece[][] {
  switch (block.type) {
    case 'code':
      return [lineByLine(block.value, textFormat.code)]
    case 'html':
      return [htmlLines(block)]
    case 'list':
      return deepLines(block, definitions)
    case 'table':
      return block.children.map((row) => rowPieces(row, (nodes) => inlineFromMdast(nodes, definitions)))
    case 'blockquote':
    case 'footnoteDefinition':
      return block.children.flatMap((child) => blockLines(child, definitions))
    case 'definition':
    case 'thematicBreak':
      return []
    default:
      return [inlineFromMdast([block], definitions)]
  }
}

function joined(lines: readonly InlinePiece[][]): InlinePiece[] {
  return lines.filter((line) => line.length > 0).flatMap((line, index) => (index > 0 ? [...emptyLine, ...line] : line))
}

function htmlLines(html: Html): InlinePiece[] {
  return lineByLine(html.value, 0)
}

function lineByLine(text: string, format: number): InlinePiece[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): InlinePiece[] => [...(index > 0 ? [lineBreak] : []), ...plain(line, format)])
}

function plain(text: string, format = 0): InlinePiece[] {
  return text === '' ? [] : [{ kind: 'text', text, format }]
}
