/** Follows the journal that is open now: takes its notices and reads its files, for each journal that opens anew. */

import type { Notice } from '#shared/contract/health'
import type { Reading } from '#shared/contract/journal'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { FailureCode } from '#shared/domain/failure'
import type { RecordId } from '#shared/domain/record'
import { coalesce } from '../../async/coalesce'
import { withTimeout } from '../../async/withTimeout'
import type { Emit } from '../app/appEvents'
import type { Library, LibraryListener, Place } from '../ports/library'
import type { EntryStore } from '../ports/recordStore'
import type { Journal, OpenJournal } from './journal'
import { createRollbackLooks } from './rollbackLooks'

const lastLookTimeoutMs = 1_000

const notRead: Reading = { isReady: false, isComplete: false, done: 0, total: 0 }

export interface JournalSyncNeeds {
  readonly journal: Journal
  readonly openLibrary: (listener: LibraryListener) => Library
  readonly emit: Emit
  readonly folder: () => string
  /** Lets work wait until the page is shown. */
  readonly afterShown: (work: () => void) => void
}

export interface JournalSync {
  readonly library: Library
  /** What is known of this journal's files. */
  notices(): readonly Notice[]
  /** The same, with what there is to say of this device's drafts from here on. */
  noticesWith(ofDrafts: readonly Notice[]): readonly Notice[]
  /** Why sealed files have the form of before still; null once they have not. */
  migrationRefused(reason: FailureCode | null): void
  /** No copy of this entry waits any more. */
  conflictResolved(id: EntryId): void
  /** No file waits any more to be let in. */
  noneWaits(): void
  /** Once for each journal that opens; harmless again. */
  follow(): void
  /** A page that was loaded again missed the word that rows may be asked for. */
  emitReading(): void
  /** Other programs may have changed files; `now` says that it is likely. */
  lookAgain(now: boolean): void
  /** Compares what is known of the files with what was seen before. Never rejects. */
  lookForRollbacks(): Promise<void>
  /** The open journal; a disk that came back is followed from here on. */
  forWriting(): Promise<OpenJournal>
  /** Closes the journal for `work` on its folder; afterwards the folder that is current then is read anew. */
  move(work: () => Promise<void>): Promise<void>
  /** The app ends. Never rejects. */
  leave(): Promise<void>
}

