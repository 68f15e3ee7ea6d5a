/** The names of one kind that a record mentions, each once, in the spelling that stands first. */
import type { Facts, PlacedFacts } from '../domain/search/facts'
import type { MarkedKind } from '../domain/search/query/query'
import { nameKey } from '../domain/text/markedWords'

export function namesOf(facts: Facts, kind: MarkedKind): readonly string[] {
  const byKey = new Map<string, string>()
  for (const name of spellingsOf(facts, kind)) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), name)
  return [...byKey.values()]
}

/** Every spelling, each once. */
export function spellingsOf(facts: Facts, kind: MarkedKind): ReadonlySet<string> {
  return new Set(facts.flatMap((placed) => listOf[kind](placed) ?? []))
}

const listOf: Readonly<Record<MarkedKind, (facts: PlacedFacts) => readonly string[] | undefined>> = {
  tag: ({ tags }) => tags,
  person: ({ people }) => people,
  project: ({ projects }) => projects,
}
