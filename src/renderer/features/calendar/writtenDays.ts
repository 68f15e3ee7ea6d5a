/** The days on which something is written. After a change only the days between its first and last row are looked at. */
import type { Day } from '#shared/domain/day'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { changeBetween, firstWhere } from '../../state/journal/rowChange'

export interface WrittenDays {
  /** Newest first, as they were given. */
  readonly rows: readonly EntryRow[]
  /** The same object as long as no day came or went. */
  readonly days: ReadonlySet<Day>
}

export const noWrittenDays: WrittenDays = { rows: [], days: new Set() }

export function writtenDays(rows: readonly EntryRow[], before: WrittenDays): WrittenDays {
  const change = changeBetween(before.rows, rows)
  if (change === null) return before
  const { newest, oldest } = change
  const start = firstWhere(rows, ({ day }) => day <= newest)
  const end = firstWhere(rows, ({ day }) => day < oldest)
  const now = new Set(rows.slice(start, end).map(({ day }) => day))
  const then = new Set([...before.days].filter((day) => day <= newest && day >= oldest))
  if (now.size === then.size && [...now].every((day) => then.has(day))) return { rows, days: before.days }
  return { rows, days: new Set([...[...before.days].filter((day) => !then.has(day)), ...now]) }
}
