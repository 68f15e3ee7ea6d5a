/** The index: rebuilt from every file, loaded from its cache, and the first answer after a start. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { corpusOf } from '../corpus/corpus'
import { interleaved, timed } from '../interleaved'
import { buildLibrary, type LibraryPlace, loadLibrary } from '../library'
import type { Bench, Measure, Result } from '../measure'
import { queriesFrom } from '../queries'
import { spreadOf } from '../spread'

export const libraryIndex: Measure = {
  id: 'index',
  async run(bench) {
    const results: Result[] = []
    for (const size of bench.sizes) results.push(...(await indexOf(bench, size)))
    return results
  },
}

async function indexOf(bench: Bench, size: number): Promise<Result[]> {
  const corpus = corpusOf(size)
  const place: LibraryPlace = { journal: corpus.folder, cache: bench.scratch(`index-${size}`) }
  const [first] = queriesFrom(corpus.words)
  const rounds = bench.quick ? 1 : size > 10_000 ? 2 : 5
  const rebuilt = await interleaved(
    { rounds, warmUps: 1 },
    {
      ours: () => timed(async () => (await buildLibrary(place)).close()),
      floor: () => timed(() => readEach(join(corpus.folder, 'entries'), (bytes) => JSON.parse(bytes.toString()))),
    },
  )
  const results: Result[] = [
    {
      id: 'index-rebuild',
      entries: size,
      ours: spreadOf(rebuilt.ours),
      unit: 'ms',
      floor: { name: 'reading and parsing the same files', spread: spreadOf(rebuilt.floor) },
      goal: null,
    },
  ]
  const probe = await loadLibrary(place)
  if (probe === null) {
    bench.say('index: nothing is kept from one start to the next, so that there is nothing to load')
    return results
  }
  await probe.close()
  const loaded = await interleaved(
    { rounds: bench.quick ? 1 : 9, warmUps: 1 },
    {
      ours: () => timed(async () => (await loadLibrary(place))?.close()),
      answer: () =>
        timed(async () => {
          const library = await loadLibrary(place)
          await library?.find(first?.typed ?? '')
          await library?.close()
        }),
      floor: () => timed(() => readEach(place.cache, () => undefined)),
    },
  )
  const floor = { name: 'reading the same bytes', spread: spreadOf(loaded.floor) }
  return [
    ...results,
    { id: 'index-load', entries: size, ours: spreadOf(loaded.ours), unit: 'ms', floor, goal: null },
    { id: 'index-first-answer', entries: size, ours: spreadOf(loaded.answer), unit: 'ms', floor, goal: null },
  ]
}

function readEach(folder: string, take: (bytes: Buffer) => unknown): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path).isFile()) take(readFileSync(path))
  }
}
