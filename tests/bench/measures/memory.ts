/** What the index and the search hold, beside the bytes of the text; and the most that main ever had, beside an app with an empty journal. */
import { entryRow } from '#shared/domain/entry/entryRow'
import { profileOf } from '../app/profile'
import { collectedBytes } from '../collected'
import { corpusOf } from '../corpus/corpus'
import { entriesOf, textOf } from '../corpus/texts'
import { interleaved } from '../interleaved'
import { buildLibrary } from '../library'
import type { Bench, Measure, Result } from '../measure'
import { exactly, spreadOf } from '../spread'

const heldGoal = 1.6
const peakGoal = 1.5

export const memory: Measure = {
  id: 'memory',
  async run(bench) {
    const results: Result[] = []
    for (const size of bench.sizes) results.push(await held(bench, size))
    const largest = bench.sizes.at(-1)
    return largest === undefined ? results : [...results, await peak(bench, largest)]
  },
}

async function held(bench: Bench, size: number): Promise<Result> {
  const corpus = corpusOf(size)
  const before = collectedBytes()
  const library = await buildLibrary({ journal: corpus.folder, cache: bench.scratch(`memory-cache-${size}`) })
  const bytes = (await library.bytes()) - before
  await library.close()
  const floor = { name: 'the text', spread: exactly(sizesOf(size).text) }
  return { id: 'memory-held', entries: size, ours: exactly(bytes), unit: 'bytes', floor, goal: heldGoal }
}

/** Of the whole main process, its threads included, above what it has with an empty journal. */
async function peak(bench: Bench, size: number): Promise<Result> {
  const sides: Record<string, () => Promise<number>> = {}
  for (const side of [0, size]) {
    const profile = await profileOf(bench, side, 'memory')
    sides[side] = async () => {
      const app = await profile.launch()
      const page = await app.page()
      await app.mark(page, 'editable')
      await app.filled(page)
      const { peakRss } = await app.inMain((hook) => hook.memory())
      await app.close()
      return peakRss
    }
  }
  const figures = await interleaved({ rounds: bench.quick ? 1 : 3, warmUps: 0 }, sides)
  const empty = spreadOf(figures[0] ?? []).median
  const above = (figures[size] ?? []).map((rss) => rss - empty)
  const { text, rows } = sizesOf(size)
  const floor = { name: 'index and text', spread: exactly(text + rows) }
  return { id: 'memory-peak', entries: size, ours: spreadOf(above), unit: 'bytes', floor, goal: peakGoal }
}

function sizesOf(size: number): { readonly text: number; readonly rows: number } {
  let [text, rows] = [0, 0]
  for (const entry of entriesOf(corpusOf(size))) {
    text += Buffer.byteLength(textOf(entry))
    rows += Buffer.byteLength(JSON.stringify(entryRow(entry)))
  }
  return { text, rows }
}
