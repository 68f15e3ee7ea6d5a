/** The journal at work: what the page asks for, from the open journal and the library, and what it is told. */
import type { EventName } from '#shared/contract/channels'
import type { Event } from '#shared/contract/events'
import type { Find, SavedEntry, Sought } from '#shared/contract/requests'
import type { Found, Notice, Reading, Responses, Saved, Start } from '#shared/contract/responses'
import { defaultTemplate } from '#shared/domain/builtInTemplates'
import { addDays, type Day, dayOf } from '#shared/domain/day'
import { type Entry, type EntryId, isAnswered } from '#shared/domain/entry'
import { compareRows, entryRow, type RowKey } from '#shared/domain/entryRow'
import { Failure } from '#shared/domain/failure'
import { type Settings, type SettingsChange, settingsSchema } from '#shared/domain/settings'
import { firstWeekday } from '#shared/messages/dates'
import type { AskedPage } from './askedPage'
import { type Captures, createCaptures } from './captures'
import { type Copies, createCopies } from './copies'
import type { Journal, OpenJournal } from './journal'
import { createPages, type Pages, type PagesNeeds } from './pages'
import type { Clock } from './ports/clock'
import type { EntryStore } from './ports/entryStore'
import type { FoundItem, Library, LibraryListener } from './ports/library'
import { saveEntry } from './saves'

/** How many days back the first rows come from; the library brings the rest. */
const firstRowsDays = 31
const maxFirstRows = 100

const notRead: Reading = { isReady: false, isComplete: false, done: 0, total: 0 }

export type Tell = <K extends EventName>(name: K, event: Event<K>) => void

export interface SessionNeeds {
  readonly journal: Journal
  readonly openLibrary: (listener: LibraryListener) => Library
  readonly clock: Clock
  readonly newId: () => EntryId
  readonly tell: Tell
  readonly here: Pick<Start, 'locale' | 'platform'>
  readonly folder: () => string
  /** A journal was opened: at the start, after trouble, in another folder. */
  readonly opened: () => void
}

export interface Session {
  readonly pages: Pages
  readonly captures: Captures
  readonly copies: Copies
  readonly library: Library
  today(): Day
  /** `asked` is the page to show in place of today's. */
  start(asked?: AskedPage | null): Promise<Start>
  /** What is known of this journal's files. */
  notices(): readonly Notice[]
  list(after: RowKey | null): Promise<Responses['entries.list']>
  save(saved: SavedEntry): Promise<Saved>
  discard(id: EntryId): Promise<null>
  trashed(): Promise<Responses['trash.list']>
  restore(id: EntryId): Promise<Responses['trash.restore']>
  erase(id: EntryId): Promise<null>
  /** Whether an entry of that day has an answer. */
  isWritten(day: Day): Promise<boolean>
  find(sought: Find): Promise<Found>
  findAll(sought: Sought): Promise<readonly FoundItem[]>
  /** A star was given to these entries, or taken from them. */
  starred(entries: readonly Entry[]): void
  /** Other programs may have changed files; `now` says that it is likely. */
  lookAgain(now: boolean): void
  changeSettings(change: SettingsChange): Promise<Settings>
  /** Closes the journal for `work` on its folder; afterwards the folder that is current then is read anew. */
  move(work: () => Promise<void>): Promise<void>
  leave(): Promise<void>
}

