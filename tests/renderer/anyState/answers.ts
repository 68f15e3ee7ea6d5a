/** What main may answer to what the views ask, as its types allow it: also numbers that do not fit each other, and answers that are still empty. */
import fc from 'fast-check'
import type { BackupsState } from '../../../src/shared/contract/backups'
import type { RequestName } from '../../../src/shared/contract/channels'
import type { OpenPage } from '../../../src/shared/contract/entries'
import type { ExportSummary } from '../../../src/shared/contract/exports'
import type { Notice } from '../../../src/shared/contract/health'
import type { NamedOccurrence, Reminding } from '../../../src/shared/contract/reminders'
import type { Response } from '../../../src/shared/contract/requests'
import type { Backup } from '../../../src/shared/domain/backup/backup'
import type { DraftRow } from '../../../src/shared/domain/entry/draft'
import type { Finding } from '../../../src/shared/domain/health/finding'
import { practiceIds } from '../../../src/shared/domain/practice/practice'
import { keyOf } from '../../../src/shared/domain/reminder/reminder'
import { snoozeSchema } from '../../../src/shared/domain/reminder/snooze'
import type { Condition, Mistake, Query } from '../../../src/shared/domain/search/query/query'
import type { Snippet } from '../../../src/shared/domain/search/snippet'
import {
  capture,
  captureKind,
  captures,
  code,
  count,
  day,
  entry,
  id,
  instant,
  moment,
  practice,
  recordKind,
  reminderId,
  row,
  rows,
  settings,
  someText,
  template,
  text,
  today,
  wallTime,
} from './records'

const file = fc.constantFrom('entries/2026/x.json', 'captures/2026/2026-03-02.json', 'settings.json', 'odd \u202e name')
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

const tally = {
  entries: count,
  captures: count,
  words: count,
  answered: fc
    .tuple(count, count, count, count, count, count)
    .map((counts) => Object.fromEntries(practiceIds.map((one, at) => [one, counts[at] ?? 0])))
    // Each practice has its number.
    .map((answered) => answered as Record<(typeof practiceIds)[number], number>),
}
const days = fc
  .uniqueArray(fc.record({ day, ...tally }), { selector: (one) => one.day, maxLength: 6 })
  .map((some) => some.sort((a, b) => (a.day < b.day ? -1 : 1)))
const months = fc
  .uniqueArray(fc.record({ month: day.map((one) => one.slice(0, 7)), ...tally }), {
    selector: (one) => one.month,
    maxLength: 6,
  })
  .map((some) => some.sort((a, b) => (a.month < b.month ? -1 : 1)))

const range = fc.tuple(fc.nat(20), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
const snippet: fc.Arbitrary<Snippet> = fc.record({
  section: fc.nat(5),
  field: fc.constantFrom('question', 'answer'),
  range,
  marks: fc.array(range, { maxLength: 2 }),
  parts: fc.array(fc.record({ text, marked: fc.boolean() }), { maxLength: 3 }),
})

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    words: fc.array(text, { minLength: 1, maxLength: 2 }),
    prefix: fc.boolean(),
    typed: text,
  }),
  fc.record({
    kind: fc.constantFrom('tag' as const, 'person' as const, 'project' as const),
    name: text,
    prefix: fc.boolean(),
    typed: text,
  }),
  fc.record({ kind: fc.constant('practice' as const), practice }),
  fc.record({ kind: fc.constant('template' as const), template }),
  fc.record({ kind: fc.constant('captureKind' as const), captureKind }),
  fc.tuple(day, day, fc.constantFrom('both', 'from', 'to')).map(([one, other, open]) => {
    const [from = one, to = other] = [one, other].sort()
    return { kind: 'days' as const, from: open === 'to' ? null : from, to: open === 'from' ? null : to }
  }),
  fc.record({ kind: fc.constant('is' as const), is: fc.constantFrom('starred', 'capture', 'entry') }),
  fc.record({ kind: fc.constant('has' as const), has: fc.constantFrom('link', 'task', 'table') }),
  fc.record({ kind: fc.constant('within' as const), within: fc.constantFrom('page', 'answer') }),
)
const operator = fc.constantFrom(
  'practice',
  'template',
  'tag',
  'person',
  'project',
  'kind',
  'is',
  'has',
  'before',
  'on',
)
const mistake: fc.Arbitrary<Mistake> = fc
  .tuple(
    range,
    fc.oneof(
      fc.record({ kind: fc.constant('unknownValue' as const), operator, value: text }),
      fc.record({ kind: fc.constant('emptyOperator' as const), operator }),
      fc.record({ kind: fc.constant('impossibleDate' as const), value: text }),
      fc.record({
        kind: fc.constantFrom(
          'noCommonDay' as const,
          'unclosedQuote' as const,
          'danglingOr' as const,
          'danglingNot' as const,
          'unclosedGroup' as const,
          'orWithNot' as const,
        ),
      }),
    ),
  )
  .map(([place, what]) => ({ ...place, ...what }))
