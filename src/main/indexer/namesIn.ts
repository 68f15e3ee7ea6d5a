/** The names that records mention, with how many do. */
import { type CountedName, maxNames, type NamedKind } from '#shared/contract/search'
import type { Facts } from '#shared/domain/search/facts'
import type { Indexer } from './indexer'

export function namesIn({ index }: Pick<Indexer, 'index'>, kind: NamedKind): readonly CountedName[] {
  const counts = new Map<string, number>()
  for (const { facts } of index.order.all)
    for (const name of namesOf[kind](facts)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts, ([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, maxNames)
}

const namesOf: Readonly<Record<NamedKind, (facts: Facts) => readonly string[]>> = {
  tag: ({ tags }) => tags,
  person: ({ people }) => people,
}
