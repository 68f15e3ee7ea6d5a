/** The results as `bench/latest.json` has them: medians, each beside its floor. */
import type { Result } from './measure'
import { ratioOf } from './table'

export function latestJson(results: readonly Result[]): string {
  const told = results.map((result) => ({
    id: result.id,
    entries: result.entries,
    value: result.ours.median,
    unit: result.unit,
    floor: result.floor?.name ?? null,
    floorValue: result.floor?.spread.median ?? null,
    ratio: ratioOf(result),
    goal: result.goal,
  }))
  return `${JSON.stringify({ results: told }, null, 2)}\n`
}
