/** One document after another: the blocks of both, without the empty paragraphs where they meet. */
import type { AnswerDocument, PageBlock } from './document'

export function joinDocuments(first: AnswerDocument, second: AnswerDocument): AnswerDocument {
  const before = first.root.children.slice(0, first.root.children.findLastIndex(isFilled) + 1)
  const after = second.root.children.slice(Math.max(0, second.root.children.findIndex(isFilled)))
  return { ...first, root: { ...first.root, children: [...before, ...after] } }
}

function isFilled(block: PageBlock): boolean {
  return block.type !== 'paragraph' || block.children.length > 0
}
