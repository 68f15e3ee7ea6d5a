/** The stored shape of an answer: the closed list of node types, as Lexical 0.52 writes them. This list is the file format. */
import '../domain/zod/zodWithoutEval'
import { z } from 'zod'
import type { StoredAnswer } from '../domain/entry/entry'
import { nestingWithin } from './nesting'
import { newDocument, newParagraph, newTexts } from './newNodes'

/** Bits of `TextNode.format`. Other bits survive a load and a save, but have no look and no Markdown. */
export const textFormat = { bold: 1, italic: 2, strikethrough: 4, code: 16 } as const

/**
 * Objects and arrays inside one another, the answer itself included. An entry holds its answers three levels down
 * (entry, sections, section), so that a whole entry stays within 100.
 */
export const maxAnswerNesting = 97

/** Lists in lists an editor may build: each level costs four levels of nesting (list, children, item, children). */
export const maxListDepth = 20

const optionalNumber = z.number().optional()
const optionalString = z.string().optional()
const optionalText = z.string().nullish()

/** Slots hold nodes out of `children`, where Lexical would parse them unseen; our editor never makes them. */
const node = { version: optionalNumber, $slots: z.never().optional() }

const element = {
  ...node,
  direction: z.enum(['ltr', 'rtl']).nullish(),
  format: optionalString,
  indent: optionalNumber,
  textFormat: optionalNumber,
  textStyle: optionalString,
}

const textLike = {
  ...node,
  text: z.string(),
  format: optionalNumber,
  detail: optionalNumber,
  mode: z.enum(['normal', 'token', 'segmented']).optional(),
  style: optionalString,
}

const textSchema = z.looseObject({ type: z.literal('text'), ...textLike })
export type TextNode = Strict<z.infer<typeof textSchema>>

/** A tab typed in a text; Lexical keeps it apart so that it has a width of its own, and makes a tab of any other text in it. */
const tabSchema = z.looseObject({ type: z.literal('tab'), ...textLike, text: z.literal('\t') })
export type TabNode = Strict<z.infer<typeof tabSchema>>

/** A coloured word of a code block; written only while a highlighter is at work. */
const codeHighlightSchema = z.looseObject({
  type: z.literal('code-highlight'),
  ...textLike,
  highlightType: optionalText,
})
export type CodeHighlightNode = Strict<z.infer<typeof codeHighlightSchema>>

const linebreakSchema = z.looseObject({ type: z.literal('linebreak'), ...node })
export type LinebreakNode = Strict<z.infer<typeof linebreakSchema>>

const link = { ...element, url: z.string(), title: optionalText, rel: optionalText, target: optionalText }
const linkSchema = z.looseObject({
  type: z.literal('link'),
  ...link,
  get children(): z.ZodType {
    return z.array(inlineSchema)
  },
})
export type LinkNode = Strict<z.infer<z.ZodObject<typeof link>>> & { type: 'link'; children: InlineNode[] }

export type InlineNode = TextNode | TabNode | LinebreakNode | LinkNode
const inlineSchema: z.ZodType = z.discriminatedUnion('type', [textSchema, tabSchema, linebreakSchema, linkSchema])

type ElementFields = Strict<z.infer<z.ZodObject<typeof element>>>

const paragraphSchema = z.looseObject({ type: z.literal('paragraph'), ...element, children: z.array(inlineSchema) })
export type ParagraphNode = ElementFields & { type: 'paragraph'; children: InlineNode[] }

