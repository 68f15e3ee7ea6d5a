/** The words of a document: what search looks through, what the list shows first, and what is left when it can't be shown. */
import type { AnswerDocument, AnyNode, TableNode } from './document'

/**
 * One line a block or list item, whatever its nesting; a line break inside a block begins a line too. Rules have no words. A table has a line for each row, with
 * a tab between its cells, as spreadsheets read it: what would end a cell within one is a space.
 */
export function plainText(document: AnswerDocument): string {
  return plainTextOf(document.root.children)
}

/** As above, of some of its nodes. */
export function plainTextOf(nodes: readonly AnyNode[]): string {
  return linesOf(nodes).join('\n')
}

/** The words of an inline run. */
export function inlineText(nodes: readonly AnyNode[]): string {
  return nodes.map(inlineNodeText).join('')
}

function linesOf(nodes: readonly AnyNode[]): string[] {
  const lines: string[] = []
  let run: AnyNode[] = []
  const endRun = () => {
    if (run.length > 0) lines.push(inlineText(run))
    run = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      run.push(node)
    } else {
      endRun()
      for (const line of linesOfBlock(node)) lines.push(line)
    }
  }
  endRun()
  return lines
}

/** An empty paragraph is an empty line; an empty list is nothing. */
function linesOfBlock(node: AnyNode): string[] {
  if (!('children' in node)) return []
  if (node.type === 'table') return tableLines(node)
  const lines = linesOf(node.children)
  return lines.length > 0 || node.type === 'list' ? lines : ['']
}

function tableLines(table: TableNode): string[] {
  return table.children.map((row) =>
    row.children
      .map((cell) =>
        linesOf(cell.children)
          .join(' ')
          .replace(/[\t\r\n]/g, ' '),
      )
      .join('\t'),
  )
}

function inlineNodeText(node: AnyNode): string {
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'link') return inlineText(node.children)
  return 'text' in node ? node.text : ''
}

export function isInline(node: AnyNode): boolean {
  return node.type === 'linebreak' || node.type === 'link' || 'text' in node
}
