/** Which of the signs within a line a reader of Markdown would take for something else. Each rule gives their places. */
import type { Source } from './escaped'
import { neighbours, readers, rolesOf } from './flanking'
import { characterReference } from './linkTarget'

/**
 * Signs that could begin or end bold, italic or struck words, where a partner for them is found. Those of a run that is escaped at its beginning, as
 * a rule is, stand behind punctuation.
 */
export function formatSigns(source: Source, unsafe: ReadonlySet<number>): number[] {
  return ['*', '_', '~'].flatMap((sign) => formatSignsOf(sign, source, unsafe))
}

function formatSignsOf(sign: string, source: Source, unsafe: ReadonlySet<number>): number[] {
  const all = runsOf(sign, source).flatMap((run) => withoutEscaped(run, unsafe))
  const beginsOurs = all.some(({ kinds }) => kinds.includes('d'))
  const runs = all
    .filter(({ kinds }) => kinds.includes('w'))
    .map((run) => {
      const { before, after } = neighbours(source.text, run.start, run.start + run.kinds.length)
      const roles = readers.map((read) => rolesOf(sign, before, after, read))
      return { ...run, opens: roles.some(({ opens }) => opens), closes: roles.some(({ closes }) => closes) }
    })
  const firstOpener = runs.findIndex(({ opens }) => opens)
  const lastCloser = runs.findLastIndex(({ closes }) => closes)
  const isRead = ({ kinds, opens, closes }: (typeof runs)[number], index: number) => {
    // Next to a sign of ours the two are read as one.
    if (beginsOurs) return opens || closes || kinds.includes('d')
    return (opens && index < lastCloser) || (closes && firstOpener !== -1 && index > firstOpener)
  }
  return runs.filter(isRead).flatMap(typedPlaces)
}

/**
 * Backticks, where any two runs are as long: between them would be code. A run that is escaped, as a fence is, ends code that began before it all
 * the same, so either none of them is escaped or all are.
 */
export function codeSigns(source: Source, unsafe: ReadonlySet<number>): number[] {
  const runs = runsOf('`', source)
  const lengths = new Set(runs.map(({ kinds }) => kinds.length))
  const isCode = lengths.size < runs.length || runs.some(({ kinds }) => /wm|mw/.test(kinds))
  const places = runs.flatMap(typedPlaces)
  return isCode || places.some((at) => unsafe.has(at)) ? places : []
}

/** The same sign several times over. */
interface Run {
  readonly start: number
  /** What each of them is. */
  readonly kinds: string
}

function runsOf(sign: string, { text, kinds }: Source): Run[] {
  return [...text.matchAll(new RegExp(`\\${sign}+`, 'g'))].map(({ index, 0: run }) => ({
    start: index,
    kinds: kinds.slice(index, index + run.length),
  }))
}

function withoutEscaped({ start, kinds }: Run, unsafe: ReadonlySet<number>): Run[] {
  let escaped = 0
  while (unsafe.has(start + escaped)) escaped += 1
  return escaped === kinds.length ? [] : [{ start: start + escaped, kinds: kinds.slice(escaped) }]
}

function typedPlaces({ start, kinds }: Run): number[] {
  return [...kinds.matchAll(/w/g)].map(({ index }) => start + index)
}

/** `](`, which would make a link of what stands in brackets; `!` before a link of ours; and brackets that would end its label too soon. */
export function bracketSigns({ text, kinds }: Source): number[] {
  const found: number[] = []
  const lastEnd = text.lastIndexOf(')')
  let isOpen = false
  /** Since the last bracket of ours, or the beginning. */
  let brackets: number[] = []
  let links: number[] = []
  for (const { index, 0: sign } of text.matchAll(/[[\]!]/g)) {
    const next = `${kinds[index + 1]}${text.charAt(index + 1)}`
    if (kinds[index] === 'b') {
      found.push(...(sign === ']' && !isBalanced(text, brackets) ? brackets : links))
      brackets = []
      links = []
    } else if (kinds[index] === 'w') {
      if (sign !== '!') brackets.push(index)
      else if (next === 'b[') found.push(index)
      if (sign === ']' && isOpen && next === 'w(' && index < lastEnd) links.push(index + 1)
    }
    isOpen ||= sign === '['
  }
  return [...found, ...links]
}

function isBalanced(text: string, brackets: readonly number[]): boolean {
  let depth = 0
  for (const at of brackets) {
    depth += text.charAt(at) === '[' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** What would be read as HTML or as an address in angle brackets. */
export function htmlSigns({ text, kinds }: Source): number[] {
  const lastEnd = text.lastIndexOf('>')
  const mailbox = /<[\w.!#$%&'*+/=?^`{|}~-]+@/y
  return [...text.matchAll(/</g)]
    .map(({ index }) => index)
    .filter((at) => {
      mailbox.lastIndex = at
      return kinds[at] === 'w' && at < lastEnd && (/^[A-Za-z/!?]/.test(text.charAt(at + 1)) || mailbox.test(text))
    })
}

/** `&amp;` as a person typed it. */
export function referenceSigns({ text, kinds }: Source): number[] {
  return [...text.matchAll(characterReference)].map(({ index }) => index).filter((at) => kinds[at] === 'w')
}
