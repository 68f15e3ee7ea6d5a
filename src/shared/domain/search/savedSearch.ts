/** A search kept under a name. */
import '../zod/zodWithoutEval'
import { z } from 'zod'

export const maxSavedSearches = 50
/** UTF-16 units. */
export const maxSavedName = 60

/** Unknown fields survive a load and a save. */
export const savedSearchSchema = z.looseObject({
  name: z.string().min(1).max(maxSavedName),
  query: z.string().min(1).max(500),
})
export type SavedSearch = z.infer<typeof savedSearchSchema>

/** The one of that name, whatever its case and the spaces around it. */
export function savedUnder(name: string, saved: readonly SavedSearch[]): SavedSearch | undefined {
  return saved.find((search) => isSameName(search.name, name))
}

/** One more, or another query under a name that is taken. */
export function withSearch(saved: readonly SavedSearch[], name: string, query: string): SavedSearch[] {
  const before = savedUnder(name, saved)
  const search = { ...before, name: name.trim(), query }
  return before ? saved.map((one) => (one === before ? search : one)) : [...saved, search]
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase()
}
