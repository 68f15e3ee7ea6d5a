/** Reads `- [ ]` without words as a task, as people write it; GFM leaves it a text. */
import type { ListItem, Nodes, Root } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'

export const emptyTasks: Extension = { transforms: [withEmptyTasks] }

function withEmptyTasks(root: Root): undefined {
  visit(root)
}

function visit(node: Nodes): void {
  if (!('children' in node)) return
  if (node.type === 'listItem') readEmptyTask(node)
  for (const child of node.children) visit(child)
}

function readEmptyTask(item: ListItem): void {
  const [paragraph] = item.children
  if (typeof item.checked === 'boolean' || paragraph?.type !== 'paragraph') return
  const [box, ...more] = paragraph.children
  const { start, end } = box?.position ?? {}
  // Escaped (`\[ ]`), it is words.
  const isBare = (end?.offset ?? 0) - (start?.offset ?? 0) === 3
  if (box?.type !== 'text' || more.length > 0 || !isBare || !/^\[[ xX]\]$/.test(box.value)) return
  item.checked = box.value !== '[ ]'
  paragraph.children = []
}
