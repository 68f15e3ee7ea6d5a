/** The middle of several figures, with the least and the greatest beside it. */

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function spreadOf(figures: readonly number[]): Spread {
  return { median: quantile(figures, 0.5), min: Math.min(...figures), max: Math.max(...figures) }
}

/** A figure that was not measured several times. */
export function exactly(figure: number): Spread {
  return { median: figure, min: figure, max: figure }
}

/** `share` from 0 to 1; between two figures, the part of the way between them. */
export function quantile(figures: readonly number[], share: number): number {
  if (figures.length === 0) throw new Error('nothing was measured')
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}