const clauses = (one: fc.Arbitrary<Condition>, maxLength: number) =>
  fc.array(fc.record({ negated: fc.boolean(), anyOf: fc.array(one, { minLength: 1, maxLength: 2 }) }), { maxLength })
const group = clauses(condition, 2).map((some) => ({ kind: 'all' as const, clauses: some }))
const query: fc.Arbitrary<Query> = fc.record({
  clauses: clauses(fc.oneof({ weight: 5, arbitrary: condition }, group), 3),
  within: fc.constantFrom('page', 'answer'),
  mistakes: fc.array(mistake, { maxLength: 2 }),
})

const backup: fc.Arbitrary<Backup> = fc.nat(9).chain((generation) =>
  fc.record({
    name: fc.constant(`throughline-20260302T180000000Z-456789ab-${generation}.zip`),
    at: instant,
    journal: fc.constant('456789ab'),
    generation: fc.constant(generation),
    size: count,
  }),
)
const backups: fc.Arbitrary<BackupsState> = fc.record({
  folder: text,
  backups: fc.uniqueArray(backup, { selector: (one) => one.name, maxLength: 3 }),
  isWorking: fc.boolean(),
  failure: maybe(code),
  leftOut: fc.array(file, { maxLength: 2 }),
  second: maybe(fc.record({ folder: text, isThere: fc.boolean(), last: maybe(backup), failure: maybe(code) })),
})

const versionId = fc.nat(20).map((number) => `${number}-20260302T101010500Z`)

const finding: fc.Arbitrary<Finding> = fc.record({
  kind: fc.constantFrom(
    'damaged',
    'quarantined',
    'missing',
    'newer',
    'duplicate',
    'copy',
    'foreign',
    'arrived',
    'sealed',
    'second-lock',
    'elsewhere',
    'rolled-back',
    'gone',
    'versions-gone',
    'unreachable',
  ),
  file,
  day: maybe(day),
  recordKind: maybe(recordKind),
  record: maybe(id),
  version: maybe(versionId),
  done: fc.constantFrom('left', 'aside', 'replaced'),
  canReturn: fc.boolean(),
})

const findings = fc.uniqueArray(finding, { selector: ({ kind, file: of }) => `${kind} ${of}`, maxLength: 5 })

const summary: fc.Arbitrary<ExportSummary> = fc.record({
  folder: maybe(text),
  written: count,
  unchanged: count,
  copies: count,
  earlier: count,
  failed: fc.array(fc.record({ day: maybe(day), name: text, code }), { maxLength: 2 }),
  stopped: maybe(fc.record({ at: fc.constantFrom('journal', 'target'), code })),
})

const occurrence = fc.record({ reminder: reminderId, day, time: wallTime, name: text, template })
const occurrences: fc.Arbitrary<NamedOccurrence[]> = fc.uniqueArray(occurrence, { selector: keyOf, maxLength: 3 })

export const notices: fc.Arbitrary<Notice[]> = fc.array(
  fc.record(
    {
      kind: fc.constantFrom(
        'quarantined',
        'newer',
        'duplicate',
        'unreachable',
        'elsewhere',
        'sealed',
        'rolled-back',
        'gone',
        'versions-gone',
        'copy',
        'merged',
        'superseded',
        'full',
        'waits',
        'arrived',
        'lock-gone',
        'former-lock',
      ),
      file,
      day: maybe(day),
      restored: fc.boolean(),
      recordKind,
      record: id,
    },
    { requiredKeys: ['kind', 'file', 'day', 'restored'] },
  ),
  { maxLength: 6 },
)

export const drafts: fc.Arbitrary<DraftRow[]> = fc.array(fc.record({ kind: fc.constant('entry' as const), id, day }), {
  maxLength: 3,
})

export const openPage: fc.Arbitrary<OpenPage> = fc.record({
  entry,
  draft: maybe(fc.record({ stored: maybe(entry), isConflict: fc.boolean(), isPlain: fc.boolean() })),
  fromBefore: maybe(fc.record({ day, text })),
  alternatives: fc.array(fc.record({ id: someText, question: text, hint: text, practice: maybe(practice) }), {
    maxLength: 2,
  }),
})

