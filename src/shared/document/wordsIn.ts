/**
 * The words of something that should be a document and can't be read as one, so that they are never lost with it: whatever stands in a `text`, a line
 * for each block. Takes any JSON, however deep; each value is visited once.
 */

/** Stands on the stack where a block's children end. */
const lineEnd = Symbol('end of a line')

export function wordsIn(value: unknown): string {
  const lines: string[] = []
  let line = ''
  const endLine = () => {
    if (line !== '') lines.push(line)
    line = ''
  }
  const open: unknown[] = [value]
  const visit = (values: readonly unknown[]) => {
    for (let at = values.length - 1; at >= 0; at -= 1) open.push(values[at])
  }
  while (open.length > 0) {
    const next = open.pop()
    if (next === lineEnd) endLine()
    else if (Array.isArray(next)) visit(next)
    else if (typeof next === 'object' && next !== null) {
      const { type, text, children } = fieldsOf(next)
      if (typeof text === 'string') line += text
      if (type === 'linebreak') endLine()
      if (!Array.isArray(children)) visit(Object.values(next))
      else if (type === 'link') visit(children)
      else {
        endLine()
        open.push(lineEnd)
        visit(children)
      }
    }
  }
  endLine()
  return lines.join('\n')
}

function fieldsOf(node: object): { readonly type?: unknown; readonly text?: unknown; readonly children?: unknown } {
  return node
}
