/** A table in Markdown, its columns below each other where their words are short. */
import type { Table } from 'mdast'
import { escaped } from './escaped'
import { phrasingTokens } from './phrasingTokens'

/** Longer words stand out: padded to the longest, a table would grow with the square. */
const widest = 30

/** The signs at the ends of a column's line. */
const ends = { none: ['-', '-'], left: [':', '-'], center: [':', ':'], right: ['-', ':'] } as const

export function tableMarkdown({ align, children }: Table): string {
  const rows = children.map((row) => row.children.map((cell) => escaped(phrasingTokens(cell.children), 'cell')))
  const widths = (rows[0] ?? []).map((_, at) =>
    rows.reduce((most, row) => Math.max(most, Math.min(widest, widthOf(row[at] ?? ''))), 3),
  )
  const delimiter = widths.map((width, at) => {
    const [left, right] = ends[align?.[at] ?? 'none']
    return `${left}${'-'.repeat(width - 2)}${right}`
  })
  const [head = [], ...body] = rows.map((row) => row.map((cell, at) => padded(cell, widths[at] ?? 0)))
  return [head, delimiter, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function widthOf(text: string): number {
  return Array.from(text).length
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
