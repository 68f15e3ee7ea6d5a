import type { EntryAnswers } from '#shared/contract/entries'
import type { Entries } from '../../services/entries/entries'
import type { PageDrafts } from '../../services/entries/pageDrafts'
import type { Pages } from '../../services/entries/pages'
import type { Library } from '../../services/ports/library'
import type { SearchActions } from '../../services/search/searchActions'
import type { HandlersOf } from '../serve'

interface Served {
  readonly pages: Pages
  readonly entries: Entries
  readonly pageDrafts: PageDrafts
  readonly library: Library
  readonly found: SearchActions
}

export function entryHandlers({ pages, entries, pageDrafts, library, found }: Served): HandlersOf<keyof EntryAnswers> {
  return {
    'entries.draft': ({ template, day }) => pages.draft(template, day),
    'entries.today': () => pages.today(),
    'entries.todayFrom': ({ template }) => pages.todayFrom(template),
    'entries.list': ({ after }) => library.rows(after),
    'entries.read': ({ id }) => pages.read(id),
    'entries.save': (saved) => entries.save(saved),
    'entries.star': ({ ids, starred }) => found.starThese(ids, starred),
    'entries.discard': ({ id }) => entries.discard(id),
    'drafts.keep': (draft) => pageDrafts.keep(draft),
    'drafts.drop': (name) => pageDrafts.drop(name),
  }
}
