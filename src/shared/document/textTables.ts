/** Tables of Markdown within a text that else stays as it is. Each line is looked at once, and no parser is needed to see that there are none. */
import { alignsIn } from './tables'

export interface TextPart {
  readonly text: string
  readonly isTable: boolean
}

/** The parts in their order. A table is a line with bars, a line `| - | - |` of as many cells, and the lines with bars below. */
export function tablesInText(text: string): TextPart[] {
  const lines = text.split(/\r\n|\r|\n/)
  const parts: { lines: string[]; isTable: boolean }[] = []
  for (const [at, line] of lines.entries()) {
    const last = parts.at(-1)
    const begins = beginsTable(line, lines[at + 1] ?? '')
    if (last?.isTable && line.includes('|')) last.lines.push(line)
    else if (begins) parts.push({ lines: [line], isTable: true })
    else if (last && !last.isTable) last.lines.push(line)
    else parts.push({ lines: [line], isTable: false })
  }
  return parts.map(({ lines: of, isTable }) => ({ text: of.join('\n'), isTable }))
}

function beginsTable(line: string, next: string): boolean {
  return line.includes('|') && alignsIn(next)?.length === cellsIn(line)
}

function cellsIn(line: string): number {
  const bars =
    line
      .trim()
      .match(/\\.|\|/gs)
      ?.filter((sign) => sign === '|').length ?? 0
  const outer = Number(/^\s*\|/.test(line)) + Number(/(?<!\\)\|\s*$/.test(line))
  return bars + 1 - outer
}
