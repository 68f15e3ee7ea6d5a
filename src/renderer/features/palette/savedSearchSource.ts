/** Searches that were kept, by their names. */
import { Bookmark } from 'lucide-react'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { fuzzyList } from './fuzzyList'
import type { Source } from './source'

export function savedSearchSource(searchFor: (query: string) => void): Source {
  return {
    sign: null,
    open: () =>
      fuzzyList({
        things: useJournal.getState().settings.savedSearches ?? [],
        idOf: ({ name }) => `saved:${name}`,
        textOf: ({ name }) => name,
        itemOf: ({ name, query }) => ({
          id: `saved:${name}`,
          label: name,
          detail: messages.palette.kinds.saved,
          icon: Bookmark,
          run: () => searchFor(query),
        }),
      }),
  }
}
