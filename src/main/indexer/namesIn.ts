/** The names that the journal mentions. */
import { maxNames, type NamedKind } from '#shared/contract/search'
import { type CountedName, countedNames } from '#shared/facts/countedNames'
import type { Indexer } from './indexer'

export function namesIn({ index }: Pick<Indexer, 'index'>, kind: NamedKind): readonly CountedName[] {
  return countedNames(index.order.all, kind).slice(0, maxNames)
}
