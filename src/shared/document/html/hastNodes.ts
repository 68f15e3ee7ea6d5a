/** Small questions about the parser's nodes, and new ones. */
import type { Element, ElementContent, RootContent, Text } from 'hast'
import { blockElements, droppedElements } from './htmlSchema'

export function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children }
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}

export function isBlank(node: { readonly type: string; readonly value?: string }): boolean {
  return node.type === 'comment' || (node.type === 'text' && /^[\t\n\f\r ]*$/.test(node.value ?? ''))
}

export const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

export function isElement<Name extends string>(
  node: RootContent | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  const known: readonly string[] = names
  return node?.type === 'element' && known.includes(node.tagName)
}

export function classesOf(node: Element): readonly string[] {
  return Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
}

/** With a new line for each line break and between blocks. */
export function wordsOf(node: RootContent): string {
  const words: string[] = []
  const endLine = () => {
    if (words.length > 0 && !words.at(-1)?.endsWith('\n')) words.push('\n')
  }
  const read = (one: RootContent) => {
    if (one.type === 'text' && one.value !== '') words.push(one.value)
    if (one.type !== 'element' || droppedElements.has(one.tagName)) return
    if (one.tagName === 'br') words.push('\n')
    if (blockElements.has(one.tagName)) endLine()
    for (const child of one.children) read(child)
    if (blockElements.has(one.tagName)) endLine()
  }
  read(node)
  return words.join('')
}

/** Texts side by side as one: reading them one by one would look at all of their words again with each. */
export function withTextsJoined<Other extends { readonly type: string }>(
  nodes: readonly (ElementContent | Other)[],
): (ElementContent | Other)[] {
  const joined: (ElementContent | Other)[] = []
  let words: string[] = []
  const endWords = () => {
    if (words.length > 0) joined.push(text(words.join('')))
    words = []
  }
  for (const node of nodes) {
    if (isText(node)) {
      words.push(node.value)
    } else {
      endWords()
      joined.push(node)
    }
  }
  endWords()
  return joined
}

function isText(node: { readonly type: string }): node is Text {
  return node.type === 'text'
}
