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

/** Milliseconds of work after which keys and paints get their turn. */
const turn = 4
/** So many are ready at once: more than a list of commands or templates has. */
const atOnce = 100
/** Below it a text has the letters and little else. */
const threshold = 0.3

export function fuzzyList<T>({ things, idOf, textOf, itemOf }: FuzzyListNeeds<T>): OpenSource {
  const targets: { readonly thing: T; readonly at: number; readonly text: ReturnType<typeof prepare> }[] = []

  async function fill(): Promise<void> {
    const all = 'then' in things ? await things.catch(() => []) : things
    let began = Number.NEGATIVE_INFINITY
    for (const [at, thing] of all.entries()) {
      if (at >= atOnce && performance.now() - began >= turn) {
        await new Promise((resolve) => setTimeout(resolve))
        began = performance.now()
      }
      targets.push({ thing, at, text: prepare(normalize(textOf(thing))) })
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
      // Of equals it takes the first ones, and gives them in any order.
      const best = found.toSorted((a, b) => b.score - a.score || a.obj.at - b.obj.at)
      return { best: best.map(({ obj, score }) => ({ item: itemOf(obj.thing), score })), total: found.total }
    },
    item(id) {
      const known = targets.find(({ thing }) => idOf(thing) === id)
      return known ? itemOf(known.thing) : null
    },
  }
}

/** The library keeps what it was asked and what it found: the journal's words, and nothing that is needed once the palette is closed. */
export const forgetWords = cleanup
