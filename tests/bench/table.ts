/** The results as a table of plain text. */
import type { Result } from './measure'
import type { Spread } from './spread'

const head = [
  'measure',
  'entries',
  'median',
  'min',
  'max',
  'unit',
  'floor',
  'median',
  'min',
  'max',
  'ratio',
  'goal',
  '',
]

export function resultTable(results: readonly Result[]): string {
  const rows = [head, ...results.map(rowOf)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => [0, 5, 6, 12].includes(column)
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

export function ratioOf({ ours, floor }: Result): number | null {
  return floor === null ? null : ours.median / floor.spread.median
}

/** False when the goal is missed, null where there is none. */
export function isHeld(result: Result): boolean | null {
  const { ours, goal, limit } = result
  if (limit !== undefined) return ours.median <= limit
  const ratio = ratioOf(result)
  return ratio === null || goal === null ? null : ratio <= goal
}

function rowOf(result: Result): string[] {
  const { id, entries, ours, unit, floor, goal, limit } = result
  const ratio = ratioOf(result)
  const held = isHeld(result)
  return [
    id,
    `${entries}`,
    ...spreadCells(ours),
    unit,
    floor?.name ?? '–',
    ...(floor ? spreadCells(floor.spread) : ['–', '–', '–']),
    ratio === null ? '–' : figure(ratio),
    limit !== undefined ? `< ${figure(limit)} ${unit}` : goal === null ? '–' : `<= ${figure(goal)}`,
    held === null ? '' : held ? 'held' : 'missed',
  ]
}

function spreadCells({ median, min, max }: Spread): string[] {
  return [median, min, max].map(figure)
}

/** Three digits that say something. */
function figure(value: number): string {
  if (value === 0 || Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.min(6, 2 - Math.floor(Math.log10(Math.abs(value)))))
}
