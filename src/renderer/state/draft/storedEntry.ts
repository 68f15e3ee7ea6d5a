/** A page's entry as the journal has it, beside what this device kept of words that are not in it. */
import type { OpenPage, SavedEntry } from '#shared/contract/entries'
import type { Entry } from '#shared/domain/entry/entry'

/** Without the words of a draft. */
export function storedEntry({ entry, draft }: Pick<OpenPage, 'entry' | 'draft'>): Entry {
  return draft?.stored ?? entry
}

/** As the page would send it. */
export function savedFrom({ id, revision, day, template, title, starred, sections }: Entry): SavedEntry {
  const sent = sections.map(({ prompt, question, practice, answer }) => ({ prompt, question, practice, answer }))
  return { id, base: revision, day, template, title, starred, sections: sent }
}
