/** The words of a document: what search looks through, what the list shows first, and what is left when it can't be shown. */
import type { AnswerDocument, AnyNode } from './document'

/** One line a block or list item, whatever its nesting; a line break inside a block begins a line too. Rules have no words. */
export function plainText(document: AnswerDocument): string {
  return linesOf(document.root).join('\n')
}

/** The words of an inline run. */
export function inlineText(nodes: readonly AnyNode[]): string {
  return nodes.map(inlineNodeText).join('')
}

function linesOf(node: AnyNode): string[] {
  if (!('children' in node)) return []
  const lines: string[] = []
  let run: AnyNode[] = []
  const endRun = () => {
    if (run.length > 0) lines.push(inlineText(run))
    run = []
  }
  for (const child of node.children) {
    if (isInline(child)) {
      run.push(child)
    } else {
      endRun()
      lines.push(...linesOf(child))
    }
  }
  endRun()
  return lines.length > 0 || holdsBlocks(node) ? lines : ['']
}

/** An empty paragraph is an empty line; an empty page or list is nothing. */
function holdsBlocks(node: AnyNode): boolean {
  return node.type === 'root' || node.type === 'list'
}

function inlineNodeText(node: AnyNode): string {
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'link') return inlineText(node.children)
  return 'text' in node ? node.text : ''
}

export function isInline(node: AnyNode): boolean {
  return node.type === 'linebreak' || node.type === 'link' || 'text' in node
}
