/** Finds things by what they are called, also when letters are left out. Made ready a few at a time, so that the first keys don't wait for thousands. */
import { cleanup, go, prepare } from 'fuzzysort'
import { normalize } from '#shared/domain/text/normalize'
import type { OpenSource, PaletteItem } from './source'

export interface FuzzyListNeeds<T> {
  /** In the order in which those come that match equally well. */
  readonly things: readonly T[] | Promise<readonly T[]>
  idOf(thing: T): string
  /** What it is found by. */
  textOf(thing: T): string
  itemOf(thing: T): PaletteItem
}

/** As many as are made ready in a few milliseconds. */
const slice = 500
/** Below it a text has the letters and little else. */
const threshold = 0.4

export function fuzzyList<T>({ things, idOf, textOf, itemOf }: FuzzyListNeeds<T>): OpenSource {
  const targets: { readonly thing: T; readonly text: ReturnType<typeof prepare> }[] = []

  async function fill(): Promise<void> {
    const all = 'then' in things ? await things.catch(() => []) : things
    for (const [at, thing] of all.entries()) {
      if (at > 0 && at % slice === 0) await new Promise((resolve) => setTimeout(resolve))
      targets.push({ thing, text: prepare(normalize(textOf(thing))) })
    }
  }

  return {
    ready: fill(),
    find(text, limit) {
      if (text === '') {
        const best = targets.slice(0, limit).map(({ thing }) => ({ item: itemOf(thing), score: 0 }))
        return { best, total: targets.length }
      }
      const found = go(normalize(text), targets, { key: 'text', limit, threshold })
      return { best: found.map(({ obj, score }) => ({ item: itemOf(obj.thing), score })), total: found.total }
    },
    item(id) {
      const known = targets.find(({ thing }) => idOf(thing) === id)
      return known ? itemOf(known.thing) : null
    },
  }
}

/** The library keeps what it was asked and what it found: the journal's words, and nothing that is needed once the palette is closed. */
export const forgetWords = cleanup
