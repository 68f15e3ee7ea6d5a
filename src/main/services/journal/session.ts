/** The journal at work: what the page asks for, from the open journal and the library, and the events that it gets. */

import type { Start } from '#shared/contract/app'
import type { Notice } from '#shared/contract/health'
import type { Find, Found, SearchRequest } from '#shared/contract/search'
import { type Day, dayOf } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { entryRow } from '#shared/domain/entry/entryRow'
import { defaultVersionLimit } from '#shared/domain/entry/version'
import { type Settings, type SettingsChange, settingsSchema } from '#shared/domain/settings/settings'
import { firstWeekday } from '#shared/messages/dates'
import { withTimeout } from '../../async/withTimeout'
import type { Emit } from '../app/appEvents'
import type { PageRequest } from '../app/pageRequests'
import { type Captures, createCaptures } from '../captures/captures'
import { type Answers, createAnswers } from '../entries/answers'
import { type Conflicts, createConflicts } from '../entries/conflicts'
import { createEntries, type Entries } from '../entries/entries'
import { createHistory, type History } from '../entries/history'
import { createInitialPage } from '../entries/initialPage'
import type { PageDrafts } from '../entries/pageDrafts'
import { createPages, type Pages, type PagesNeeds } from '../entries/pages'
import type { Clock } from '../ports/clock'
import type { FoundItem, Library, LibraryListener } from '../ports/library'
import { createHealth, type Health } from './health'
import type { Journal } from './journal'
import { createJournalSync } from './journalSync'

export interface SessionNeeds {
  readonly journal: Journal
  readonly openLibrary: (listener: LibraryListener) => Library
  readonly drafts: PageDrafts
  readonly clock: Clock
  readonly newId: () => EntryId
  readonly emit: Emit
  readonly environment: Pick<Start, 'locale' | 'platform'>
  readonly folder: () => string
  /** A journal was opened: at the start, after trouble, in another folder. */
  readonly opened: () => void
  /** Lets work wait until the page is shown. */
  readonly afterShown: (work: () => void) => void
  /** Lets the window store what it holds. */
  readonly flush: () => Promise<unknown>
}

export interface Session {
  readonly pages: Pages
  readonly entries: Entries
  readonly drafts: PageDrafts
  readonly captures: Captures
  readonly answers: Answers
  readonly copies: Conflicts
  readonly history: History
  readonly health: Health
  readonly library: Library
  today(): Day
  /** `asked` is the page to show in place of today's. */
  start(asked?: PageRequest | null): Promise<Start>
  /** What is known of this journal's files. */
  notices(): readonly Notice[]
  find(request: Find): Promise<Found>
  findAll(request: SearchRequest): Promise<readonly FoundItem[]>
  /** A star was given to these entries, or taken from them. */
  starred(entries: readonly Entry[]): void
  /** Other programs may have changed files; `now` says that it is likely. */
  lookAgain(now: boolean): void
  changeSettings(change: SettingsChange): Promise<Settings>
  /** Closes the journal for `work` on its folder; afterwards the folder that is current then is read anew. */
  move(work: () => Promise<void>): Promise<void>
  leave(): Promise<void>
}

/** That a page waits for where its file probably is: the library may be reading, or writing its cache. */
const hintTimeoutMs = 40

