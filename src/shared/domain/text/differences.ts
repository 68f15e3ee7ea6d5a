/** Where two texts differ, word by word. Pure. */
import { diffArrays } from 'diff'

export interface Change {
  readonly text: string
  readonly kind: 'same' | 'removed' | 'added'
}

export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/** Words that came or went: a third of a second's work. Above it nothing is compared. */
const mostEdits = 2000

/** What became of `before` until `after`, in order and whole; null when they differ in too much to be compared. */
export function changes(before: string, after: string): readonly Change[] | null {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits })
  if (!found) return null
  return found.map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

/** Both texts in pieces, in order and whole; null when they differ in too much to be compared. */
export function differences(a: string, b: string): readonly [readonly Piece[], readonly Piece[]] | null {
  const found = changes(a, b)
  if (!found) return null
  const without = (other: Change['kind']) =>
    found.flatMap(({ text, kind }) => (kind === other ? [] : [{ text, differs: kind !== 'same' }]))
  return [joined(without('added')), joined(without('removed'))]
}

/** Words with what stands between them; in scripts without spaces too. */
function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment)
}

/** Neighbours of one kind as one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: { text: string; differs: boolean }[] = []
  for (const { text, differs } of pieces) {
    const last = found.at(-1)
    if (last?.differs === differs) last.text += text
    else found.push({ text, differs })
  }
  return found
}
