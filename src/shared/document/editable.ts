/**
 * Which documents an answer's editor can hold as they are. The format lets quotes and list items hold blocks, since older versions and
 * other programs put them there; our editor holds words in a quote, words or one list alone in an
 * item, and in a table rows of one length with one paragraph in each cell.
 */
import { type AnswerDocument, type AnyNode, maxListDepth } from './document'
import { isInline } from './plainText'

export function isEditable({ root }: AnswerDocument): boolean {
  return root.children.every((block) => isEditableNode(block, 0))
}

/** `depth` is the number of lists around it. */
function isEditableNode(node: AnyNode, depth: number): boolean {
  switch (node.type) {
    case 'quote':
      return node.children.every((child) => isInline(child) && isEditableNode(child, depth))
    case 'paragraph':
    case 'heading':
      return node.children.every((child) => isEditableNode(child, depth))
    case 'link':
      return node.children.every((child) => child.type !== 'link')
    case 'list':
      return (
        depth < maxListDepth &&
        node.children.length > 0 &&
        node.children.every((item) => isEditableNode(item, depth + 1))
      )
    case 'listitem': {
      const [first, ...rest] = node.children
      const isAlone = first?.type === 'list' && rest.length === 0
      return (isAlone || node.children.every(isInline)) && node.children.every((child) => isEditableNode(child, depth))
    }
    case 'table': {
      const width = node.children[0]?.children.length ?? 0
      return width > 0 && node.children.every((row) => row.children.length === width && isEditableNode(row, depth))
    }
    case 'tablerow':
      return node.children.every((cell) => cell.children.length === 1 && isEditableNode(cell, depth))
    case 'tablecell':
      return node.children.every((child) => isEditableNode(child, depth))
    default:
      return true
  }
}
