/** How much a run does: a sample by default, the full counts with DEEP=1. Random choices come from a seed that failures print. */
export const deep = process.env.DEEP === '1'

export const seed = Number(process.env.SEED ?? (deep ? Date.now() % 2 ** 31 : 20260302))

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

export function figure(line: string): void {
  if (deep) console.info(`storage: ${line} (seed ${seed})`)
}
