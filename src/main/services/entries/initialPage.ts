/** What the window shows before the rest is read: the page that was asked for, and the rows of the last days. */
import type { Start } from '#shared/contract/app'
import { addDays, type Day } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry/entry'
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

type Answer = Pick<Start, 'page' | 'trouble' | 'firstRun' | 'rows'>

export interface InitialPage {
  read(asked: PageRequest | null): Promise<Answer>
  /** Reads the files while a page loads its scripts, before it asks for them. */
  prepare(): void
  /** Something was written since: they are read again. */
  forget(): void
}

/** Today's pages, and those of the days before. */
type Recent = readonly [Entry[], Entry[]]

export function createInitialPage({ entries: openEntries, today, pagesFrom }: InitialPageNeeds): InitialPage {
  let prepared: { readonly entries: EntryStore; readonly day: Day; readonly files: Promise<Recent> } | null = null

  return {
    read: (asked) =>
      look(asked).catch(async (error: unknown) => {
        if (!(error instanceof Failure)) throw error
        // Also without a journal there is a page to write on, with what was written on it before.
        const none = async () => []
        const pages = pagesFrom({ ofDay: none, before: none, read: () => Promise.reject(error) })
        return { page: await pages.asked(asked), trouble: error.code, firstRun: false, rows: [] }
      }),
    prepare() {
      try {
        const [entries, day] = [openEntries(), today()]
        prepared = { entries, day, files: recentFiles(entries, day) }
        prepared.files.catch(() => undefined)
      } catch {
        // The page asks again, and says why the journal is not open.
        prepared = null
      }
    },
    forget() {
      prepared = null
    },
  }

  async function look(asked: PageRequest | null) {
    // It counts once, for the journal and the day that it was read for.
    const ready = prepared
    prepared = null
    const entries = openEntries()
    const day = today()
    const isReady = ready?.entries === entries && ready.day === day
    const [ofToday, before] = await (isReady
      ? ready.files.catch(() => recentFiles(entries, day))
      : recentFiles(entries, day))
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

function recentFiles(entries: EntryStore, day: Day): Promise<Recent> {
  return Promise.all([entries.ofDay(day), entries.before(day, firstRowsDays)])
}

async function hasNoEntry(entries: EntryStore): Promise<boolean> {
  for await (const _ of entries.all()) return false
  return true
}
