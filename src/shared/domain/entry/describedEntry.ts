/** What a search has to know of an entry. */

import { factsOf } from '../search/facets'
import type { Searchable } from '../search/search'
import type { Entry } from './entry'
import { entryRow } from './entryRow'

export function describedEntry(entry: Entry): Searchable {
  return {
    row: entryRow(entry),
    sections: entry.sections.map(({ question, text }) => ({ question, text })),
    facts: factsOf(entry),
  }
}