export const reminding: fc.Arbitrary<Reminding> = fc.record({
  today,
  next: fc.uniqueArray(
    fc.tuple(occurrence, day, wallTime).map(([one, on, at]) => ({ ...one, comes: { day: on, time: at } })),
    { selector: keyOf, maxLength: 3 },
  ),
  waiting: occurrences,
  missed: occurrences,
  snoozes: fc.subarray([...snoozeSchema.options]),
  notifies: fc.boolean(),
  isOffered: fc.boolean(),
})

const versions = fc.uniqueArray(
  fc.record({
    id: versionId,
    revision: count,
    updated: moment,
    words: count,
    isCopy: fc.boolean(),
  }),
  { selector: (one) => one.id, maxLength: 3 },
)

export const found = fc.record({
  hits: fc.uniqueArray(fc.record({ row, snippets: fc.array(snippet, { maxLength: 2 }), count }), {
    selector: (one) => one.row.id,
    maxLength: 5,
  }),
  total: count,
  query,
  complete: fc.boolean(),
})

/** What comes of what a view asks when it is shown. */
export const answers = {
  'overview.year': fc.record({
    year: fc.integer({ min: 1, max: 9999 }),
    days,
    years: fc
      .uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 4 })
      .map((some) => some.sort((a, b) => a - b)),
    complete: fc.boolean(),
  }),
  'overview.statistics': fc.record({
    months,
    totals: fc.record({ ...tally, days: count, firstDay: maybe(day) }),
    streak: fc.record({ current: count, longest: count }),
    complete: fc.boolean(),
  }),
  'search.find': found,
  'search.names': fc.array(fc.record({ name: someText, count, last: day }), { maxLength: 4 }),
  'recent.read': fc.array(fc.constantFrom('command:today', 'template:weekly', 'page:gone', 'nothing'), {
    maxLength: 4,
  }),
  'captures.ofDay': captures,
  'captures.trashed': fc.uniqueArray(
    fc.tuple(capture, instant).map(([one, trashed]) => ({ ...one, trashed })),
    { selector: (one) => one.id, maxLength: 3 },
  ),
  'trash.list': fc.uniqueArray(fc.record({ row, trashedAt: instant, text }), {
    selector: (one) => one.row.id,
    maxLength: 3,
  }),
  'copies.read': fc.record({
    entry,
    copies: fc.uniqueArray(fc.record({ copy: fc.nat(9).map((number) => String(number).repeat(22)), entry }), {
      selector: (one) => one.copy,
      maxLength: 3,
    }),
  }),
  'history.read': fc.record({ entry, isInTrash: fc.boolean(), versions }),
  'history.version': entry,
  'history.taken': count,
  'health.read': fc.record({ findings, total: count, files: count }),
  'health.text': text,
  'reminders.read': reminding,
  'presence.read': fc.record({ startsAtLogin: fc.boolean(), keepsRunning: fc.boolean(), trayIsShown: fc.boolean() }),
  'keys.read': fc.record({
    keys: maybe(fc.constantFrom('Control+Alt+J', 'F5', 'CommandOrControl+Shift+Space')),
    isFree: fc.boolean(),
  }),
  'backups.read': backups,
  'backups.compare': fc.record({
    records: fc.uniqueArray(
      fc.record({
        kind: recordKind,
        id,
        day,
        name: maybe(text),
        fate: fc.constantFrom('returns', 'changes', 'newer', 'goes'),
      }),
      { selector: (one) => one.id, maxLength: 4 },
    ),
    counts: fc.record({ returns: count, changes: count, newer: count, goes: count }),
    captures: fc.record({ returns: count, changes: count, goes: count }),
    needsPassphrase: fc.boolean(),
  }),
  'exports.savePeriod': summary,
  'lock.read': fc.record({ isOn: fc.boolean(), isLocked: fc.boolean(), isKept: fc.boolean(), isOther: fc.boolean() }),
  'lock.canKeepKey': fc.boolean(),
  'lock.prepare': fc.record({ code: text }),
  'about.read': fc.record({
    version: text,
    licences: fc.array(fc.record({ name: text, version: text, licence: text, text }), { maxLength: 2 }),
  }),
  'settings.change': settings,
  'entries.list': fc.record({ rows, isLast: fc.constant(true) }),
} satisfies { readonly [K in RequestName]?: fc.Arbitrary<Response<K>> }

export type AnsweredName = keyof typeof answers
