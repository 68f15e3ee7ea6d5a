/** How deep a JSON value is nested, found without recursion: what comes from a file may be deeper than the stack. */

/** True when no more than `limit` objects and arrays stand inside one another. */
export function nestingWithin(value: unknown, limit: number): boolean {
  let level = containersIn([value])
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return false
    level = containersIn(level.flatMap((container) => Object.values(container)))
  }
  return true
}

function containersIn(values: readonly unknown[]): object[] {
  return values.filter((value): value is object => typeof value === 'object' && value !== null)
}
