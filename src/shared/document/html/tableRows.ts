/** A table's rows as lines, with ` | ` between the cells; what is more than words in its cells stands one cell after another. */
import type { ElementContent } from 'hast'
import { aroundWords, holdsWordsOnly, onOneLine } from './blockRuns'
import { element, isBlank, text, withTextsJoined } from './hastNodes'

/** Without the empty cells at a row's end; a row of them alone is nothing. */
export function rowOf(cells: readonly ElementContent[][]): ElementContent[] {
  const filled = cells.slice(0, cells.findLastIndex((cell) => !cell.every(isBlank)) + 1)
  const worded = filled.filter((cell) => !cell.every(isBlank))
  if (worded.length === 0) return []
  // A table that only lays out a page has rows of one cell.
  if (worded.length === 1 || !worded.every(holdsWordsOnly)) return worded.flatMap((cell) => aroundWords('div', cell))
  const line = filled.flatMap((cell, index) => [...(index > 0 ? [text(' | ')] : []), ...onOneLine(cell)])
  return [element('p', withTextsJoined(line))]
}
