/** The entries of the journal that is open, as pages ask for them. */
import { withTimeout } from '../../async/withTimeout'
import type { PagesNeeds } from '../entries/pages'
import type { Library } from '../ports/library'
import type { Journal } from './journal'

/** That a page waits for where its file probably is: the library may be reading, or writing its cache. */
const hintTimeoutMs = 40

export function openEntries(journal: Journal, library: Pick<Library, 'dayOf'>): PagesNeeds['entries'] {
  const { forReading } = journal
  return {
    // A journal that can't be opened has no pages of today; a page to write on there always is.
    ofDay: async (day) => (journal.trouble ? [] : forReading().entries.ofDay(day)),
    before: async (day, days) => forReading().entries.before(day, days),
    read: async (id) => forReading().entries.read(id, await withTimeout(library.dayOf(id), hintTimeoutMs)),
  }
}
