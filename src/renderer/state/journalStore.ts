/** What the page knows of the journal: the day, the settings, the rows of the list, and what is wrong. Fed by main alone. */
import { create } from 'zustand'
import type { Notice, Start } from '#shared/contract/responses'
import type { Day } from '#shared/domain/day'
import { compareRows, type EntryRow } from '#shared/domain/entryRow'
import type { FailureCode } from '#shared/domain/failure'
import { defaultSettings, type Settings, type SettingsChange } from '#shared/domain/settings'
import { listen, request } from './bridge'

export interface JournalState {
  readonly started: boolean
  readonly today: Day
  readonly zone: string
  /** BCP 47, for `Intl`. */
  readonly locale: string
  readonly platform: Start['platform']
  readonly settings: Settings
  /** Newest first; complete once `complete` is true. */
  readonly rows: readonly EntryRow[]
  /** Captures as rows, newest first; known once `complete` is true. */
  readonly captures: readonly EntryRow[]
  readonly complete: boolean
  readonly firstRun: boolean
  readonly folder: string
  readonly trouble: FailureCode | null
  readonly notices: readonly Notice[]
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
  complete: false,
  firstRun: false,
  folder: '',
  trouble: null,
  notices: [],
}))

const set = useJournal.setState

export function takeStart(start: Start): void {
  const { page: _, ...known } = start
  set({ ...known, captures: [], started: true, complete: false })
}

/** Puts a row in its place, or replaces the one with its id. */
export function putRow(row: EntryRow): void {
  set(({ rows }) => ({ rows: [...rows.filter(({ id }) => id !== row.id), row].sort(compareRows), firstRun: false }))
}

export function removeRow(id: string): void {
  set(({ rows }) => ({ rows: rows.filter((row) => row.id !== id) }))
}

export function dismissNotice(notice: Notice): void {
  set(({ notices }) => ({ notices: notices.filter((other) => other !== notice) }))
}

export async function changeSettings(change: SettingsChange): Promise<void> {
  set({ settings: await request('settings.change', change) })
}

async function fetchRows(): Promise<void> {
  const { rows, captures, complete } = await request('entries.list', undefined)
  // All entries were read: the journal is open, whatever was wrong before.
  set(complete ? { rows, captures, complete, trouble: null } : { rows, captures, complete })
}

/** Keeps the store true from now on; returns what ends it. */
export function followJournal(): () => void {
  const ends = [
    listen('entryChanged', ({ row }) => putRow(row)),
    listen('entryRemoved', ({ id }) => removeRow(id)),
    listen('capturesChanged', ({ day, rows: ofDay }) =>
      set(({ captures }) => ({
        captures: [...captures.filter((row) => row.day !== day), ...ofDay].sort(compareRows),
      })),
    ),
    listen('dayChanged', (day) => set(day)),
    listen('settingsChanged', ({ settings }) => set({ settings })),
    listen('noticeRaised', ({ notice }) => set(({ notices }) => ({ notices: [...notices, notice] }))),
    listen('journalFilled', () => void fetchRows()),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Everything again, after trouble is over or the folder changed. */
export async function restart(): Promise<Start> {
  const start = await request('journal.reopen', undefined)
  takeStart(start)
  if (start.trouble === null) await fetchRows()
  return start
}
