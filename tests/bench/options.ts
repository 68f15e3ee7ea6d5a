/** What `npm run bench` was asked for. */
import { parseArgs } from 'node:util'

export interface Options {
  /** Measures to run; null for all. */
  readonly only: ReadonlySet<string> | null
  /** Entries in the journals, smallest first. */
  readonly sizes: readonly number[]
  /** Each as seldom as it can be: shows that everything runs, and says little about speed. */
  readonly quick: boolean
}

const usual = [100, 1_000, 10_000]
const large = 100_000

/** Throws a sentence for what makes no sense. */
export function parseOptions(args: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      sizes: { type: 'string' },
      large: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  })
  const only = values.only?.split(',') ?? null
  const unknown = only?.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new Error(`There is no measure "${unknown}". There are: ${known.join(', ')}.`)
  const sizes = values.sizes?.split(',').map(Number) ?? usual
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error('Sizes are whole numbers of entries.')
  const all = new Set([...sizes, ...(values.large ? [large] : [])])
  return { only: only && new Set(only), sizes: [...all].sort((a, b) => a - b), quick: values.quick }
}
