import type { EntryAnswers } from '#shared/contract/entries'
import type { Session } from '../../services/journal/session'
import type { SearchActions } from '../../services/search/searchActions'
import type { HandlersOf } from '../serve'

interface Served {
  readonly session: Session
  readonly found: SearchActions
}

export function entryHandlers({ session, found }: Served): HandlersOf<keyof EntryAnswers> {
  return {
    'entries.draft': ({ template, day }) => session.pages.draft(template, day),
    'entries.today': () => session.pages.today(),
    'entries.todayFrom': ({ template }) => session.pages.todayFrom(template),
    'entries.list': ({ after }) => session.library.rows(after),
    'entries.read': ({ id }) => session.pages.read(id),
    'entries.save': (saved) => session.entries.save(saved),
    'entries.star': ({ ids, starred }) => found.starThese(ids, starred),
    'entries.discard': ({ id }) => session.entries.discard(id),
    'drafts.keep': (draft) => session.drafts.keep(draft),
    'drafts.drop': (name) => session.drafts.drop(name),
  }
}
