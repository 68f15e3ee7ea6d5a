/** The names that records mention, each in the spelling that is used most, with how many records do and when the last of them was. */
import type { Day } from '../domain/day'
import type { Facts } from '../domain/search/facts'
import type { MarkedKind } from '../domain/search/query/query'
import { nameKey } from '../domain/text/markedWords'
import { spellingsOf } from './namesOf'

export interface CountedName {
  /** Without its sign. */
  readonly name: string
  /** Pages and captures that mention it. */
  readonly count: number
  readonly last: Day
}

interface Mentioning {
  readonly row: { readonly day: Day }
  readonly facts: Facts
}

/** Those most used first, then by name. */
export function countedNames(records: Iterable<Mentioning>, kind: MarkedKind): readonly CountedName[] {
  const found = new Map<string, { count: number; last: Day; spellings: Map<string, number> }>()
  for (const { row, facts } of records) {
    const counted = new Set<string>()
    for (const spelling of spellingsOf(facts, kind)) {
      const key = nameKey(spelling)
      const name = found.get(key) ?? { count: 0, last: row.day, spellings: new Map() }
      found.set(key, name)
      name.spellings.set(spelling, (name.spellings.get(spelling) ?? 0) + 1)
      if (counted.has(key)) continue
      counted.add(key)
      name.count += 1
      if (row.day > name.last) name.last = row.day
    }
  }
  return Array.from(found.values(), ({ count, last, spellings }) => ({ name: mostUsed(spellings), count, last })).sort(
    (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
  )
}

/** Of those used alike the one that sorts first, so that the order of the records makes no difference. */
function mostUsed(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, often], [b, oftenToo]) => oftenToo - often || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}
