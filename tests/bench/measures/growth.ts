/** How much more processor time the work on twice the input takes. What may be counted instead is a test: see `tests/growth`. */
import { fromHtml } from '../../../src/shared/document/html/fromHtml'
import { pastedHtml } from '../../growth/pastedHtml'
import type { Bench, Measure, Result } from '../measure'
import { exactly } from '../spread'

interface Subject {
  readonly id: string
  readonly dimensions: Readonly<Record<string, (n: number) => string>>
  work(input: string): void
}

const subjects: readonly Subject[] = [
  { id: 'growth-paste', dimensions: pastedHtml, work: (html) => void fromHtml(html) },
]

/** Linear work, and what the machine adds. */
const limit = 3
/** Milliseconds that say something: quicker work is repeated. */
const enough = 20

export const growth: Measure = {
  id: 'growth',
  run: async (bench) => subjects.map((subject) => resultOf(bench, subject)),
}

/** Its worst dimension. */
function resultOf(bench: Bench, { id, dimensions, work }: Subject): Result {
  const n = bench.quick ? 250 : 4000
  const ratios = Object.entries(dimensions).map(([dimension, make]) => {
    const [small, large] = [make(n), make(2 * n)]
    const repeats = bench.quick
      ? 1
      : Math.ceil(
          enough /
            Math.max(
              timeOf(() => work(small), 1),
              0.1,
            ),
        )
    const rounds = Array.from({ length: bench.quick ? 1 : 5 }, () => ({
      small: timeOf(() => work(small), repeats),
      large: timeOf(() => work(large), repeats),
    }))
    const least = (times: readonly number[]) => Math.max(Math.min(...times), 0.1)
    return { dimension, ratio: least(rounds.map((one) => one.large)) / least(rounds.map((one) => one.small)) }
  })
  const worst = ratios.toSorted((a, b) => b.ratio - a.ratio)
  for (const { dimension, ratio } of worst.slice(0, 5)) bench.say(`  ${id}, ${dimension}: ${ratio.toFixed(2)} ×`)
  return { id, entries: n, ours: exactly(worst[0]?.ratio ?? 0), unit: '×', floor: null, goal: null, limit }
}

/** Milliseconds of the processor: what else runs on the machine does not count. */
function timeOf(work: () => void, repeats: number): number {
  const before = process.cpuUsage()
  for (let round = 0; round < repeats; round++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
