/** What the stores may hold while a view is shown, as their types allow it. */
import fc from 'fast-check'
import { useBackups } from '../../../src/renderer/state/journal/backupsStore'
import { type CapturesState, useCaptures } from '../../../src/renderer/state/journal/capturesStore'
import { type JournalState, useJournal } from '../../../src/renderer/state/journal/journalStore'
import { useReminders } from '../../../src/renderer/state/journal/remindersStore'
import { type LayoutState, useLayout } from '../../../src/renderer/state/layout/layoutStore'
import { type OpenPageState, useOpenPage } from '../../../src/renderer/state/layout/openPageStore'
import { type RailState, useRail } from '../../../src/renderer/state/layout/railStore'
import { type Toast, useToasts } from '../../../src/renderer/state/toastStore'
import { answers, drafts, found, notices, openPage, reminding } from './answers'
import {
  captureKind,
  captureRows,
  captures,
  code,
  count,
  day,
  id,
  practice,
  rows,
  settings,
  template,
  text,
  today,
  zone,
} from './records'

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

const journal: fc.Arbitrary<JournalState> = fc.record({
  started: fc.boolean(),
  today,
  zone,
  locale: fc.constantFrom('en', 'de-AT', 'ar-EG', 'th-TH', 'fa-IR', 'ja'),
  platform: fc.constantFrom('linux', 'darwin', 'win32'),
  settings,
  rows,
  captures: captureRows,
  isReady: fc.boolean(),
  complete: fc.boolean(),
  read: fc.record({ done: count, total: count }),
  elsewhere: count,
  firstRun: fc.boolean(),
  folder: text,
  trouble: maybe(code),
  notices,
  drafts,
  openElsewhere: fc.array(text, { maxLength: 3 }),
})

const rail: fc.Arbitrary<RailState> = fc.record({
  query: text,
  filter: fc.record({
    starred: fc.boolean(),
    practice: maybe(practice),
    template: maybe(template),
    kind: maybe(captureKind),
  }),
  limit: fc.constantFrom(40, 120),
  answer: maybe(fc.record({ query: text, found })),
  failure: maybe(code),
  work: maybe(text),
  emptyDay: maybe(day),
})

const open: fc.Arbitrary<OpenPageState> = fc.record({
  page: maybe(openPage),
  opening: fc.nat(3),
  at: maybe(fc.record({ section: fc.nat(5), find: text })),
})

const layout: fc.Arbitrary<Omit<LayoutState, 'panel'>> = fc.record({
  rail: maybe(fc.boolean()),
  focusMode: fc.boolean(),
  about: maybe(id),
  view: fc.constantFrom('page', 'overview'),
})

const ofDay: fc.Arbitrary<CapturesState> = fc.record({ day: maybe(day), captures })

const toasts: fc.Arbitrary<Toast[]> = fc.uniqueArray(
  fc.record({ id: fc.nat(9), text, action: maybe(fc.record({ label: text, run: fc.constant(() => undefined) })) }),
  { selector: (one) => one.id, maxLength: 3 },
)

const draft = fc.record({ kind: captureKind, text })

export const stores = fc.record({
  journal,
  rail,
  open,
  layout,
  captures: ofDay,
  reminders: reminding,
  backups: fc.record({ state: maybe(answers['backups.read']) }),
  toasts: fc.record({ toasts }),
  field: fc.record({ draft: maybe(draft), offered: maybe(draft) }),
})

export type Held = typeof stores extends fc.Arbitrary<infer T> ? T : never

/** Puts what a run holds into the stores. */
export function hold(held: Held): void {
  useJournal.setState(held.journal)
  useRail.setState(held.rail)
  useOpenPage.setState(held.open)
  useLayout.setState(held.layout)
  useCaptures.setState(held.captures)
  useReminders.setState(held.reminders)
  useBackups.setState(held.backups)
  useToasts.setState(held.toasts)
}
