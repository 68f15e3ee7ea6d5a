/** Whether one query can find only what another has found: while a word is typed, each letter narrows what the letters before it left. */
import type { Clause, Condition, MarkedCondition, Query, WordsCondition } from './query'

type Clauses = Pick<Query, 'clauses' | 'within'>

/** False also where it is true but not seen: then all is searched. */
export function narrows(next: Clauses, previous: Clauses): boolean {
  return (
    next.within === previous.within &&
    eachHas(previous.clauses, next.clauses, (asked, now) => impliesClause(now, asked))
  )
}

/** A keystroke changes one clause or two. Of two that have little in common each would be compared with each. */
const mostChanged = 4

/** Whether each of `items` has one among `others` that fits it; what stands there unchanged does. */
function eachHas<T>(items: readonly T[], others: readonly T[], fits: (item: T, other: T) => boolean): boolean {
  const unchanged = new Set(others.map((other) => JSON.stringify(other)))
  const changed = items.filter((item) => !unchanged.has(JSON.stringify(item)))
  return changed.length <= mostChanged && changed.every((item) => others.some((other) => fits(item, other)))
}

function impliesClause(now: Clause, asked: Clause): boolean {
  if (now.negated !== asked.negated) return false
  const [narrow, wide] = now.negated ? [asked.anyOf, now.anyOf] : [now.anyOf, asked.anyOf]
  return eachHas(narrow, wide, implies)
}

function implies(now: Condition, asked: Condition): boolean {
  if (now.kind === 'words' && asked.kind === 'words') return impliesWords(now, asked)
  if (isMarked(now) && isMarked(asked)) return now.kind === asked.kind && impliesName(now, asked)
  if (now.kind === 'days' && asked.kind === 'days') {
    return (
      (asked.from === null || (now.from !== null && now.from >= asked.from)) &&
      (asked.to === null || (now.to !== null && now.to <= asked.to))
    )
  }
  return JSON.stringify(now) === JSON.stringify(asked)
}

/** The same words; the last may have grown, where its beginning was enough. */
function impliesWords(now: WordsCondition, asked: WordsCondition): boolean {
  return (
    now.words.length === asked.words.length &&
    (asked.prefix || !now.prefix) &&
    now.words.every((word, at) => {
      const other = asked.words[at] ?? ''
      return word === other || (asked.prefix && at === asked.words.length - 1 && word.startsWith(other))
    })
  )
}

function isMarked(condition: Condition): condition is MarkedCondition {
  return condition.kind === 'tag' || condition.kind === 'person' || condition.kind === 'project'
}

function impliesName(now: MarkedCondition, asked: MarkedCondition): boolean {
  return asked.prefix ? now.name.startsWith(asked.name) : !now.prefix && now.name === asked.name
}
