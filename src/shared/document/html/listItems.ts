/** Lists as we have them: each nested list in the item it belongs to, and no item without words around one. */
import type { Element, ElementContent, RootContent } from 'hast'
import { classesOf, element, headings, isBlank, isElement } from './hastNodes'

/** From 1; null where the item does not carry it: Word in the browser, Slack, Quill. */
export function levelOf(item: RootContent, list: Element): number | null {
  if (!isElement(item, 'li')) return null
  const { dataAriaLevel, dataStringifyIndent, dataList } = item.properties
  const indent = dataStringifyIndent ?? list.properties.dataIndent
  const quill = classesOf(item).flatMap((name) => /^ql-indent-(\d+)$/.exec(name)?.[1] ?? [])[0]
  const from0 = indent ?? quill ?? (dataList === undefined ? undefined : 0)
  const level = dataAriaLevel === undefined ? Number(from0) + 1 : Number(dataAriaLevel)
  return Number.isFinite(level) ? Math.max(1, level) : null
}

/** Word and Google Docs number their headings by a list. */
export function onlyHeading(item: Element): Element | null {
  const [only, ...more] = item.children.filter((child) => !isBlank(child))
  return more.length === 0 && isElement(only, ...headings) ? only : null
}

/**
 * The items of a list, with what stands beside them. A heading parts the list; a nested list beside the items, or alone in one, belongs
 * to the item before it; a nested list that comes first is the list itself; anything else is an item.
 */
export function listOf(tagName: string, start: number, parts: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  const open: { list: Element | null; loose: Element | null } = { list: null, loose: null }
  let value = start
  const add = (item: ElementContent) => {
    if (open.list === null) {
      open.list = element(tagName, [], tagName === 'ol' ? { start: value } : {})
      result.push(open.list)
    }
    open.list.children.push(item)
    value += 1
  }
  for (const part of parts.filter((one) => !isBlank(one))) {
    const lists = listsIn(part)
    if (lists === null && !isElement(part, 'li', ...headings)) {
      if (open.loose === null) {
        open.loose = element('li', [])
        add(open.loose)
      }
      open.loose.children.push(part)
      continue
    }
    open.loose = null
    if (isElement(part, ...headings)) {
      result.push(part)
      open.list = null
    } else if (lists === null) {
      add(part)
    } else {
      const owner = open.list?.children.at(-1)
      if (owner?.type === 'element') owner.children.push(...lists)
      else for (const list of lists) list.tagName === tagName ? list.children.forEach(add) : result.push(list)
    }
  }
  return result
}

/** The lists that a part is, or holds and nothing else; null where it is anything else. */
function listsIn(part: ElementContent): Element[] | null {
  if (isElement(part, 'ul', 'ol')) return [part]
  if (!isElement(part, 'li')) return null
  const inside = part.children.filter((child) => !isBlank(child))
  const lists = inside.filter((child) => isElement(child, 'ul', 'ol'))
  return lists.length > 0 && lists.length === inside.length ? lists : null
}

/** The parts of a list of terms: each begins with its terms, whose meanings follow. */
export function termsOf(list: Element): ElementContent[][] {
  const parts: ElementContent[][] = []
  let before = ''
  for (const node of list.children) {
    if (isBlank(node)) continue
    const name = node.type === 'element' ? node.tagName : ''
    const last = parts.at(-1)
    if (last === undefined || name === 'div' || (name === 'dt' && before !== 'dt')) parts.push([node])
    else last.push(node)
    before = name
  }
  return parts
}