export function createSession({
  journal,
  openLibrary,
  clock,
  newId,
  tell,
  here,
  folder,
  opened,
}: SessionNeeds): Session {
  let reading: Reading = notRead
  let notices: Notice[] = []
  let followed: EntryStore | null = null
  let unfollow = () => {}

  const today = () => dayOf(clock.now(), journal.settings.dayEnds)
  const dateContext = () => ({
    today: today(),
    weekStart: journal.settings.weekStart ?? firstWeekday(here.locale),
  })
  const pagesFrom = (entries: PagesNeeds['entries']) =>
    createPages({ clock, newId, settings: () => journal.settings, entries })
  const pages = pagesFrom({
    // A journal that can't be opened has no pages of today; a page to write on there always is.
    ofDay: async (day) => (journal.trouble ? [] : journal.forReading().entries.ofDay(day)),
    before: async (day, days) => journal.forReading().entries.before(day, days),
    read: async (id) => journal.forReading().entries.read(id, await library.dayOf(id).catch(() => null)),
  })

  const library = openLibrary({
    changed: (change) => tell('rowsChanged', change),
    progressed(now) {
      const isFirst = now.isComplete && !reading.isComplete
      reading = now
      tell('readingProgressed', now)
      if (isFirst) void captures.tidy()
    },
    strangeEntry: (id) =>
      void lookAt(
        ({ entries }) => entries.lookAt(id),
        (entry) => library.settleEntry(id, entry),
      ),
    strangeCaptures: (day) =>
      void lookAt(
        ({ captures }) => captures.lookAt(day),
        (caught) => library.settleCaptures(day, caught),
      ),
  })

  /** Files that only this process may put right; a journal that is closed meanwhile is looked at when it opens again. */
  async function lookAt<T>(look: (open: OpenJournal) => Promise<T>, settle: (seen: T) => void): Promise<void> {
    if (journal.trouble !== null || !journal.isOpen) return
    try {
      settle(await look(journal.forReading()))
    } catch {
      // What was known of it stays.
    }
  }

  /** Once for each journal that opens: hears its notices, and has it read behind the first page. */
  function follow(): void {
    if (journal.trouble !== null) return
    const { entries, id } = journal.forReading()
    if (entries === followed) return
    unfollow()
    followed = entries
    reading = notRead
    tell('settingsChanged', { settings: journal.settings })
    opened()
    unfollow = entries.onNotice((notice) => {
      notices = [...notices, notice]
      tell('noticeRaised', { notice })
    })
    // After the answer to the page that asked, so that it shows before the rest is read.
    setImmediate(() => {
      if (entries === followed) library.open({ folder: folder(), id })
      void captures.look()
    })
  }

  const captures = createCaptures({
    clock,
    newId,
    dayEnds: () => journal.settings.dayEnds,
    forReading: () => journal.forReading().captures,
    forWriting: async () => (await writable()).captures,
    changed(day) {
      library.capturesChanged(day)
      tell('capturesChanged', { day })
    },
  })

  const copies = createCopies({
    forReading: () => journal.forReading().entries,
    forWriting: async () => (await writable()).entries,
    changed: ({ id, day }) => library.entryChanged(id, day),
    settled(id) {
      notices = notices.filter(({ kind, entry }) => kind !== 'copy' || entry !== id)
    },
  })

  /** For writing; a disk that came back is followed from here on. */
  async function writable(): Promise<OpenJournal> {
    const open = await journal.forWriting()
    follow()
    return open
  }

  async function hasNoEntry({ entries }: OpenJournal): Promise<boolean> {
    for await (const _ of entries.all()) return false
    return true
  }

  async function firstLook(asked: AskedPage | null): Promise<Pick<Start, 'page' | 'trouble' | 'firstRun' | 'rows'>> {
    const open = journal.forReading()
    const day = today()
    const [ofToday, before] = await Promise.all([open.entries.ofDay(day), open.entries.before(day, firstRowsDays)])
    const recent = [...ofToday, ...before]
    // From what was just read: before the window shows, no file is read twice.
    const known = pagesFrom({
      ofDay: async () => ofToday,
      before: async (_, days) => before.filter((entry) => entry.day >= addDays(day, -days)),
      read: (id) => open.entries.read(id),
    })
    return {
      page: await known.asked(asked),
      trouble: null,
      firstRun: recent.length === 0 && (await hasNoEntry(open)),
      rows: recent.map(entryRow).sort(compareRows).slice(0, maxFirstRows),
    }
  }

  async function start(asked: AskedPage | null = null): Promise<Start> {
    await journal.tryOpen()
    const look = await firstLook(asked).catch(async (error: unknown) => {
      if (!(error instanceof Failure)) throw error
      return {
        page: await pages.draft(asked?.template ?? defaultTemplate.id, null),
        trouble: error.code,
        firstRun: false,
        rows: [],
      }
    })
    // Before the answer: what was noticed while its page was read belongs into it.
    follow()
    const answer: Start = {
      today: today(),
      zone: clock.now().zone,
      ...here,
      settings: journal.settings,
      ...look,
      folder: folder(),
      notices,
    }
    // A page that was loaded again missed the word that rows may be asked for.
    if (reading.isReady) setImmediate(tell, 'readingProgressed', reading)
    return answer
  }

  return {
    pages,
    captures,
    copies,
    library,
    today,
    start,
    notices: () => notices,
    list: library.rows,
    async save(saved) {
      const { entries } = await writable()
      const entry = await saveEntry(saved, { entries, clock })
      library.entryChanged(entry.id, entry.day)
      return { revision: entry.revision, updatedAt: entry.updated.at, row: entryRow(entry) }
    },
    async discard(id) {
      const { entries } = await writable()
      await entries.trash(id)
      library.entryChanged(id, null)
      return null
    },
    async trashed() {
      const trashed = await journal.forReading().entries.trashed()
      return trashed.map(({ entry, trashedAt }) => ({ row: entryRow(entry), trashedAt }))
    },
    async restore(id) {
      const { entries } = await writable()
      const entry = await entries.restore(id)
      library.entryChanged(id, entry.day)
      return entryRow(entry)
    },
    async erase(id) {
      const { entries } = await writable()
      await entries.erase(id)
      return null
    },
    isWritten: async (day) =>
      (await journal.forReading().entries.ofDay(day)).some((entry) => entry.sections.some(isAnswered)),
    find: (sought) => library.find(sought, dateContext()),
    findAll: (sought) => library.findAll(sought, dateContext()),
    starred(entries) {
      for (const { id, day } of entries) library.entryChanged(id, day)
      tell('entriesStarred', { rows: entries.map(entryRow) })
    },
    lookAgain: library.lookAgain,
    async changeSettings(change) {
      const { settings } = await writable()
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      await settings.change((value) => settingsSchema.parse({ ...value, ...given }))
      tell('settingsChanged', { settings: settings.value })
      return settings.value
    },
    async move(work) {
      await library.close()
      try {
        await journal.whileClosed(work)
      } finally {
        unfollow()
        followed = null
        notices = []
        // Also when the folder was refused: the present one goes on.
        await journal.tryOpen()
        follow()
      }
    },
    async leave() {
      await Promise.allSettled([library.close(), journal.close()])
    },
  }
}
