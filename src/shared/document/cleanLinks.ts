/** Applies the link policy to a whole document. */
import type { AnswerDocument, AnyNode } from './document'
import { safeLink } from './linkPolicy'

/** A link that is not safe becomes its text; the others are spelt as the policy spells them. The same document when none changed. */
export function cleanLinks(document: AnswerDocument): AnswerDocument {
  const root = cleanNode(document.root)
  return root === document.root ? document : { ...document, root }
}

function cleanNode<N extends AnyNode>(node: N): N {
  if (!('children' in node)) return node
  const before: readonly AnyNode[] = node.children
  const children = before.flatMap(cleanChild)
  const same = children.length === before.length && children.every((child, index) => child === before[index])
  return same ? node : { ...node, children }
}

function cleanChild(child: AnyNode): AnyNode[] {
  const clean = cleanNode(child)
  if (clean.type !== 'link') return [clean]
  const url = safeLink(clean.url)
  if (url === null) return clean.children
  return [url === clean.url ? clean : { ...clean, url }]
}
