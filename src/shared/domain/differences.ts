/** Where two texts differ, word by word, by their longest common subsequence. Pure. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/** Pairs of words to compare: a few milliseconds' work. Above it nothing is marked. */
const mostPairs = 4_000_000

/** Both texts in pieces, in order and whole; null when they are too long to be compared. */
export function differences(a: string, b: string): readonly [readonly Piece[], readonly Piece[]] | null {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const before = commonStart(left, right)
  const after = commonStart(left.slice(before).toReversed(), right.slice(before).toReversed())
  const [middleLeft, middleRight] = [left, right].map((words) => words.slice(before, words.length - after))
  if (!middleLeft || !middleRight || middleLeft.length * middleRight.length > mostPairs) return null
  const [keptLeft, keptRight] = common(middleLeft, middleRight)
  return [pieces(left, before, keptLeft), pieces(right, before, keptRight)]
}

/** Words with what stands between them; in scripts without spaces too. */
function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment)
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** For each word of both whether it belongs to what they have in common. */
function common(a: readonly string[], b: readonly string[]): [boolean[], boolean[]] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const length = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        a[row] === b[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1))
    }
  }
  const kept: [boolean[], boolean[]] = [a.map(() => false), b.map(() => false)]
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    if (a[row] === b[column]) {
      kept[0][row++] = true
      kept[1][column++] = true
    } else if (length(row + 1, column) >= length(row, column + 1)) row++
    else column++
  }
  return kept
}

/** Neighbours of one kind as one piece. `kept` tells of the words from `before` on; those outside of it are common. */
function pieces(words: readonly string[], before: number, kept: readonly boolean[]): Piece[] {
  const found: { text: string; differs: boolean }[] = []
  for (const [at, text] of words.entries()) {
    const differs = kept[at - before] === false
    const last = found.at(-1)
    if (last?.differs === differs) last.text += text
    else found.push({ text, differs })
  }
  return found
}
