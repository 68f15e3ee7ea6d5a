/** Pasted HTML as a document, read and cleaned as text: no DOM ever sees it. */
import type { Nodes, Root } from 'hast'
import { fromHtml as hastFromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toMdast } from 'hast-util-to-mdast'
import { type AnswerDocument, documentOfText } from './document'
import { fromMdast } from './fromMdast'
import { htmlSchema } from './htmlSchema'
import { htmlWords, tagsOpen } from './htmlWords'
import { tidyHtml } from './tidyHtml'

/** UTF-16 units of which a tree is made; more is no page that a person wrote. */
const maxLength = 2_000_000
/** Elements inside one another, far above any article. */
const maxNesting = 200
/** Elements never closed: the parser opens them again in every block, so that its work grows with their square. */
const maxOpen = 2000

/** Too long or too deep, it is taken as plain text, with all of its words. */
export function fromHtml(html: string): AnswerDocument {
  const words = () => documentOfText(htmlWords(html))
  if (html.length > maxLength || tagsOpen(html) > maxOpen) return words()
  try {
    const tree = hastFromHtml(html, { fragment: true })
    return nestingOver(tree, maxNesting) ? words() : documentOfTree(tree)
  } catch (error) {
    // The parser's own recursion gives up on elements nested by the thousand.
    if (error instanceof RangeError) return words()
    throw error
  }
}

function documentOfTree(tree: Root): AnswerDocument {
  const mdast = toMdast(sanitize(tidyHtml(tree), htmlSchema))
  return fromMdast(mdast.type === 'root' ? mdast : { type: 'root', children: [] })
}

function nestingOver(tree: Root, limit: number): boolean {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > limit) return true
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
  return false
}
