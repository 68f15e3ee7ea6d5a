/** Made-up parts that the tests of the services share: entries, what a page sends, a clock that a test sets, a journal that opens or does not. */
import type { SavedEntry } from '#shared/contract/requests'
import { documentOfText } from '#shared/document/document'
import type { Entry, EntryId, Section } from '#shared/domain/entry'
import { defaultSettings, type Settings } from '#shared/domain/settings'
import type { OpenJournal } from '../../src/main/services/journal'
import type { Clock } from '../../src/main/services/ports/clock'
import type { DocumentStore } from '../../src/main/services/ports/documentStore'
import { type FakeEntryStore, fakeEntryStore } from './fakeEntryStore'

/** A valid UUIDv7, the same in every run. */
export function idOf(number: number): EntryId {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export function numberedIds(): () => EntryId {
  let last = 1000
  return () => idOf(++last)
}

export interface SetClock extends Clock {
  set(at: string, zone?: string): void
}

export function setClock(at = '2026-03-02T17:00:00.000Z', zone = 'UTC'): SetClock {
  let now = { at, zone }
  return {
    now: () => now,
    set(next, nextZone = now.zone) {
      now = { at: next, zone: nextZone }
    },
  }
}

export function madeSection(text: string, part: Partial<Section> = {}): Section {
  return { prompt: null, question: null, practice: null, answer: documentOfText(text), text, ...part }
}

export function madeEntry(number: number, part: Partial<Entry> = {}): Entry {
  const day = part.day ?? '2026-03-02'
  const moment = { at: `${day}T08:00:00.000Z`, zone: 'UTC' }
  return {
    schema: 1,
    id: idOf(number),
    day,
    created: moment,
    updated: moment,
    template: 'daily',
    title: '',
    starred: false,
    revision: 1,
    sections: [madeSection(`Words of entry ${number}`)],
    ...part,
  }
}

/** What a page would send after writing on `entry`. */
export function sentFrom(entry: Entry, part: Partial<SavedEntry> = {}): SavedEntry {
  const { id, day, template, title, starred } = entry
  return {
    id,
    base: entry.revision,
    day,
    template,
    title,
    starred,
    sections: entry.sections.map(({ prompt, question, practice, answer }) => ({ prompt, question, practice, answer })),
    ...part,
  }
}

export interface FakeJournal extends OpenJournal {
  readonly entries: FakeEntryStore
  readonly closed: () => number
}

export function fakeJournal(entries: readonly Entry[] = [], settings: Settings = defaultSettings): FakeJournal {
  let closed = 0
  return {
    entries: fakeEntryStore(entries),
    settings: fakeDocument(settings),
    closed: () => closed,
    async close() {
      closed += 1
    },
  }
}

function fakeDocument<T>(first: T): DocumentStore<T> {
  let value = first
  return {
    get value() {
      return value
    },
    async save(next) {
      value = next
    },
    async change(step) {
      value = step(value)
    },
  }
}

export interface Gate {
  readonly opened: Promise<void>
  open(): void
}

/** A promise that a test resolves. */
export function gate(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
