/** Pages by their titles, or by how they begin; the newest first among equals. */
import { NotebookText } from 'lucide-react'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { dayInWords } from '#shared/messages/dates'
import { entryName } from '../../state/journal/entryName'
import { useJournal } from '../../state/journal/journalStore'
import { openEntry } from '../../state/layout/openPageStore'
import { fuzzyList } from './fuzzyList'
import type { Source } from './source'

/** Letters of a name: of a page without a title it is how that begins, and the palette shows no more of it. */
const longest = 80

export const pageSource: Source = {
  sign: null,
  open() {
    const { rows, today, locale } = useJournal.getState()
    const idOf = ({ id }: EntryRow) => `page:${id}`
    return fuzzyList<EntryRow>({
      things: rows,
      idOf,
      textOf: (row) => entryName(row).slice(0, longest),
      itemOf: (row) => ({
        id: idOf(row),
        label: entryName(row),
        detail: dayInWords(row.day, today, locale),
        icon: NotebookText,
        run: () => openEntry(row.id),
      }),
    })
  },
}
