/** Word's own lists: paragraphs `<p style="mso-list:l0 level2 lfo1">` with the item's mark in the text. */
import type { Element, ElementContent } from 'hast'
import { text, wordsOf } from './hastNodes'
import { styleOf } from './htmlStyle'

export interface WordItem {
  readonly level: number
  readonly tagName: 'ul' | 'ol'
  readonly key: string
  readonly start: number
  readonly children: readonly ElementContent[]
}

export function wordItem(node: Element, style: ReadonlyMap<string, string>): WordItem | null {
  if (node.tagName !== 'p') return null
  const [, list, level] = /\bl(\d+)\s+level(\d+)/.exec(style.get('mso-list') ?? '') ?? []
  if (list === undefined || level === undefined) return null
  const { mark, children } = parted(node.children)
  const [, number] = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(mark.trim()) ?? []
  return {
    level: Number(level),
    tagName: number === undefined ? 'ul' : 'ol',
    key: list,
    start: Number.parseInt(number ?? '', 10) || 1,
    children,
  }
}

/** A heading with a number is no item of a list: the number is one of its words. */
export function withNumber(heading: Element): Element {
  const { mark, children } = parted(heading.children)
  const number = mark.replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(number) && number !== 'o'
    ? { ...heading, children: [text(`${number} `), ...children] }
    : { ...heading, children }
}

function parted(nodes: readonly ElementContent[]): { mark: string; children: ElementContent[] } {
  let mark = ''
  const children: ElementContent[] = []
  for (const node of nodes) {
    if (node.type !== 'element') {
      children.push(node)
    } else if (styleOf(node).get('mso-list') === 'ignore') {
      mark += wordsOf(node)
    } else {
      const inside = parted(node.children)
      mark += inside.mark
      children.push({ ...node, children: inside.children })
    }
  }
  return { mark, children }
}
