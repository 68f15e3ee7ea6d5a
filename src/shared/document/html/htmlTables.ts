/**
 * Tables that hold data, as rows of one length whose cells hold lines of words. Beside them there are tables that lay out a page: those with
 * headings, rules or tables in them, and those with one cell a row. A cell that spans several places stands in the first, and the others are empty.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { maxTableCells, maxTableColumns, mayBeFilled } from '../tables'
import { headingOf } from './blockHtml'
import { aroundWords } from './blockRuns'
import { element, isBlank, isElement, text, wordsOf } from './hastNodes'
import { blockElements } from './htmlSchema'
import { isHidden, styleOf } from './htmlStyle'
import { rowOf } from './tableRows'

/** The tables of a tree that lay it out. Each node is looked at once; trees of bounded depth only. */
export function layoutTables(tree: Root): ReadonlySet<Element> {
  const found = new Set<Element>()
  const look = (nodes: readonly RootContent[], around: Element | null) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      const isTable = node.tagName === 'table'
      if (around && (isTable || node.tagName === 'hr' || headingOf(node) !== null)) found.add(around)
      if (isTable && /^(?:presentation|none)$/.test(String(node.properties.role))) found.add(node)
      look(node.children, isTable ? node : around)
    }
  }
  look(tree.children, null)
  return found
}

/** Null where it holds no data by its form. */
export function tableOf(table: Element, tidied: (part: Element) => ElementContent[]): ElementContent[] | null {
  const rows = rowsOf(table)
  const [first = []] = rows
  const hasHead =
    table.children.some((child) => isElement(child, 'thead')) || first.some((cell) => isElement(cell, 'th'))
  if (!hasHead && rows.filter(({ length }) => length > 1).length < 2) return null
  if (rows.some(({ length }) => length > maxTableColumns)) return null
  const captions = table.children.flatMap((child) => (isElement(child, 'caption') ? tidied(child) : []))
  const cells = rows.map((row) => row.map((cell): Cell => ({ cell, content: tidied(cell) })))
  return [...captions, ...dataOf(cells, hasHead)]
}

interface Cell {
  readonly cell: Element
  readonly content: readonly ElementContent[]
}

function rowsOf(table: Element): Element[][] {
  const parts = table.children.flatMap((child) =>
    isElement(child, 'thead', 'tbody', 'tfoot') ? child.children : [child],
  )
  return parts.flatMap((row) =>
    isElement(row, 'tr') && !isHidden(row, styleOf(row))
      ? [row.children.filter((cell) => isElement(cell, 'td', 'th') && !isHidden(cell, styleOf(cell))) as Element[]]
      : [],
  )
}

function dataOf(rows: readonly (readonly Cell[])[], hasHead: boolean): ElementContent[] {
  const placed = inPlaces(rows)
  const isFilled = (cell: Cell | null | undefined) => cell != null && !cell.content.every(isBlank)
  const from = placed.findIndex((row) => row.some(isFilled))
  const grid = placed.slice(Math.max(0, from), placed.findLastIndex((row) => row.some(isFilled)) + 1)
  const width = grid.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 0)
  if (width === 0) return []
  const given = rows.reduce((sum, { length }) => sum + length, 0)
  const isTooEmpty = !mayBeFilled(given, grid.length * width - given)
  if (isTooEmpty) return rows.flatMap((row) => rowOf(row.map(({ content }) => [...content])))
  if (width === 1 && !hasHead) return rows.flatMap((row) => row.flatMap(({ content }) => aroundWords('div', content)))
  const columns = Array.from({ length: width }, (_, column) => column)
  return [
    element(
      'table',
      grid.map((row, at) =>
        element(
          'tr',
          columns.map((column) => cellOf(row[column] ?? null, at)),
        ),
      ),
    ),
  ]
}

/** Each cell at its place, with null where one above it or before it goes on. */
function inPlaces(rows: readonly (readonly Cell[])[]): (Cell | null)[][] {
  /** For how many rows more each column is taken from above. */
  const taken: number[] = []
  return rows.map((cells) => {
    const row: (Cell | null)[] = []
    const skip = () => {
      for (; (taken[row.length] ?? 0) > 0; row.push(null)) taken[row.length] = (taken[row.length] ?? 0) - 1
    }
    for (const cell of cells) {
      skip()
      const columns = spanOf(cell.cell.properties.colSpan, maxTableColumns - row.length)
      const below = spanOf(cell.cell.properties.rowSpan, maxTableCells) - 1
      for (let at = 0; at < columns; at += 1) {
        taken[row.length] = below
        row.push(at === 0 ? cell : null)
      }
    }
    for (let at = row.length; at < taken.length; at += 1) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    return row
  })
}

function spanOf(said: unknown, most: number): number {
  const span = Math.trunc(Number(said))
  return span > 1 ? Math.max(1, Math.min(span, most)) : 1
}

/** The library that reads on takes the first alignment that a column has: numbers are aligned, and not always their head. */
function cellOf(given: Cell | null, row: number): ElementContent {
  const lines = given ? linesOf(given.content) : []
  const align = given && row < 2 ? alignOf(given.cell) : null
  return element(
    row === 0 ? 'th' : 'td',
    lines.flatMap((line, at) => (at > 0 ? [element('br', []), ...line] : line)),
    align === null ? {} : { align },
  )
}

function alignOf(cell: Element): string | null {
  const align = styleOf(cell).get('text-align') ?? String(cell.properties.align ?? '').toLowerCase()
  return /^(?:left|center|right)$/.test(align) ? align : null
}

/** A line for each paragraph, item and line of code. */
function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = []
  let words: ElementContent[] = []
  const endLine = () => {
    if (!words.every(isBlank)) lines.push(words)
    words = []
  }
  for (const node of nodes) {
    if (isElement(node, 'input')) {
      words.push(text(node.properties.checked === true ? '[x] ' : '[ ] '))
    } else if (node.type !== 'element' || !blockElements.has(node.tagName)) {
      words.push(node)
    } else {
      endLine()
      lines.push(...(isElement(node, 'pre') ? codeLines(node) : linesOf(node.children)))
    }
  }
  endLine()
  return lines
}

function codeLines(node: Element): ElementContent[][] {
  return wordsOf(node)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [[element('code', [text(line)])]]))
}