export function createSession(needs: SessionNeeds): Session {
  const { journal, openLibrary, drafts, clock, newId, emit, environment, folder, opened, afterShown, flush } = needs

  const journalSync = createJournalSync({
    journal,
    openLibrary,
    emit,
    folder,
    opened,
    afterShown,
    answered() {
      void captures.look()
      void answers.look()
    },
    allRead() {
      void captures.tidy()
      void history.keepWithinLimit()
    },
  })
  const { library, forWriting } = journalSync

  const today = () => dayOf(clock.now(), journal.settings.dayEnds)
  const dateContext = () => ({
    today: today(),
    weekStart: journal.settings.weekStart ?? firstWeekday(environment.locale),
  })

  const pagesFrom = (entries: PagesNeeds['entries']) =>
    createPages({ clock, newId, settings: () => journal.settings, entries, drafts })
  const pages = pagesFrom({
    // A journal that can't be opened has no pages of today; a page to write on there always is.
    ofDay: async (day) => (journal.trouble ? [] : journal.forReading().entries.ofDay(day)),
    before: async (day, days) => journal.forReading().entries.before(day, days),
    read: async (id) => journal.forReading().entries.read(id, await withTimeout(library.dayOf(id), hintTimeoutMs)),
  })
  const initialPage = createInitialPage({ entries: () => journal.forReading().entries, today, pagesFrom })

  const entryChanged = (id: EntryId, day: Day | null) => library.recordChanged('entry', id, day)
  const entryStores = {
    forReading: () => journal.forReading().entries,
    forWriting: async () => (await forWriting()).entries,
  }
  const entries = createEntries({
    clock,
    ...entryStores,
    saved: drafts.seen,
    changed: entryChanged,
  })
  const copies = createConflicts({
    ...entryStores,
    changed: ({ id, day }) => entryChanged(id, day),
    settled: journalSync.settled,
  })
  const history = createHistory({
    forReading: () => journal.forReading().history,
    forWriting: async () => (await forWriting()).history,
    limit: () => journal.settings.versionLimit ?? defaultVersionLimit,
    changed: ({ id, day }) => entryChanged(id, day),
  })
  const capturesChanged = (day: Day) => {
    library.logChanged('capture', day)
    emit('capturesChanged', { day })
  }
  const health = createHealth({
    forReading: journal.forReading,
    forWriting,
    looked: (files) => emit('healthLooked', { files }),
    recordChanged: library.recordChanged,
    capturesChanged,
  })
  const captures = createCaptures({
    clock,
    newId,
    dayEnds: () => journal.settings.dayEnds,
    untidyDays: library.untidyDays,
    forReading: () => journal.forReading().captures,
    forWriting: async () => (await forWriting()).captures,
    changed: capturesChanged,
  })

  const answers = createAnswers({
    clock,
    newId,
    forReading: journal.forReading,
    forWriting,
    flush,
    placed(entry) {
      entryChanged(entry.id, entry.day)
      emit('answerPlaced', { row: entryRow(entry) })
    },
  })

  return {
    pages,
    entries,
    drafts,
    captures,
    answers,
    copies,
    history,
    health,
    library,
    today,
    async start(asked = null) {
      await journal.tryOpen()
      const look = await initialPage(asked)
      // Before the answer: what was noticed while its page was read belongs into it.
      journalSync.follow()
      const { zone } = clock.now()
      const { settings } = journal
      journalSync.emitReading()
      // Without them there is still a page to write on.
      const kept = await drafts.look().catch(() => ({ drafts: [], notices: [] }))
      const notices = [...journalSync.notices(), ...kept.notices]
      return { today: today(), zone, ...environment, settings, ...look, folder: folder(), notices, drafts: kept.drafts }
    },
    notices: journalSync.notices,
    find: (request) => library.find(request, dateContext()),
    findAll: (request) => library.findAll(request, dateContext()),
    starred(entries) {
      for (const { id, day } of entries) entryChanged(id, day)
      emit('entriesStarred', { rows: entries.map(entryRow) })
    },
    lookAgain(now) {
      library.lookAgain(now)
      void journalSync.lookAtSettings()
    },
    async changeSettings(change) {
      const { settings } = await forWriting()
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      await settings.change((value) => settingsSchema.parse({ ...value, ...given }))
      emit('settingsChanged', { settings: settings.value })
      if (change.versionLimit !== undefined) void history.keepWithinLimit()
      return settings.value
    },
    move: journalSync.move,
    async leave() {
      await Promise.allSettled([library.close(), journal.close()])
    },
  }
}