const headingTag = z.enum(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
export type HeadingTag = z.infer<typeof headingTag>
const headingSchema = z.looseObject({
  type: z.literal('heading'),
  ...element,
  tag: headingTag,
  children: z.array(inlineSchema),
})
export type HeadingNode = ElementFields & { type: 'heading'; tag: HeadingTag; children: InlineNode[] }

const codeLineSchema = z.discriminatedUnion('type', [textSchema, tabSchema, linebreakSchema, codeHighlightSchema])
export type CodeLineNode = TextNode | TabNode | LinebreakNode | CodeHighlightNode
const codeSchema = z.looseObject({
  type: z.literal('code'),
  ...element,
  language: optionalText,
  theme: optionalText,
  children: z.array(codeLineSchema),
})
export type CodeNode = ElementFields & {
  type: 'code'
  language?: string | null
  theme?: string | null
  children: CodeLineNode[]
}

const ruleSchema = z.looseObject({ type: z.literal('horizontalrule'), ...node })
export type RuleNode = Strict<z.infer<typeof ruleSchema>>

/** Lexical fills quotes with text, and with blocks when they came from elsewhere (a paste, a quote made a shadow root). */
const quoteSchema = z.looseObject({
  type: z.literal('quote'),
  ...element,
  get children(): z.ZodType {
    return z.array(mixedSchema)
  },
})
export type QuoteNode = ElementFields & { type: 'quote'; children: (InlineNode | BlockNode)[] }

/** A nested list stands alone in an item of its own, after the item it belongs to. */
const listItemSchema = z.looseObject({
  type: z.literal('listitem'),
  ...element,
  value: optionalNumber,
  checked: z.boolean().optional(),
  get children(): z.ZodType {
    return z.array(mixedSchema)
  },
})
export type ListItemNode = ElementFields & {
  type: 'listitem'
  value?: number
  checked?: boolean
  children: (InlineNode | BlockNode)[]
}

const listType = z.enum(['bullet', 'number', 'check'])
export type ListType = z.infer<typeof listType>
const listSchema = z.looseObject({
  type: z.literal('list'),
  ...element,
  listType,
  start: optionalNumber,
  tag: z.enum(['ul', 'ol']).optional(),
  children: z.array(listItemSchema),
})
export type ListNode = ElementFields & {
  type: 'list'
  listType: ListType
  start?: number
  tag?: 'ul' | 'ol'
  children: ListItemNode[]
}

export type BlockNode = ParagraphNode | HeadingNode | QuoteNode | ListNode | CodeNode | RuleNode
const blocks = [paragraphSchema, headingSchema, quoteSchema, listSchema, codeSchema, ruleSchema] as const
const mixedSchema: z.ZodType = z.discriminatedUnion('type', [
  ...blocks,
  textSchema,
  tabSchema,
  linebreakSchema,
  linkSchema,
])

/** A cell holds lines of words. One that spans others is of a later version: this one would take it apart. */
const tableCellSchema = z.looseObject({
  type: z.literal('tablecell'),
  ...element,
  headerState: optionalNumber,
  colSpan: z.literal(1).optional(),
  rowSpan: z.literal(1).optional(),
  children: z.array(paragraphSchema),
})
export type TableCellNode = ElementFields & {
  type: 'tablecell'
  headerState?: number
  colSpan?: 1
  rowSpan?: 1
  children: ParagraphNode[]
}

const tableRowSchema = z.looseObject({ type: z.literal('tablerow'), ...element, children: z.array(tableCellSchema) })
export type TableRowNode = ElementFields & { type: 'tablerow'; children: TableCellNode[] }

/** Its first row is its head, and the cells of that one say by their `format` how their columns are aligned. */
const tableSchema = z.looseObject({ type: z.literal('table'), ...element, children: z.array(tableRowSchema) })
export type TableNode = ElementFields & { type: 'table'; children: TableRowNode[] }

/** What stands on the page itself: a table stands in nothing else. */
export type PageBlock = BlockNode | TableNode
const pageBlockSchema = z.discriminatedUnion('type', [...blocks, tableSchema])

const rootSchema = z.looseObject({ type: z.literal('root'), ...element, children: z.array(pageBlockSchema) })
export type RootNode = ElementFields & { type: 'root'; children: PageBlock[] }

/** For the JSON Schema of the files. To read an answer use `readDocument`, which looks at its nesting first. */
export const documentSchema = z.looseObject({ root: rootSchema })
export type AnswerDocument = { root: RootNode }

export type AnyNode =
  | RootNode
  | PageBlock
  | TableRowNode
  | TableCellNode
  | ListItemNode
  | InlineNode
  | CodeHighlightNode

/**
 * An answer as a document, or `ok: false` when Lexical would refuse it or lose something of it.
 * The document is the answer itself, not a copy: unknown fields and the order of keys stay as they were.
 * Only an empty page, which Lexical can write but not read, gets the paragraph it lacks.
 */
export function readDocument(answer: StoredAnswer): { ok: true; document: AnswerDocument } | { ok: false } {
  if (!nestingWithin(answer, maxAnswerNesting)) return { ok: false }
  if (!documentSchema.safeParse(answer).success) return { ok: false }
  // The schema, from which the types above are taken, has just found this shape; its own output is a copy with the keys in another order.
  const document = answer as AnswerDocument
  return { ok: true, document: document.root.children.length > 0 ? document : withParagraph(document) }
}

function withParagraph(document: AnswerDocument): AnswerDocument {
  return { ...document, root: { ...document.root, children: [newParagraph([])] } }
}

/** A page with one empty paragraph: where the caret can stand. */
export function emptyDocument(): AnswerDocument {
  return newDocument([])
}

/** Plain text as paragraphs, one a line. Tabs become tab nodes, as when they are typed. */
export function documentOfText(text: string): AnswerDocument {
  return newDocument(text.split(/\r\n|\r|\n/).map((line) => newParagraph(newTexts(line))))
}

/** What `z.infer` gives of a loose object, without the index signature that would let any misspelt field pass; JSON has no `undefined`. */
type Strict<T> = { [K in keyof T as string extends K ? never : K]: Exclude<T[K], undefined> }
