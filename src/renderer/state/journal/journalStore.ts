/** What the page knows of the journal: the day, the settings, the rows of the list, and what is wrong. Fed by main alone. */
import { create } from 'zustand'
import type { Start } from '#shared/contract/app'
import type { Event } from '#shared/contract/events'
import type { Notice } from '#shared/contract/health'
import type { CaptureRow } from '#shared/domain/capture/captureRow'
import type { Day } from '#shared/domain/day'
import type { DraftRow } from '#shared/domain/entry/draft'
import type { EntryId } from '#shared/domain/entry/entry'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import type { FailureCode } from '#shared/domain/failure'
import type { RecordRow } from '#shared/domain/record'
import { defaultSettings, type Settings, type SettingsChange } from '#shared/domain/settings/settings'
import { listen, request } from '../bridge'
import { changedRows, parted } from './rowList'
import { createShownNotices } from './shownNotices'

export interface JournalState {
  readonly started: boolean
  readonly today: Day
  readonly zone: string
  /** BCP 47, for `Intl`. */
  readonly locale: string
  readonly platform: Start['platform']
  readonly settings: Settings
  /** Newest first; those of the last weeks until all were fetched. */
  readonly rows: readonly EntryRow[]
  /** Captures as rows, newest first. */
  readonly captures: readonly CaptureRow[]
  /** All rows can be fetched, or were. */
  readonly isReady: boolean
  /** Every file was looked at since the start. */
  readonly complete: boolean
  readonly read: { readonly done: number; readonly total: number }
  /** Files that are not on this computer yet. */
  readonly elsewhere: number
  readonly firstRun: boolean
  readonly folder: string
  readonly trouble: FailureCode | null
  readonly notices: readonly Notice[]
  /** Pages with words that are on this device, and not in the journal. */
  readonly drafts: readonly DraftRow[]
  /** Other computers that have the journal open; '' for one whose name is not known. */
  readonly openElsewhere: readonly string[]
}

export const useJournal = create<JournalState>(() => ({
  started: false,
  today: '2000-01-01',
  zone: 'UTC',
  locale: 'en',
  platform: 'linux',
  settings: defaultSettings,
  rows: [],
  captures: [],
  isReady: false,
  complete: false,
  read: { done: 0, total: 0 },
  elsewhere: 0,
  firstRun: false,
  folder: '',
  trouble: null,
  notices: [],
  drafts: [],
  openElsewhere: [],
}))

const set = useJournal.setState
const shown = createShownNotices()

export function takeStart(start: Start): void {
  const { page: _, notices, ...known } = start
  meanwhile = null
  set({ ...known, notices: shown.take(notices), captures: [], started: true, isReady: false, complete: false })
}

export function dismissNotice(notice: Notice): void {
  set(({ notices }) => ({ notices: shown.dismiss(notices, (other) => other === notice) }))
}

/** Entries that another program left second versions of, each once, in the order in which they were found. */
export function waitingCopies(
  notices: readonly Notice[],
): readonly { readonly entry: EntryId; readonly day: Day | null }[] {
  const waiting = new Map<EntryId, Day | null>()
  for (const { kind, recordKind, record, day } of notices)
    if (kind === 'copy' && recordKind === 'entry' && record !== undefined) waiting.set(record, day)
  return Array.from(waiting, ([entry, day]) => ({ entry, day }))
}

/** To be looked at next, also when its line was dismissed. */
export function recallCopies(entry: EntryId, day: Day | null, file: string): void {
  const notice: Notice = { kind: 'copy', file, day, restored: false, recordKind: 'entry', record: entry }
  set(({ notices }) => ({ notices: shown.recall(notices, notice) }))
}

/** All of one entry's, or of every entry. */
export function dismissCopies(of: EntryId | null = null): void {
  set(({ notices }) => ({
    notices: shown.dismiss(notices, ({ kind, record }) => kind === 'copy' && (of ?? record) === record),
  }))
}

export async function changeSettings(change: SettingsChange): Promise<void> {
  set({ settings: await request('settings.change', change) })
}

/** What changed while the rows were fetched, a slice after the other; null while they are not. */
let meanwhile: Event<'rowsChanged'>[] | null = null

async function fetchRows(): Promise<void> {
  const changes: Event<'rowsChanged'>[] = []
  meanwhile = changes
  const found: RecordRow[] = []
  for (let isLast = false; !isLast; ) {
    const { day, createdAt, id } = found.at(-1) ?? {}
    const after = day && createdAt && id ? { day, createdAt, id } : null
    const slice = await request('entries.list', { after })
    found.push(...slice.rows)
    isLast = slice.isLast
  }
  // Another fetch began: this one's journal is not the open one any more.
  if (meanwhile !== changes) return
  meanwhile = null
  set(changes.reduce(changedRows, parted(found)))
}

function onRowsChanged(change: Event<'rowsChanged'>): void {
  meanwhile?.push(change)
  set((state) => ({ ...changedRows(state, change), firstRun: state.firstRun && change.rows.length === 0 }))
}

function progressed({ isReady, isComplete, done, total, elsewhere = 0 }: Event<'readingProgressed'>): void {
  const wasReady = useJournal.getState().isReady
  // All entries were read: the journal is open, whatever was wrong before.
  set({ isReady, complete: isComplete, read: { done, total }, elsewhere, ...(isComplete ? { trouble: null } : {}) })
  if (isReady && !wasReady) void fetchRows().catch(() => set({ isReady: false }))
}

/** Keeps the store true from now on; returns what ends it. */
export function followJournal(): () => void {
  const ends = [
    listen('rowsChanged', onRowsChanged),
    listen('readingProgressed', progressed),
    listen('dayChanged', (day) => set(day)),
    listen('settingsChanged', ({ settings }) => set({ settings })),
    listen('draftsChanged', (drafts) => set(drafts)),
    listen('openElsewhereChanged', ({ devices }) => set({ openElsewhere: devices })),
    listen('noticesChanged', ({ notices }) => set({ notices: shown.take(notices) })),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Everything again, after trouble is over or the folder changed. */
export async function restart(): Promise<Start> {
  const start = await request('journal.reopen', undefined)
  takeStart(start)
  return start
}
