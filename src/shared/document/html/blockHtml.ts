/** What a block is, whatever it is called. */
import type { Element, ElementContent } from 'hast'
import { aroundWords, flow } from './blockRuns'
import { classesOf, element, headings, isBlank, isElement } from './hastNodes'
import { blockElements, emptyLine } from './htmlSchema'
import { isShownAsBlock } from './htmlStyle'

/** By its name, or by its style: Slack parts its paragraphs by a `span` that is shown as a block and holds nothing. */
export function isBlock(node: Element, style: ReadonlyMap<string, string>): boolean {
  return blockElements.has(node.tagName) || isShownAsBlock(style)
}

/** `h1` to `h6`, or what Word and others show as one. */
export function headingOf(node: Element): string | null {
  if (isElement(node, ...headings)) return node.tagName
  if (classesOf(node).includes('MsoTitle')) return 'h1'
  if (node.properties.role !== 'heading') return null
  return `h${Math.min(Math.max(Math.trunc(Number(node.properties.ariaLevel)) || 2, 1), 6)}`
}

/** `children` as what the element means by them; where a block begins with line breaks, an empty line is above it, as in a letter. */
export function blocksOf(node: Element, children: ElementContent[]): ElementContent[] {
  if (node.tagName === 'blockquote') return [element('blockquote', flow(children))]
  const from = children.findIndex((child) => !isSpace(child))
  const space = from === -1 ? children : children.slice(0, from)
  const lines = space.every(isBlank) ? [] : [element('p', [], { className: [emptyLine] })]
  if (from === -1) return lines.length > 0 ? lines : [element('div', [])]
  const blocks = aroundWords(node.tagName === 'p' ? 'p' : 'div', children.slice(from))
  return [...lines, ...(isQuote(node) ? [element('blockquote', blocks)] : blocks)]
}

/** Line breaks and hard spaces. */
function isSpace(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : isElement(node, 'br')
}

function isQuote(node: Element): boolean {
  return classesOf(node).some((name) => /^Mso(?:Intense)?Quote$/.test(name))
}
