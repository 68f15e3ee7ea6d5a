/** Which sections are collapsed when a page opens: the questions without an answer, on a stored page of another day. */
import type { Day } from '#shared/domain/day'
import { type Entry, isAnswered } from '#shared/domain/entry/entry'

export function collapsedSections(entry: Entry, today: Day, wanted: number | null): ReadonlySet<number> {
  const isOld = entry.revision > 0 && entry.day !== today && entry.sections.some(isAnswered)
  if (!isOld) return new Set()
  const open = [...entry.sections.entries()].filter(
    ([index, section]) => section.question !== null && !isAnswered(section) && index !== wanted,
  )
  return new Set(open.map(([index]) => index))
}
