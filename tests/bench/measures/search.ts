/** Each key in the search field, beside ripgrep over the same texts. */
import { corpusOf } from '../corpus/corpus'
import { interleaved, timed } from '../interleaved'
import { buildLibrary } from '../library'
import type { Bench, Measure, Result } from '../measure'
import { hasRipgrep, plainSearch } from '../plainSearch'
import { queriesFrom } from '../queries'
import { exactly, quantile, type Spread, spreadOf } from '../spread'

const eachGoal = 1 / 3
const meanGoal = 1 / 8
/** Milliseconds a key, at 10,000 and at 100,000 entries. */
const limits = { usual: 16, large: 60 }

export const search: Measure = {
  id: 'search',
  async run(bench) {
    const results: Result[] = []
    if (!hasRipgrep()) bench.say('search: ripgrep is not installed, a plain scan takes its place')
    for (const size of bench.sizes) results.push(...(await searches(bench, size)))
    return results
  },
}

async function searches(bench: Bench, size: number): Promise<Result[]> {
  const corpus = corpusOf(size)
  const plain = plainSearch(corpus)
  const library = await buildLibrary({ journal: corpus.folder, cache: bench.scratch(`search-${size}`) })
  // The goals are of ripgrep at 10,000 entries and more; a plain scan is no floor they were set from.
  const goalOf = (goal: number) => (plain.isRipgrep && size >= 10_000 ? goal : null)
  const [results, keys]: [Result[], number[]] = [[], []]
  const pairs: { ours: Spread; floor: Spread }[] = []
  for (const query of queriesFrom(corpus.words)) {
    const { ours, floor } = await interleaved(
      { rounds: bench.quick ? 2 : 15, warmUps: 2 },
      { ours: () => timed(() => library.find(query.typed)), floor: () => plain.time(query) },
    )
    keys.push(...ours)
    const pair = { ours: spreadOf(ours), floor: spreadOf(floor) }
    pairs.push(pair)
    results.push({
      id: `search-${query.id}`,
      entries: size,
      ours: pair.ours,
      unit: 'ms',
      floor: { name: plain.name, spread: pair.floor },
      goal: goalOf(eachGoal),
    })
  }
  await library.close()
  return [
    ...results,
    {
      id: 'search-mean',
      entries: size,
      ours: exactly(geometricMean(pairs.map(({ ours }) => ours.median))),
      unit: 'ms',
      floor: { name: plain.name, spread: exactly(geometricMean(pairs.map(({ floor }) => floor.median))) },
      goal: goalOf(meanGoal),
    },
    {
      id: 'search-p95',
      entries: size,
      ours: { median: quantile(keys, 0.95), min: Math.min(...keys), max: Math.max(...keys) },
      unit: 'ms',
      floor: null,
      goal: null,
      limit: size > 10_000 ? limits.large : limits.usual,
    },
  ]
}

function geometricMean(figures: readonly number[]): number {
  return Math.exp(figures.reduce((sum, figure) => sum + Math.log(figure), 0) / figures.length)
}
