/** Asks the sources that what was typed is for, and puts what they found in one order. */
import { readTyped } from './readTyped'
import type { Match, Matches, OpenSource, PaletteItem, Source } from './source'

/** More than anyone looks through: typing on is faster. */
export const maxShown = 30
/** What was chosen lately comes before what matches a little better. */
const recentBonus = 0.1

export interface OpenedSource {
  readonly source: Source
  readonly opened: OpenSource
}

export interface Shown {
  readonly items: readonly PaletteItem[]
  readonly total: number
}

/** `recent`: ids, the last chosen first. */
export function findIn(sources: readonly OpenedSource[], typed: string, recent: readonly string[]): Shown {
  const { sign, text } = readTyped(typed)
  if (sign === null && text === '') return offered(sources, recent)
  const asked = sign === null ? sources : sources.filter(({ source }) => source.sign === sign)
  const found = asked.map(({ opened }) => opened.find(text, maxShown))
  const total = found.reduce((sum, matches) => sum + matches.total, 0)
  if (text === '') return { items: itemsOf(found), total }
  const bonusOf = new Map(recent.map((id, at) => [id, recentBonus * (1 - at / recent.length)]))
  const rank = ({ item, score }: Match) => score + (bonusOf.get(item.id) ?? 0)
  const best = found.flatMap((matches) => matches.best).sort((a, b) => rank(b) - rank(a))
  return { items: best.slice(0, maxShown).map(({ item }) => item), total }
}

/** What was chosen lately, then what the app can do. */
function offered(sources: readonly OpenedSource[], recent: readonly string[]): Shown {
  const lately = recent.flatMap((id) => sources.flatMap(({ opened }) => opened.item(id) ?? []))
  const known = new Set(lately.map(({ id }) => id))
  const others = sources
    .filter(({ source }) => source.isOffered)
    .flatMap(({ opened }) => itemsOf([opened.find('', maxShown)]))
    .filter(({ id }) => !known.has(id))
  const items = [...lately, ...others].slice(0, maxShown)
  return { items, total: items.length }
}

function itemsOf(found: readonly Matches[]): readonly PaletteItem[] {
  return found.flatMap(({ best }) => best.map(({ item }) => item)).slice(0, maxShown)
}
