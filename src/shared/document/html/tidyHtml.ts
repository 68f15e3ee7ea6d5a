/**
 * What programs mean by their HTML, said in plain tags, before it is cleaned. Each node is looked at once. Beside that:
 * - formats stand around the words that have them and around nothing else; words side by side are one text;
 * - elements without words go: a library that looks for the next word would search a thousand of them each time.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { blocksOf, headingOf, isBlock } from './blockHtml'
import { aroundWords, flow } from './blockRuns'
import { checkedItem } from './checkedItems'
import { classesOf, element, isElement, text, withTextsJoined, wordsOf } from './hastNodes'
import { codeBlock, isCodeOfAnEditor } from './htmlCode'
import { droppedElements } from './htmlSchema'
import { type FormatTag, formatsIn, isHidden, newlinesIn, styleOf } from './htmlStyle'
import { layoutTables, tableOf } from './htmlTables'
import { type InlineAround, inlineCode, linkOf, wordsIn } from './inlineHtml'
import { holdsOnlyItems, type LevelledItem, withLevelledLists } from './levelledLists'
import { levelOf, listOf, onlyHeading, termsOf } from './listItems'
import { rowOf } from './tableRows'
import { withNumber, wordItem } from './wordLists'

interface Around extends InlineAround {
  /** How many of Atlassian's lists of tasks it stands in. */
  readonly taskLevel: number
  readonly layouts: ReadonlySet<Element>
}

type Tidied = ElementContent | LevelledItem

/** Trees of bounded depth only: it recurses. */
export function tidyHtml(tree: Root, { newlines }: { readonly newlines: boolean }): Root {
  const around = { formats: new Set<FormatTag>(), newlines, taskLevel: 0, layouts: layoutTables(tree) }
  return { type: 'root', children: flow(tidyChildren(tree.children, around)) }
}

function tidyChildren(children: readonly RootContent[], around: Around): ElementContent[] {
  return withLevelledLists(tidyNodes(children, around))
}

/** Items that carry their level are not yet in lists. */
function tidyNodes(nodes: readonly RootContent[], around: Around): Tidied[] {
  return withTextsJoined(nodes.flatMap((node) => tidyNode(node, around)))
}

function tidyNode(node: RootContent, around: Around): Tidied[] {
  if (node.type === 'text') return wordsIn(node.value, around)
  if (node.type !== 'element' || droppedElements.has(node.tagName)) return []
  const style = styleOf(node)
  if (isHidden(node, style) || isMark(node)) return []
  const inside: Around = {
    ...around,
    formats: formatsIn(node, style, around.formats),
    newlines: newlinesIn(style, around.newlines),
  }
  return tidyLeaf(node, style, inside) ?? tidyItems(node, style, inside) ?? tidyElement(node, style, inside)
}

/** What Word adds: a space of its own at the end of each paragraph, and in the browser the numbers of a list beside the list. */
function isMark(node: Element): boolean {
  const classes = classesOf(node)
  if (classes.includes('ListMarkerWrappingSpan')) return true
  return (node.tagName === 'o:p' || classes.includes('EOP')) && wordsOf(node).trim() === ''
}

function tidyLeaf(node: Element, style: ReadonlyMap<string, string>, inside: Around): Tidied[] | null {
  if (isCodeOfAnEditor(node, style)) return [codeBlock(node)]
  if (classesOf(node).includes('Apple-converted-space')) return [text(' ')]
  switch (node.tagName) {
    case 'br':
      // Safari's own, at the end of what it copies.
      return classesOf(node).includes('Apple-interchange-newline') ? [] : [element('br', [])]
    case 'hr':
      return [element('hr', [])]
    case 'img':
      return wordsIn(String(node.properties.alt ?? ''), inside)
    case 'input':
      return node.properties.type === 'checkbox' ? [text(node.properties.checked === true ? '[x] ' : '[ ] ')] : []
    case 'pre':
      return [codeBlock(node)]
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
    case 'var':
      return [inlineCode(wordsOf(node), inside)]
    default:
      return null
  }
}

function tidyItems(node: Element, style: ReadonlyMap<string, string>, inside: Around): Tidied[] | null {
  const { tagName, properties } = node
  const word = wordItem(node, style)
  if (word !== null) {
    const { children, ...item } = word
    return [{ ...item, type: 'levelled', item: element('li', flow(tidyChildren(children, inside))) }]
  }
  if (properties.dataNodeType === 'actionList') {
    return tidyNodes(node.children, { ...inside, taskLevel: inside.taskLevel + 1 })
  }
  // An item that stands in no list, or a task.
  if (tagName === 'li' || properties.dataTaskState !== undefined) {
    const level = Math.max(1, inside.taskLevel)
    return [{ type: 'levelled', level, tagName: 'ul', key: tagName, start: 1, item: itemOf(node, null, inside) }]
  }
  return isElement(node, 'ul', 'ol') ? tidyList(node, inside) : null
}

function tidyList(list: Element, inside: Around): Tidied[] {
  const start = Number(list.properties.start) || 1
  const levelled = list.children.some((child) => levelOf(child, list) !== null)
  const parts = list.children.flatMap((child): Tidied[] => {
    if (!isElement(child, 'li')) return tidyNode(child, inside)
    const style = styleOf(child)
    if (isHidden(child, style)) return []
    const item = itemOf(child, list, { ...inside, formats: formatsIn(child, style, inside.formats) })
    const heading = onlyHeading(item)
    if (heading !== null) return [heading]
    if (!levelled) return [item]
    const tagName = list.tagName === 'ol' && (child.properties.dataList ?? 'ordered') === 'ordered' ? 'ol' : 'ul'
    const key = isElement(item.children[0], 'input') ? 'check' : tagName
    return [{ type: 'levelled', level: levelOf(child, list) ?? 1, tagName, key, start, item }]
  })
  return levelled ? parts : listOf(list.tagName, start, withLevelledLists(parts))
}

function itemOf(node: Element, list: Element | null, inside: Around): Element {
  const { checked, children } = checkedItem(node, list)
  const words = flow(tidyChildren(children, inside))
  return element('li', checked === null ? words : [element('input', [], { type: 'checkbox', checked }), ...words])
}

function tidyElement(node: Element, style: ReadonlyMap<string, string>, inside: Around): Tidied[] {
  switch (node.tagName) {
    case 'a':
      return linkOf(node, tidyChildren(node.children, inside))
    case 'dl':
      return listOf(
        'ul',
        1,
        termsOf(node).map((parts) => element('li', flow(tidyChildren(parts, inside)))),
      )
    case 'table': {
      const tidied = (part: Element) => tidyChildren([part], inside)
      return (inside.layouts.has(node) ? null : tableOf(node, tidied)) ?? tidyNodes(node.children, inside)
    }
    case 'tr':
      return rowOf(node.children.flatMap((cell) => (isElement(cell, 'td', 'th') ? [tidyChildren([cell], inside)] : [])))
  }
  const heading = headingOf(node)
  if (heading !== null) return aroundWords(heading, tidyChildren(withNumber(node).children, inside))
  const children = tidyNodes(node.children, inside)
  if (!isBlock(node, style) || holdsOnlyItems(children)) return children
  return blocksOf(node, withLevelledLists(children))
}
