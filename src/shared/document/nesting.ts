/** How deep a JSON value is nested, found without recursion: what comes from a file may be deeper than the stack. */

/** True when no more than `limit` objects and arrays stand inside one another. */
export function nestingWithin(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; ; depth += 1) {
    // Every answer of every entry that is read comes by here: one list a level, and no more.
    const next: object[] = []
    for (const one of level) if (typeof one === 'object' && one !== null) next.push(one)
    if (next.length === 0) return true
    if (depth === limit) return false
    level = []
    for (const container of next) {
      const inside = Array.isArray(container) ? container : Object.values(container)
      for (const one of inside) level.push(one)
    }
  }
}
