/**
 * The ids of a page's sections: with the entry's own they are the address of an answer, which stays when sections are reordered, put in or
 * taken away. A section that has none gets one that follows from the entry's id, the prompt's id or else the question's words, and its
 * how-manieth of these: never from its answer or its place, which two devices may have changed apart. So it is the same wherever and
 * however often it is made, and a program that drops it takes nothing away.
 */
import { v5 as nameBased } from 'uuid'
import type { Entry, Section } from './entry'

/** The same entry when all of its sections have one, and no two the same. */
export function withSectionIds<T extends Pick<Entry, 'id' | 'sections'>>(entry: T): T {
  const taken = new Set<string>()
  const owners = entry.sections.map(
    ({ id }) => id !== undefined && id !== '' && !taken.has(id) && taken.add(id) !== null,
  )
  if (owners.every(Boolean)) return entry
  const counts = new Map<string, number>()
  const sections = entry.sections.map((section, at): Section => {
    const asked = section.prompt ?? section.question ?? ''
    let nth = counts.get(asked) ?? 0
    counts.set(asked, nth + 1)
    if (owners[at]) return section
    let id = derivedSectionId(entry.id, asked, nth)
    // One that was there before may have its name from when others stood before it.
    while (taken.has(id)) id = derivedSectionId(entry.id, asked, ++nth)
    taken.add(id)
    const { id: _, ...rest } = section
    return { id, ...rest }
  })
  return { ...entry, sections }
}

/**
 * A name-based UUID (RFC 9562, version 5) in the name space that the entry's id is: made by one published rule that gives the same in
 * the page, in main and in any other program. It keeps nothing secret, so that SHA-1 is good enough.
 */
function derivedSectionId(entry: string, asked: string, nth: number): string {
  return nameBased(JSON.stringify([asked, nth]), entry)
}
