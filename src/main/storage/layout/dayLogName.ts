/** What the name of a day log's file says of it. */
import { type Day, isDay } from '#shared/domain/day'

/** What a file's name claims; `ours` is false for a copy that a sync program may have left. */
export function dayLogNameTells(name: string): { readonly day: Day; readonly ours: boolean } | undefined {
  const [, day, rest] = /^(\d{4}-\d\d-\d\d)(.*)\.json$/.exec(name) ?? []
  return day !== undefined && isDay(day) ? { day, ours: rest === '' } : undefined
}
