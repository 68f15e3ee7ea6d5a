/** Items that carry their level, one after another, as lists in lists: so do Word, Slack, Quill and Atlassian's editor copy lists. */
import type { Element, ElementContent } from 'hast'
import { maxListDepth } from '../document'
import { element, isBlank } from './hastNodes'

export interface LevelledItem {
  readonly type: 'levelled'
  /** From 1. */
  readonly level: number
  readonly tagName: 'ul' | 'ol'
  /** Keeps neighbouring lists apart. */
  readonly key: string
  readonly start: number
  readonly item: Element
}

/** `nodes` with each run of levelled items as lists in lists. */
export function withLevelledLists(nodes: readonly (ElementContent | LevelledItem)[]): ElementContent[] {
  const result: ElementContent[] = []
  let run: LevelledItem[] = []
  for (const node of nodes) {
    if (node.type === 'levelled') {
      run.push(node)
    } else if (!isBlank(node) || run.length === 0) {
      result.push(...listsOf(run), node)
      run = []
    }
  }
  return [...result, ...listsOf(run)]
}

/** True of what stands in nothing but a wrapper: its items belong to the list around it. */
export function holdsOnlyItems(nodes: readonly (ElementContent | LevelledItem)[]): boolean {
  return (
    nodes.some((node) => node.type === 'levelled') && nodes.every((node) => node.type === 'levelled' || isBlank(node))
  )
}

function listsOf(items: readonly LevelledItem[]): Element[] {
  const lists: Element[] = []
  const open: { level: number; key: string; list: Element }[] = []
  for (const { tagName, key, start, item, ...one } of items) {
    const level = Math.min(one.level, maxListDepth)
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const beside = open.at(-1)
    if (beside?.level === level && (beside.key !== key || beside.list.tagName !== tagName)) open.pop()
    if (open.at(-1)?.level !== level) {
      const list = element(tagName, [], tagName === 'ol' ? { start } : {})
      const owner = open.at(-1)?.list.children.at(-1)
      if (owner?.type === 'element') owner.children.push(list)
      else lists.push(list)
      open.push({ level, key, list })
    }
    open.at(-1)?.list.children.push(item)
  }
  return lists
}
