/**
 * Measures several things in turn, a round at a time, so that what else the machine does meets all of them alike. tinybench, which comes with Vitest,
 * runs each task to its end before the next begins: a minute's load would then be a difference between them.
 */

/** Does the thing once and gives its figure. */
export type Side = () => number | Promise<number>

export interface Interleaving {
  readonly rounds: number
  /** Rounds before them whose figures are dropped. */
  readonly warmUps?: number
}

export async function interleaved<Name extends string>(
  { rounds, warmUps = 1 }: Interleaving,
  sides: Readonly<Record<Name, Side>>,
): Promise<Record<Name, number[]>> {
  // `Object.keys` forgets that a record's keys are its names.
  const names = Object.keys(sides) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -warmUps; round < rounds; round++) {
    // Each goes first as often as last.
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const figure = await sides[name]()
      if (round >= 0) figures[name].push(figure)
    }
  }
  return figures
}

/** The milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
