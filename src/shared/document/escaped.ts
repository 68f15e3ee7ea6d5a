/** Puts a backslash before each sign that a person typed and a reader of Markdown would take for something else; every other sign stays as typed. */
import { lineStartSigns } from './escapedLines'
import { bracketSigns, codeSigns, formatSigns, htmlSigns, referenceSigns } from './escapedSigns'
import type { Token } from './phrasingTokens'

/** What a block's first line stands behind: nothing, the marker of an item, a checkbox, the signs of a heading, or the edge of a table's cell. */
export type Place = 'paragraph' | 'item' | 'task' | 'heading' | 'cell'

/** The Markdown of a block before anything is escaped, and what each of its characters is: (w)ords, a (d)elimiter, a (b)racket of a link's label or other (m)arkup. */
export interface Source {
  readonly text: string
  readonly kinds: string
}

const kindOf = { words: 'w', delimiter: 'd', bracket: 'b', markup: 'm' } as const

/** Every sign that means something within a line. */
const withinLines = /[*_~`<&[\]\\!]/

export function escaped(tokens: readonly Token[], place: Place): string {
  const text = tokens.map(({ value }) => value).join('')
  const source = { text, kinds: tokens.map(({ kind, value }) => kindOf[kind].repeat(value.length)).join('') }
  const unsafe = new Set(lineStartSigns(source, place))
  if (withinLines.test(text)) {
    const atStart = new Set(unsafe)
    for (const rule of [formatSigns, codeSigns, bracketSigns, htmlSigns, referenceSigns])
      for (const at of rule(source, atStart)) unsafe.add(at)
  }
  // Before anything else is read, and in code and addresses too, it ends the cell.
  if (place === 'cell') for (const { index } of text.matchAll(/\|/g)) unsafe.add(index)
  for (const at of backslashes(source, unsafe)) unsafe.add(at)
  return withBackslashes(text, unsafe)
}

/** A backslash that would escape what follows it. */
function backslashes({ text, kinds }: Source, unsafe: ReadonlySet<number>): number[] {
  return [...text.matchAll(/\\/g)]
    .map(({ index }) => index)
    .filter((at) => kinds[at] === 'w' && (unsafe.has(at + 1) || /^[!-/:-@[-`{-~]/.test(text.charAt(at + 1))))
}

function withBackslashes(text: string, unsafe: ReadonlySet<number>): string {
  if (unsafe.size === 0) return text
  let result = ''
  let end = 0
  for (const at of [...unsafe].sort((a, b) => a - b)) {
    result += `${text.slice(end, at)}\\`
    end = at
  }
  return result + text.slice(end)
}
