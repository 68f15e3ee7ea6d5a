/** Pasted HTML as a document, read and cleaned as text: no DOM ever sees it. */
import { fromHtml as hastFromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast'
import { type AnswerDocument, documentOfText } from '../document'
import { fromMdast } from '../fromMdast'
import { htmlSchema } from './htmlSchema'
import { htmlWords } from './htmlWords'
import { nestedHtml } from './nestedHtml'
import { tidyHtml } from './tidyHtml'

/** UTF-16 units of which a tree is made. */
const maxLength = 2_000_000

export interface ReadHtml {
  readonly document: AnswerDocument
  /** It was too large for its headings, lists and formats; all of its words are there, line by line. */
  readonly wordsOnly: boolean
}

/** Work on it grows with its length only: what would take more is taken as plain text. */
export function fromHtml(html: string): ReadHtml {
  const nested = html.length > maxLength ? null : nestedHtml(html)
  if (nested === null) return { document: documentOfText(htmlWords(html)), wordsOnly: true }
  // Notion ends the lines of a paragraph as a text does.
  const newlines = html.includes('<!-- notionvc:')
  const tree = tidyHtml(hastFromHtml(nested, { fragment: true }), { newlines })
  const mdast = toMdast(sanitize(tree, htmlSchema), { handlers: { p: paragraph } })
  return { document: fromMdast(mdast.type === 'root' ? mdast : { type: 'root', children: [] }), wordsOnly: false }
}

/** The library drops paragraphs without words, also those that are the empty lines of a letter. */
const paragraph: Handle = (state, node) =>
  node.properties.className === undefined ? defaultHandlers.p(state, node) : { type: 'paragraph', children: [] }
