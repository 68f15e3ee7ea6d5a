/** `| a | b |`, and below it `| - | - |` with a space or Enter: a table of the two lines, with a row to go on in. */
import type { ElementTransformer } from '@lexical/markdown'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import {
  $copyNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isTextNode,
  $parseSerializedNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical'
import { textFormat } from '#shared/document/document'
import { newTable } from '#shared/document/newNodes'
import { alignsIn, maxTableColumns } from '#shared/document/tables'

export const typedTable: ElementTransformer = {
  type: 'element',
  dependencies: [TableNode, TableRowNode, TableCellNode],
  export: () => null,
  regExp: /^\|[-:| \t]+\|\s?$/,
  triggerOnEnter: true,
  replace(paragraph, after, match) {
    const head = paragraph.getPreviousSibling()
    const align = alignsIn(match[0] ?? '')
    if (!align || !$isParagraphNode(head) || after.length > 0 || align.length > maxTableColumns) return false
    const cells = $cellsOf(head)
    if (cells?.length !== align.length) return false
    const empty = align.map(() => [])
    const table = $parseSerializedNode(newTable([empty, empty], align))
    // The paragraph stays, emptied, as the place to go on below.
    head.replace(table)
    if (!$isElementNode(table)) return false
    const [first, body] = table.getChildren()
    if ($isElementNode(first))
      for (const [at, cell] of first.getChildren().entries()) {
        const place = $isElementNode(cell) ? cell.getFirstChild() : null
        if ($isElementNode(place)) place.append(...(cells[at] ?? []))
      }
    if ($isElementNode(body)) body.selectStart()
    return true
  },
}

/** The words between the bars of a line, with their formats; null where the line does not begin with one. Code keeps its bars. */
function $cellsOf(line: ParagraphNode): LexicalNode[][] | null {
  const cells: LexicalNode[][] = [[]]
  for (const node of line.getChildren()) {
    if ($isLineBreakNode(node)) return null
    if (!$isTextNode(node) || (node.getFormat() & textFormat.code) !== 0) {
      cells.at(-1)?.push(node)
      continue
    }
    for (const [at, part] of node
      .getTextContent()
      .split(/(?<!\\)\|/)
      .entries()) {
      if (at > 0) cells.push([])
      if (part !== '') cells.at(-1)?.push($copyNode(node).setTextContent(part.replaceAll('\\|', '|')))
    }
  }
  const [before, ...rest] = cells.map($trimmed)
  if (before === undefined || before.length > 0) return null
  return rest.at(-1)?.length === 0 ? rest.slice(0, -1) : rest
}

function $trimmed(nodes: LexicalNode[]): LexicalNode[] {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if ($isTextNode(first)) first.setTextContent(first.getTextContent().trimStart())
  if ($isTextNode(last)) last.setTextContent(last.getTextContent().trimEnd())
  return nodes.filter((node) => !$isTextNode(node) || node.getTextContent() !== '')
}
