/** New nodes with every field Lexical writes, so that a document made here and one made in the editor are the same JSON. */
import type {
  AnswerDocument,
  BlockNode,
  CodeLineNode,
  CodeNode,
  HeadingNode,
  HeadingTag,
  InlineNode,
  LinebreakNode,
  LinkNode,
  ListItemNode,
  ListNode,
  ListType,
  PageBlock,
  ParagraphNode,
  QuoteNode,
  RuleNode,
  TableCellNode,
  TableNode,
  TabNode,
  TextNode,
} from './document'
import type { ColumnAlign } from './tables'

const element = { direction: null, format: '', indent: 0, version: 1 } as const

export function newDocument(blocks: PageBlock[]): AnswerDocument {
  const children = blocks.length > 0 ? blocks : [newParagraph([])]
  return { root: { children, ...element, type: 'root' } }
}

export function newText(text: string, format = 0): TextNode {
  return { detail: 0, format, mode: 'normal', style: '', text, type: 'text', version: 1 }
}

export function newTab(format = 0): TabNode {
  return { detail: 2, format, mode: 'normal', style: '', text: '\t', type: 'tab', version: 1 }
}

export function newLinebreak(): LinebreakNode {
  return { type: 'linebreak', version: 1 }
}

/** A text with tabs and line endings as the nodes Lexical makes of them. */
export function newTexts(text: string, format = 0): (TextNode | TabNode | LinebreakNode)[] {
  return text
    .split(/(\t|\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? newTab(format) : /^[\r\n]/.test(part) ? newLinebreak() : newText(part, format)))
}

export function newLink(url: string, children: InlineNode[], title: string | null = null): LinkNode {
  return { children, rel: null, target: null, title, url, ...element, type: 'link' }
}

/** Lexical notes the first text's format on the paragraph, for what is typed once the paragraph is empty. */
export function newParagraph(children: InlineNode[]): ParagraphNode {
  const first = children.find((child) => child.type === 'text' || child.type === 'tab')
  return { children, ...element, textFormat: first?.format ?? 0, textStyle: '', type: 'paragraph' }
}

export function newHeading(tag: HeadingTag, children: InlineNode[]): HeadingNode {
  return { children, tag, ...element, type: 'heading' }
}

export function newQuote(children: InlineNode[]): QuoteNode {
  return { children, ...element, type: 'quote' }
}

export function newCode(children: CodeLineNode[], language?: string): CodeNode {
  return { children, ...(language === undefined ? {} : { language }), ...element, type: 'code' }
}

export function newRule(): RuleNode {
  return { type: 'horizontalrule', version: 1 }
}

export function newList(listType: ListType, children: ListItemNode[], start = 1): ListNode {
  return { children, listType, start, tag: listType === 'number' ? 'ol' : 'ul', ...element, type: 'list' }
}

/** `depth` is 0 in an outermost list. `checked` is for check lists only. */
export function newListItem(
  children: (InlineNode | BlockNode)[],
  value: number,
  depth: number,
  checked?: boolean,
): ListItemNode {
  const item: ListItemNode = { children, value, ...element, indent: depth, type: 'listitem' }
  return checked === undefined ? item : { ...item, checked }
}

/** `rows` are as long as each other: the words of their cells. The first is the head. */
export function newTable(rows: readonly (readonly InlineNode[][])[], align: readonly ColumnAlign[] = []): TableNode {
  const children = rows.map((cells, row) => ({
    children: cells.map((words, column) => newTableCell(words, row === 0, align[column] ?? '')),
    ...element,
    type: 'tablerow' as const,
  }))
  return { children, ...element, type: 'table' }
}

function newTableCell(words: InlineNode[], isHead: boolean, align: ColumnAlign): TableCellNode {
  return {
    children: [newParagraph(words)],
    ...{ backgroundColor: null, colSpan: 1, headerState: isHead ? 1 : 0, rowSpan: 1 },
    ...element,
    format: align,
    type: 'tablecell',
  }
}
