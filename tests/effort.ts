/**
 * How much a run does: `quick` is what `npm test` does, `all` what `npm run test:all` does, `deep` the full counts. `EFFORT` says which.
 * What a quick run leaves out of an enumeration changes from run to run; a failure prints the seed, and `SEED` repeats it.
 */
type Effort = 'quick' | 'all' | 'deep'

export const effort: Effort = effortNamed(process.env.EFFORT)
export const quick = effort === 'quick'
export const deep = effort === 'deep'

export const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

function effortNamed(name: string | undefined): Effort {
  if (name === undefined || name === '' || name === 'quick') return 'quick'
  if (name === 'all' || name === 'deep') return name
  throw new Error(`EFFORT is "${name}"; it is "quick", "all" or "deep".`)
}

/** How often a property is tried. */
export function runs({ quick: few, all, deep: full }: { quick?: number; all: number; deep: number }): number {
  if (deep) return full
  return quick ? (few ?? Math.ceil(all / 8)) : all
}

/** Which share of the cases of an enumeration is tried. */
export function share(usual: number): number {
  if (deep) return 1
  return quick ? usual / 8 : usual
}

/** Mulberry32: numbers from 0 up to 1, the same for one seed everywhere. */
export function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** All of them, or in a quick run `few`, spread evenly from a place that differs from run to run. */
export function sampled<T>(all: readonly T[], few: number): T[] {
  if (!quick || all.length <= few) return [...all]
  const step = all.length / few
  const start = randomFrom(seed)() * step
  return Array.from({ length: few }, (_, at) => all[Math.floor(start + at * step)]).filter((one) => one !== undefined)
}

/** Says a count of the deep run. */
export function figure(line: string): void {
  if (deep) console.info(`${line} (seed ${seed})`)
}
