/** Which shade a day of the heat map has: four steps that share the days of a year out evenly, at numbers that are easy to read. */

/** The least number of each step, rising; at most four, none when there is nothing. */
export type Steps = readonly number[]

const most = 4

export function stepsOf(numbers: readonly number[]): Steps {
  const sorted = numbers.filter((number) => number > 0).sort((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  if (distinct.length <= most) return distinct
  const starts = [distinct[0] ?? 1]
  for (let step = 1; step < most; step += 1) {
    const least = rounded(sorted[Math.floor((sorted.length * step) / most)] ?? 0)
    // Where many days are alike, the next number begins the step.
    const next = Math.max(least, (starts.at(-1) ?? 0) + 1)
    if (next <= (sorted.at(-1) ?? 0)) starts.push(next)
  }
  return starts
}

/** 0 for nothing, else 1 to 4: with fewer steps the strongest shades are used. */
export function stepOf(number: number, steps: Steps): number {
  const at = steps.filter((least) => least <= number).length
  return at === 0 ? 0 : most - steps.length + at
}

/** To two digits: 487 begins no step, 480 does. */
function rounded(number: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1)
  return Math.floor(number / unit) * unit
}
