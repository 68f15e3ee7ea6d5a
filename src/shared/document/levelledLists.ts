/** Lists as Word copies them: paragraphs or single items that carry a level, one after another, instead of lists in lists. */
import type { Element, ElementContent, RootContent } from 'hast'
import { styleOf } from './htmlStyle'

interface LevelledItem {
  /** From 1. */
  readonly level: number
  readonly tagName: 'ul' | 'ol'
  /** Tells neighbouring lists apart. */
  readonly key: string
  readonly start: number
  readonly children: ElementContent[]
}

/** `children` with each run of levelled items as lists in lists. */
export function withLevelledLists(children: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = []
  let run: LevelledItem[] = []
  for (const child of children) {
    const items = itemsOf(child)
    if (items !== null) {
      run.push(...items)
    } else if (!isBlank(child) || run.length === 0) {
      result.push(...nested(run), child)
      run = []
    }
  }
  return [...result, ...nested(run)]
}

function itemsOf(node: RootContent): LevelledItem[] | null {
  if (node.type !== 'element') return null
  return wordParagraph(node) ?? wordOnlineItems(node)
}

/** Word on the desktop: `<p style="mso-list:l0 level2 lfo1">` with the item's mark in the text. */
function wordParagraph(node: Element): LevelledItem[] | null {
  const [, list, level] = /\bl(\d+)\s+level(\d+)/.exec(styleOf(node).get('mso-list') ?? '') ?? []
  if (list === undefined || level === undefined) return null
  const mark = markOf(node).trim()
  const [, number] = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(mark) ?? []
  return [
    {
      level: Number(level),
      tagName: number === undefined ? 'ul' : 'ol',
      key: list,
      start: Number.parseInt(number ?? '', 10) || 1,
      children: withoutMark(node.children),
    },
  ]
}

function isMark(node: Element): boolean {
  return styleOf(node).get('mso-list') === 'ignore'
}

function markOf(node: ElementContent): string {
  if (node.type !== 'element') return ''
  return isMark(node) ? wordsOf(node) : node.children.map(markOf).join('')
}

function withoutMark(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    return isMark(child) ? [] : [{ ...child, children: withoutMark(child.children) }]
  })
}

/** Word in the browser: a list for each item or two, each in a wrapper, each item with its level. */
function wordOnlineItems(node: Element): LevelledItem[] | null {
  const inside = node.children.filter((child) => !isBlank(child))
  if (node.tagName === 'div') {
    const items = inside.map(itemsOf)
    return items.length > 0 && items.every((item) => item !== null) ? items.flat() : null
  }
  if (node.tagName !== 'ul' && node.tagName !== 'ol') return null
  const { tagName } = node
  const start = Number(node.properties.start) || 1
  const items = inside.flatMap((child): LevelledItem[] => {
    const level = child.type === 'element' && child.tagName === 'li' ? Number(child.properties.dataAriaLevel) : 0
    return child.type === 'element' && level > 0
      ? [{ level, tagName, key: tagName, start, children: child.children }]
      : []
  })
  return items.length > 0 && items.length === inside.length ? items : null
}

function nested(items: readonly LevelledItem[]): Element[] {
  const lists: Element[] = []
  const open: { level: number; key: string; list: Element }[] = []
  for (const { level, tagName, key, start, children } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const beside = open.at(-1)
    if (beside?.level === level && (beside.key !== key || beside.list.tagName !== tagName)) open.pop()
    if (open.at(-1)?.level !== level) {
      const list: Element = { type: 'element', tagName, properties: tagName === 'ol' ? { start } : {}, children: [] }
      const owner = open.at(-1)?.list.children.at(-1)
      if (owner?.type === 'element') owner.children.push(list)
      else lists.push(list)
      open.push({ level, key, list })
    }
    open.at(-1)?.list.children.push({ type: 'element', tagName: 'li', properties: {}, children: [...children] })
  }
  return lists
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsOf).join('') : ''
}

function isBlank(node: RootContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && /^\s*$/.test(node.value))
}
