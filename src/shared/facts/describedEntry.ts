/** An entry's facts, and what a search has to know of it. */
import type { SaidOf } from '../document/entryMarkdown'
import type { Entry } from '../domain/entry/entry'
import { entryRow } from '../domain/entry/entryRow'
import type { Searchable } from '../domain/search/search'
import { factsOfDocument } from './documentFacts'
import { factsOfText, joinedFacts, searchFacts, type WrittenFacts } from './writtenFacts'

/** Of title and answers: the app's own questions say nothing about the person's words. */
export function factsOfEntry(entry: Pick<Entry, 'title' | 'sections'>): WrittenFacts {
  return joinedFacts(partsOf(entry))
}

/** As the front matter of its Markdown has them. */
export function saidOfEntry(entry: Pick<Entry, 'title' | 'sections'>): SaidOf {
  const { tags, people, projects, links } = factsOfEntry(entry)
  return { tags, people, projects, links: [...new Set(links.map(({ address }) => address))] }
}

export function describedEntry(entry: Entry): Searchable {
  return {
    row: entryRow(entry),
    sections: entry.sections.map(({ question, practice, text }) => ({ question, practice, text })),
    facts: searchFacts(partsOf(entry)),
  }
}

/** Of the title, then of each section. */
function partsOf({ title, sections }: Pick<Entry, 'title' | 'sections'>): readonly WrittenFacts[] {
  return [factsOfText(title), ...sections.map(({ answer }) => factsOfDocument(answer))]
}
