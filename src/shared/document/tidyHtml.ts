/** What Word, Google Docs and editors mean by their HTML, said in plain tags, before it is cleaned. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isHidden, styleOf, tagsOfStyle, undoesItsTag } from './htmlStyle'
import { withLevelledLists } from './levelledLists'

/** Trees of bounded depth only: it recurses. */
export function tidyHtml(tree: Root): Root {
  return { type: 'root', children: tidyChildren(tree.children) }
}

function tidyChildren(children: readonly RootContent[]): ElementContent[] {
  return withLevelledLists(children).flatMap(tidyNode)
}

function tidyNode(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  const style = styleOf(node)
  if (isHidden(node, style) || isParagraphMark(node) || isField(node)) return []
  if (isCodeOfAnEditor(node, style)) return [element('pre', [{ type: 'text', value: linesOf(node) }])]
  if (hasClass(node, 'Apple-converted-space')) return [{ type: 'text', value: ' ' }]

  const children = tidyChildren(node.children)
  if (node.tagName === 'ul' || node.tagName === 'ol') return [{ ...node, children: withListsInItems(children) }]
  if (node.tagName === 'li') return [{ ...node, children: withCheckbox(node, children) }]
  return [asWordMeansIt({ ...withoutItsTag(node, style), children: inTags(node, style, children) })]
}

/** Word ends each paragraph with one of these, with a space of its own in it. */
function isParagraphMark(node: Element): boolean {
  return node.tagName === 'o:p' || hasClass(node, 'EOP')
}

function isField(node: Element): boolean {
  return node.tagName === 'input' && node.properties.type !== 'checkbox'
}

function withoutItsTag(node: Element, style: ReadonlyMap<string, string>): Element {
  return undoesItsTag(node, style) ? { ...node, tagName: 'span' } : node
}

function inTags(node: Element, style: ReadonlyMap<string, string>, children: ElementContent[]): ElementContent[] {
  if (!/^(?:span|font|a|u|b|i|em|strong|s|p|div|td)$/.test(node.tagName)) return children
  return tagsOfStyle(style).reduce((inside, tag) => [element(tag, inside)], children)
}

function asWordMeansIt(node: Element): Element {
  if (hasClass(node, 'MsoTitle')) return { ...node, tagName: 'h1' }
  if (hasClass(node, 'MsoQuote') || hasClass(node, 'MsoIntenseQuote')) return element('blockquote', [node])
  return node
}

/** Google Docs puts a nested list beside the item it belongs to, where HTML has no place for it. */
function withListsInItems(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  for (const child of children) {
    const last = result.findLast((other) => other.type === 'element')
    const isList = child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol')
    if (isList && last?.tagName === 'li') last.children.push(child)
    else result.push(child)
  }
  return result
}

/** Google Docs and others say by a role and a picture what GitHub says by a box. */
function withCheckbox(item: Element, children: ElementContent[]): ElementContent[] {
  if (item.properties.role !== 'checkbox') return children
  const checked = item.properties.ariaChecked === 'true'
  const words = children.filter((child) => child.type !== 'element' || child.tagName !== 'img')
  return [element('input', [], { type: 'checkbox', checked }), ...words]
}

/** Visual Studio Code and its like copy a `div` of `div`s, one a line, with the spaces as they are. */
function isCodeOfAnEditor(node: Element, style: ReadonlyMap<string, string>): boolean {
  const monospaced = /mono|courier|consolas|menlo/.test(`${style.get('font-family') ?? ''} ${style.get('font') ?? ''}`)
  return node.tagName === 'div' && monospaced && /^pre/.test(style.get('white-space') ?? '')
}

function linesOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'element' ? lineOf(child) : wordsOf(child)))
    .join('')
    .trimEnd()
}

function lineOf(child: Element): string {
  return child.tagName === 'div' ? `${wordsOf(child)}\n` : wordsOf(child)
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  return node.tagName === 'br' ? '\n' : node.children.map(wordsOf).join('')
}

function hasClass(node: Element, name: string): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes(name)
}

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children }
}
