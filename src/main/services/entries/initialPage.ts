/** What the window shows before the rest is read: the page that was asked for, and the rows of the last days. */
import type { Start } from '#shared/contract/app'
import { addDays, type Day } from '#shared/domain/day'
import { entryRow } from '#shared/domain/entry/entryRow'
import { Failure } from '#shared/domain/failure'
import { compareRows } from '#shared/domain/record'
import type { PageRequest } from '../app/pageRequests'
import type { EntryStore } from '../ports/recordStore'
import type { Pages, PagesNeeds } from './pages'

/** How many days back the first rows come from; the library brings the rest. */
const firstRowsDays = 31
const maxFirstRows = 100

export interface InitialPageNeeds {
  /** Throws why the journal is not open. */
  entries(): EntryStore
  today(): Day
  pagesFrom(entries: PagesNeeds['entries']): Pages
}

export type InitialPage = (asked: PageRequest | null) => Promise<Pick<Start, 'page' | 'trouble' | 'firstRun' | 'rows'>>

export function createInitialPage({ entries: openEntries, today, pagesFrom }: InitialPageNeeds): InitialPage {
  return (asked) =>
    look(asked).catch(async (error: unknown) => {
      if (!(error instanceof Failure)) throw error
      // Also without a journal there is a page to write on, with what was written on it before.
      const none = async () => []
      const pages = pagesFrom({ ofDay: none, before: none, read: () => Promise.reject(error) })
      return { page: await pages.asked(asked), trouble: error.code, firstRun: false, rows: [] }
    })

  async function look(asked: PageRequest | null) {
    const entries = openEntries()
    const day = today()
    const [ofToday, before] = await Promise.all([entries.ofDay(day), entries.before(day, firstRowsDays)])
    const recent = [...ofToday, ...before]
    // From what was just read: before the window shows, no file is read twice.
    const known = pagesFrom({
      ofDay: async () => ofToday,
      before: async (_, days) => before.filter((entry) => entry.day >= addDays(day, -days)),
      read: (id) => entries.read(id),
    })
    return {
      page: await known.asked(asked),
      trouble: null,
      firstRun: recent.length === 0 && (await hasNoEntry(entries)),
      rows: recent.map(entryRow).sort(compareRows).slice(0, maxFirstRows),
    }
  }
}

async function hasNoEntry(entries: EntryStore): Promise<boolean> {
  for await (const _ of entries.all()) return false
  return true
}
