/** Made-up parts that the tests of the services share: entries, what a page sends, a clock that a test sets, a journal that opens or does not. */
import type { SavedEntry } from '#shared/contract/entries'
import { documentOfText } from '#shared/document/document'
import { type Capture, type NewCapture, newCapture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId, Section } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { Failure } from '#shared/domain/failure'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import type { OpenJournal } from '../../src/main/services/journal/journal'
import type { AnswerInbox } from '../../src/main/services/ports/answerInbox'
import type { ArrivalStore } from '../../src/main/services/ports/arrivalStore'
import type { Clock } from '../../src/main/services/ports/clock'
import type { CaptureStore } from '../../src/main/services/ports/dayLogStore'
import type { DocumentStore } from '../../src/main/services/ports/documentStore'
import type { HistoryStore } from '../../src/main/services/ports/historyStore'
import type { QuarantineStore } from '../../src/main/services/ports/quarantineStore'
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
    instant: () => now.at,
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
  return withSectionIds<Entry>({
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
  })
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
    sections: entry.sections.map(({ id, prompt, question, practice, answer }) => ({
      id,
      prompt,
      question,
      practice,
      answer,
    })),
    ...part,
  }
}

export interface FakeJournal extends OpenJournal {
  readonly entries: FakeEntryStore
  readonly closed: () => number
}

export function fakeJournal(entries: readonly Entry[] = [], settings: Settings = defaultSettings): FakeJournal {
  let closed = 0
  const journal: FakeJournal = {
    id: '00000000-0000-4000-8000-000000000000',
    entries: fakeEntryStore(entries),
    captures: fakeCaptures(),
    answers: fakeAnswers(),
    settings: fakeDocument(settings),
    history: noHistory(),
    lookAtLastStates: async () => [],
    lookAtQuarantine: async () => [],
    recordsNamed(kind) {
      if (kind !== 'entry') throw new Error('the fake has entries alone')
      return { ...journal.entries, dayOf: ({ day }: Entry) => day, history: journal.history }
    },
    logsNamed(kind) {
      if (kind !== 'capture') throw new Error('the fake has captures alone')
      return journal.captures
    },
    allLogs: () => [journal.captures],
    quarantine: noQuarantine(),
    rollbacks: {
      look: async () => null,
      findings: () => [],
      dismiss: async () => undefined,
      forget: async () => undefined,
    },
    elsewhere: { devices: [], onChange: () => () => undefined },
    lookForStrays: async () => undefined,
    noticeOver: (matter) => journal.entries.noticeOver(matter),
    hasOtherLock: async () => false,
    arrivals: noArrivals(),
    checkHealth: async function* () {},
    closed: () => closed,
    async close() {
      closed += 1
    },
  }
  return journal
}

/** An answer to the first question of the page that `madeEntry(1)` is. */
export function madeAnswer(number: number, text: string, part: Partial<WaitingAnswer> = {}): WaitingAnswer {
  const { id: entry, day, template, created, sections } = madeEntry(1)
  const questions = sections.map(({ prompt, question, practice }) => ({ prompt, question, practice }))
  const answer = documentOfText(text)
  return {
    id: idOf(500 + number),
    created,
    entry,
    day,
    template,
    questions,
    section: 0,
    answer,
    replaces: null,
    ...part,
  }
}

/** An inbox of answers in memory. */
export function fakeAnswers(left: readonly WaitingAnswer[] = []): AnswerInbox {
  const waiting = new Map(left.map((answer) => [answer.id, answer]))
  return {
    waiting: async (known = new Set()) => [...waiting.values()].filter(({ id }) => !known.has(id)),
    leave: () => {},
    remove: async (id) => void waiting.delete(id),
  }
}

const nothing = async () => {
  throw new Failure('not-found', 'nothing here')
}
const noHistory = (): HistoryStore<Entry> => ({
  of: nothing,
  read: nothing,
  bring: nothing,
  bringMissing: nothing,
  setAside: nothing,
  taken: async () => 0,
  keepWithin: async () => 0,
})
const noQuarantine = (): QuarantineStore => ({ read: nothing, dismiss: nothing })
const noArrivals = (): ArrivalStore => ({
  read: nothing,
  dismiss: nothing,
  admit: async () => {},
  areThere: async () => false,
})

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
    lookAgain: async () => false,
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

export function madeCapture(number: number, part: Partial<NewCapture & Pick<Capture, 'trashed'>> = {}): Capture {
  const { trashed = null, ...given } = part
  const now = { at: '2026-03-02T08:00:00.000Z', zone: 'UTC' }
  return {
    ...newCapture({ id: idOf(number), now, dayEnds: '00:00', kind: 'note', text: `Thought ${number}`, ...given }),
    trashed,
  }
}

/** Captures that a test puts in, as the disk would keep them. */
export function fakeCaptures(inbox: Capture[] = []): CaptureStore & { readonly stored: Map<Day, Capture[]> } {
  const stored = new Map<Day, Capture[]>()
  const of = (day: Day) => stored.get(day) ?? []
  const found = (day: Day, id: EntryId) => {
    if (!of(day).some((capture) => capture.id === id)) throw new Failure('not-found', 'no such capture')
  }
  return {
    stored,
    kind: 'capture',
    ofDay: async (day) => of(day),
    async part(day, ids) {
      const captures = of(day).filter(({ id, trashed }) => trashed === null && ids.has(id))
      const log = { schema: 1, day, revision: 0, captures }
      return captures.length === 0 ? null : { kind: 'capture', name: 'captures', log }
    },
    lookAt: async (day) => ({ schema: 1, day, revision: 1, captures: of(day) }),
    async *all() {
      for (const [day, captures] of stored) yield { schema: 1, day, revision: 1, captures }
    },
    async add(capture) {
      stored.set(capture.day, [...of(capture.day), capture])
    },
    async change(day, id, step) {
      found(day, id)
      stored.set(
        day,
        of(day).map((capture) => (capture.id === id ? step(capture) : capture)),
      )
    },
    async move(day, id, to) {
      found(day, id)
      const moved = of(day).filter((capture) => capture.id === id)
      stored.set(
        day,
        of(day).filter((capture) => capture.id !== id),
      )
      stored.set(to, [...of(to), ...moved.map((capture) => ({ ...capture, day: to }))])
    },
    tidy: async () => [],
    async erase(day, id) {
      found(day, id)
      stored.set(
        day,
        of(day).filter((capture) => capture.id !== id),
      )
    },
    async mergeInbox() {
      const items = inbox.splice(0)
      for (const item of items) stored.set(item.day, [...of(item.day), item])
      return [...new Set(items.map(({ day }) => day))]
    },
  }
}