export function createJournalSync(needs: JournalSyncNeeds): JournalSync {
  const { journal, openLibrary, emit, folder, afterShown } = needs
  let reading: Reading = notRead
  let notices: readonly Notice[] = []
  let ofDrafts: readonly Notice[] = []
  let isNoticing = false
  let followed: EntryStore | null = null
  let unfollow = () => {}

  const library = openLibrary({
    changed(change) {
      emit('rowsChanged', change)
      const ids = [...change.rows.map(({ id }) => id), ...change.removed]
      void bringBack(new Set([...ids, ...change.days.map(({ day }) => day)]))
      rollbackLooks.soon()
    },
    progressed(now) {
      const isFirst = now.isComplete && !reading.isComplete
      reading = now
      emit('readingProgressed', now)
      if (isFirst) emit('journalRead', null)
      if (isFirst) void rollbackLooks.now()
    },
    needsRepair: (place) => void repair(place),
  })

  const rollbackLooks = createRollbackLooks({ journal, library: () => library, isRead: () => reading.isComplete })

  /** Files that only this process may put right; a journal that is closed meanwhile is looked at when it opens again. */
  async function repair(place: Place): Promise<void> {
    if (journal.trouble !== null || !journal.isOpen) return
    try {
      const { recordsNamed, logsNamed } = journal.forReading()
      const { kind } = place
      const found = 'id' in place ? await recordsNamed(kind).lookAt(place.id) : await logsNamed(kind).lookAt(place.day)
      library.repaired(place, found)
    } catch {
      // What was known of it stays.
    }
  }

  /** The page gets all of them at once, so that what is over is gone there too. */
  function noticed(next: readonly Notice[]): void {
    notices = next
    if (isNoticing) return
    isNoticing = true
    queueMicrotask(() => {
      isNoticing = false
      emit('noticesChanged', { notices: [...notices, ...ofDrafts] })
    })
  }

  function over(isOver: (notice: Notice) => boolean): void {
    if (notices.some(isOver)) noticed(notices.filter((notice) => !isOver(notice)))
  }

  /** Another device's file may have come over what was saved here. */
  async function bringBack(only?: ReadonlySet<RecordId | Day>): Promise<void> {
    if (journal.trouble !== null || !journal.isOpen) return
    for (const place of await journal.forReading().lookAtLastStates(only)) void repair(place)
    if (only === undefined && journal.isOpen)
      for (const place of await journal.forReading().lookAtQuarantine()) void repair(place)
  }

  /** Another device may have changed them. Never rejects. */
  async function lookAtSettings(): Promise<void> {
    if (journal.trouble !== null || !journal.isOpen) return
    const { settings } = journal.forReading()
    if (await settings.lookAgain()) emit('settingsChanged', { settings: settings.value })
  }

  const lookForStrays = coalesce(
    async () => {
      if (journal.trouble === null && journal.isOpen) await journal.forReading().lookForStrays()
    },
    () => undefined,
  )

  function follow(): void {
    if (journal.trouble !== null) return
    const { entries, id, elsewhere } = journal.forReading()
    if (entries === followed) return
    unfollow()
    followed = entries
    reading = notRead
    emit('settingsChanged', { settings: journal.settings })
    emit('journalOpened', null)
    const ends = [
      entries.onNotice(
        (notice) => noticed([...notices, notice]),
        (matter) => over(({ kind, file }) => kind === matter.kind && file === matter.file),
      ),
      elsewhere.onChange((devices) => emit('openElsewhereChanged', { devices })),
    ]
    unfollow = () => {
      unfollow = () => {}
      for (const end of ends) end()
      if (elsewhere.devices.length > 0) emit('openElsewhereChanged', { devices: [] })
    }
    // The page that asked shows before the rest is read.
    afterShown(() => {
      if (entries === followed) library.open({ folder: folder(), id })
      emit('journalShown', null)
      void bringBack()
    })
  }

  return {
    library,
    notices: () => notices,
    noticesWith(now) {
      ofDrafts = now
      return [...notices, ...ofDrafts]
    },
    lookForRollbacks: rollbackLooks.now,
    migrationRefused(reason) {
      over(({ kind }) => kind === 'old-form')
      if (reason !== null)
        noticed([...notices, { kind: 'old-form', file: 'lock.json', day: null, restored: false, reason }])
    },
    conflictResolved(id) {
      over(({ kind, record }) => kind === 'copy' && record === id)
    },
    noneWaits() {
      over(({ kind }) => kind === 'arrived')
    },
    follow,
    emitReading() {
      if (reading.isReady) setImmediate(emit, 'readingProgressed', reading)
      const { devices } = journal.isOpen ? journal.forReading().elsewhere : { devices: [] }
      if (devices.length > 0) setImmediate(emit, 'openElsewhereChanged', { devices })
    },
    lookAgain(now) {
      library.lookAgain(now)
      rollbackLooks.soon()
      void lookAtSettings()
      void lookForStrays()
    },
    async forWriting() {
      const open = await journal.forWriting()
      follow()
      return open
    },
    async move(work) {
      await library.close()
      try {
        await journal.whileClosed(work)
      } finally {
        unfollow()
        followed = null
        noticed([])
        // Else a page of a journal that can't be opened would get the event that all of it was read.
        reading = notRead
        // Also when the folder was refused: the present one goes on.
        await journal.tryOpen()
        follow()
      }
    },
    async leave() {
      // What was saved last is seen, too; no reason to keep the person waiting.
      await withTimeout(rollbackLooks.now(), lastLookTimeoutMs)
      await Promise.allSettled([library.close(), journal.close()])
    },
  }
}
