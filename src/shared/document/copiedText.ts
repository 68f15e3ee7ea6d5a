/** The words of blocks as they are copied for a plain text: with the signs of the Markdown export for bullets, numbers, boxes and levels. */
import type { AnyNode, ListItemNode, ListNode } from './document'
import { inlineText, isInline, plainTextOf } from './plainText'

/** A line for each block, item and line break; a rule has no words, and an empty paragraph is an empty line. */
export function copiedText(nodes: readonly AnyNode[]): string {
  return linesOf(nodes).join('\n')
}

function linesOf(nodes: readonly AnyNode[]): string[] {
  return runsOf(nodes).flatMap((run) => (Array.isArray(run) ? inlineText(run).split('\n') : blockLines(run)))
}

function blockLines(block: AnyNode): string[] {
  if (block.type === 'list') return listLines(block)
  if (block.type === 'table') return plainTextOf([block]).split('\n')
  if (!('children' in block)) return []
  const lines = linesOf(block.children)
  return lines.length > 0 ? lines : ['']
}

/** A nested list stands below the words of the item before it. */
function listLines(list: ListNode): string[] {
  let number = list.start ?? 1
  let level = ''
  return list.children.flatMap((item) => {
    if (holdsOnlyLists(item)) return linesOf(item.children).map((line) => level + line)
    number = item.value ?? number
    const sign = signOf(list, item, number)
    number += 1
    level = ' '.repeat(sign.length)
    const [first = '', ...more] = linesOf(item.children)
    return [`${sign}${first}`.trimEnd(), ...more.map((line) => `${level}${line}`.trimEnd())]
  })
}

function holdsOnlyLists(item: ListItemNode): boolean {
  return item.children.length > 0 && item.children.every((child) => child.type === 'list')
}

function signOf({ listType }: ListNode, item: ListItemNode, number: number): string {
  if (listType === 'number') return `${number}. `
  if (listType === 'check') return item.checked ? '- [x] ' : '- [ ] '
  return '- '
}

/** Inline nodes that stand next to each other, and the blocks between them. */
function runsOf(nodes: readonly AnyNode[]): (AnyNode | AnyNode[])[] {
  const runs: (AnyNode | AnyNode[])[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (!isInline(node)) runs.push(node)
    else if (Array.isArray(last)) last.push(node)
    else runs.push([node])
  }
  return runs
}
