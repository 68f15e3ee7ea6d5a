/** The journal that is open, or why it is not. Each save asks again, so that a disk that came back is used at once. */

import type { Notice } from '#shared/contract/health'
import type { Day } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure, type FailureCode } from '#shared/domain/failure'
import type { RecordId } from '#shared/domain/record'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import type { AnswerInbox } from '../ports/answerInbox'
import type { ArrivalStore } from '../ports/arrivalStore'
import type { AnyDayLogStore, CaptureStore } from '../ports/dayLogStore'
import type { DocumentStore } from '../ports/documentStore'
import type { HealthCheck } from '../ports/healthCheck'
import type { HistoryStore } from '../ports/historyStore'
import type { Place } from '../ports/library'
import type { OpenElsewhere } from '../ports/openElsewhere'
import type { QuarantineStore } from '../ports/quarantineStore'
import type { AnyRecordStore, EntryStore } from '../ports/recordStore'
import type { Rollbacks } from '../ports/rollbacks'

export interface OpenJournal {
  /** The journal's own id, the same wherever its folder goes. */
  readonly id: string
  readonly entries: EntryStore
  readonly captures: CaptureStore
  readonly answers: AnswerInbox
  readonly history: HistoryStore<Entry>
  /** The store of a kind of record that has a file for each, by its name. */
  recordsNamed(kind: string): AnyRecordStore
  /** The same for a kind whose records share a file for their day. */
  logsNamed(kind: string): AnyDayLogStore
  allLogs(): readonly AnyDayLogStore[]
  readonly quarantine: QuarantineStore
  readonly rollbacks: Rollbacks
  readonly arrivals: ArrivalStore
  /** Brings back what this device saved last and the disk does not have any more; resolves with the places of those. Never throws. */
  lookAtLastStates(only?: ReadonlySet<RecordId | Day>): Promise<readonly Place[]>
  /** A look through all its files. */
  readonly checkHealth: HealthCheck
  readonly settings: DocumentStore<Settings>
  /** Offers back what was set aside as damaged and is whole by now; resolves with the places where it is. Never throws. */
  lookAtQuarantine(): Promise<readonly Place[]>
  readonly elsewhere: OpenElsewhere
  /** Files that came unsealed into a journal with a lock wait from here on, and are told. Never throws. */
  lookForStrays(): Promise<void>
  /** What a notice was about is settled. */
  noticeOver(matter: Pick<Notice, 'kind' | 'file'>): void
  /** Whether its files have another lock now than it was opened with, or none any more. Throws what stands in the way of reading the key file. */
  hasOtherLock(): Promise<boolean>
  close(): Promise<void>
}

export interface Journal {
  readonly trouble: FailureCode | null
  readonly isOpen: boolean
  readonly settings: Settings
  /** Opens it if it is not open. Never throws: `trouble` says how it went. */
  tryOpen(): Promise<void>
  /** The open journal, after one more attempt when it is not open. Throws the failure. */
  forWriting(): Promise<OpenJournal>
  /** The open journal; throws why it is not open. */
  forReading(): OpenJournal
  close(): Promise<void>
  /** Closes it for `work` that needs its files to stay as they are; requests for it wait meanwhile. */
  whileClosed(work: () => Promise<void>): Promise<void>
}

/** `closed`: the settings that count while the journal is not open. */
export function createJournal(
  open: () => Promise<OpenJournal>,
  closed: () => Settings = () => defaultSettings,
): Journal {
  let opened: OpenJournal | null = null
  let trouble: Failure | null = null
  let attempt: Promise<void> | null = null
  /** Pending while the journal has to stay closed. Never rejects. */
  let away: Promise<void> = Promise.resolve()

  async function tryOpen(): Promise<void> {
    await away
    if (opened) return
    attempt ??= open()
      .then(
        (journal) => {
          opened = journal
          trouble = null
        },
        (error: unknown) => {
          trouble = error instanceof Failure ? error : new Failure('unexpected', 'opening failed', { cause: error })
        },
      )
      .finally(() => {
        attempt = null
      })
    await attempt
  }

  function forReading(): OpenJournal {
    if (!opened) throw trouble ?? new Failure('unexpected', 'the journal was never opened')
    return opened
  }

  async function shut(): Promise<void> {
    // One that is just being opened would else stay open, and locked.
    await attempt
    try {
      await opened?.close()
    } finally {
      opened = null
    }
  }

  return {
    get trouble() {
      return trouble?.code ?? null
    },
    get isOpen() {
      return opened !== null
    },
    get settings() {
      return opened?.settings.value ?? closed()
    },
    tryOpen,
    async forWriting() {
      await tryOpen()
      return forReading()
    },
    forReading,
    async close() {
      await away
      await shut()
    },
    async whileClosed(work) {
      const done = away.then(shut).then(work)
      away = done.catch(() => undefined)
      await done
    },
  }
}
