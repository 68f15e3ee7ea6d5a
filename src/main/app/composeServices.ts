/** Builds what the page asks of the open journal: each service with those that it needs, and no more. */
import type { Start } from '#shared/contract/app'
import type { EntryId } from '#shared/domain/entry/entry'
import { defaultVersionLimit } from '#shared/domain/entry/version'
import type { AppEvents } from '../services/app/appEvents'
import { createCaptures } from '../services/captures/captures'
import { createAnswers } from '../services/entries/answers'
import { createConflicts } from '../services/entries/conflicts'
import { createEntries } from '../services/entries/entries'
import { createEntryChanges } from '../services/entries/entryChanges'
import { createHistory } from '../services/entries/history'
import { createInitialPage } from '../services/entries/initialPage'
import type { PageDrafts } from '../services/entries/pageDrafts'
import { createPages, type PagesNeeds } from '../services/entries/pages'
import { createCalendar } from '../services/journal/calendar'
import { createDayLogUpkeep } from '../services/journal/dayLogUpkeep'
import { createHealth } from '../services/journal/health'
import type { Journal } from '../services/journal/journal'
import { createJournalSync } from '../services/journal/journalSync'
import { logChanged } from '../services/journal/logChanged'
import { openEntries } from '../services/journal/openEntries'
import { createStartAnswer } from '../services/journal/startAnswer'
import type { Clock } from '../services/ports/clock'
import type { Library, LibraryListener } from '../services/ports/library'
import { createSearch } from '../services/search/search'
import { createSaveCommandKeys } from '../services/settings/saveCommandKeys'
import { createSaveSettings } from '../services/settings/saveSettings'

export interface ServicesNeeds {
  readonly journal: Journal
  readonly openLibrary: (listener: LibraryListener) => Library
  readonly pageDrafts: PageDrafts
  readonly clock: Clock
  readonly newId: () => EntryId
  readonly events: AppEvents
  readonly environment: Pick<Start, 'locale' | 'platform'>
  readonly folder: () => string
  /** Lets work wait until the page is shown. */
  readonly afterShown: (work: () => void) => void
  /** Lets the window store what it holds. */
  readonly flush: () => Promise<unknown>
}

export function composeServices(needs: ServicesNeeds) {
  const { journal, openLibrary, pageDrafts, clock, newId, events, environment, folder, afterShown, flush } = needs
  const { emit } = events
  const settings = () => journal.settings
  const { forReading } = journal

  const journalSync = createJournalSync({ journal, openLibrary, emit, folder, afterShown })
  const { library, forWriting } = journalSync
  const calendar = createCalendar({ clock, settings, locale: environment.locale })

  const pagesFrom = (source: PagesNeeds['entries']) =>
    createPages({ clock, newId, settings, entries: source, drafts: pageDrafts })
  const pages = pagesFrom(openEntries(journal, library))
  const initialPage = createInitialPage({ entries: () => forReading().entries, today: calendar.today, pagesFrom })

  const changes = createEntryChanges({ library, emit })
  const entryStores = { forReading: () => forReading().entries, forWriting: async () => (await forWriting()).entries }
  const entries = createEntries({ clock, ...entryStores, saved: pageDrafts.seen, changed: changes.changed })
  const conflicts = createConflicts({
    ...entryStores,
    changed: changes.rewritten,
    resolved: journalSync.conflictResolved,
  })
  const history = createHistory({
    forReading: () => forReading().history,
    forWriting: async () => (await forWriting()).history,
    limit: () => settings().versionLimit ?? defaultVersionLimit,
    changed: changes.rewritten,
  })
  const answers = createAnswers({ clock, newId, forReading, forWriting, flush, placed: changes.placed })

  const dayChanged = logChanged(library, emit)
  const captures = createCaptures({
    clock,
    newId,
    dayEnds: () => settings().dayEnds,
    forReading: () => forReading().captures,
    forWriting: async () => (await forWriting()).captures,
    changed: (day) => dayChanged('capture', day),
  })
  const health = createHealth({
    forReading,
    forWriting,
    looked: (files) => emit('healthLooked', { files }),
    recordChanged: library.recordChanged,
    logChanged: dayChanged,
    admitted() {
      journalSync.lookAgain(true)
      void upkeep.look()
      void answers.look()
    },
    notices: journalSync.notices,
    noneWaits: journalSync.noneWaits,
  })
  const upkeep = createDayLogUpkeep({ forReading, forWriting, untidyDays: library.untidyDays, changed: dayChanged })
  const search = createSearch(library, calendar)
  const saveSettings = createSaveSettings({ forWriting, emit, limitChanged: history.keepWithinLimit })
  const saveCommandKeys = createSaveCommandKeys({ forWriting, emit })
  const startAnswer = createStartAnswer({
    journal,
    journalSync,
    initialPage,
    pageDrafts,
    clock,
    today: calendar.today,
    environment,
    folder,
  })

  events.on('journalWritten', initialPage.forget)
  events.on('journalShown', () => {
    void upkeep.look()
    void answers.look()
  })
  events.on('journalRead', () => {
    void upkeep.tidy()
    void history.keepWithinLimit()
  })
  return {
    journalSync,
    library,
    calendar,
    pages,
    changes,
    entries,
    conflicts,
    history,
    answers,
    captures,
    upkeep,
    health,
    search,
    saveSettings,
    saveCommandKeys,
    startAnswer,
    preparePage: initialPage.prepare,
  }
}
