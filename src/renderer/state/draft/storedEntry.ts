/** A page's entry as the journal has it, beside what this device kept of words that are not in it. */
import type { OpenPage, SavedEntry } from '#shared/contract/entries'
import type { Entry } from '#shared/domain/entry/entry'

/** Without the words of a draft. */
export function storedEntry({ entry, draft }: Pick<OpenPage, 'entry' | 'draft'>): Entry {
  return draft?.stored ?? entry
}

/** What a page sends of a section. */
export function sentSection({ id, prompt, question, practice, answer }: Sent): Sent {
  return { id, prompt, question, practice, answer }
}

type Sent = SavedEntry['sections'][number]

/** A draft is kept as the versions of before there were ids read it; what asks the same has the same one. */
export function withoutIds(saved: SavedEntry): SavedEntry {
  return { ...saved, sections: saved.sections.map(({ id: _, ...section }) => section) }
}

/** As the page would send it. */
export function savedFrom({ id, revision, day, template, title, starred, sections }: Entry): SavedEntry {
  const sent = sections.map(sentSection)
  return { id, base: revision, day, template, title, starred, sections: sent }
}
