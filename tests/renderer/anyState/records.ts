/** What the journal may hold, as its schemas allow it: the small and the odd as often as the usual. */
import fc from 'fast-check'
import { type Capture, captureKinds } from '../../../src/shared/domain/capture/capture'
import { captureRow } from '../../../src/shared/domain/capture/captureRow'
import type { Moment } from '../../../src/shared/domain/day'
import type { Entry, Section } from '../../../src/shared/domain/entry/entry'
import { type EntryRow, entryRow } from '../../../src/shared/domain/entry/entryRow'
import { failureCodes } from '../../../src/shared/domain/failure'
import { practiceIds } from '../../../src/shared/domain/practice/practice'
import type { ReminderPlan } from '../../../src/shared/domain/reminder/reminder'
import type { Settings } from '../../../src/shared/domain/settings/settings'
import { documentsByKind } from '../../document/arbitraries'

/** Some of what the domain names, and what it does not: words of people and of later versions. */
export const text = fc.oneof(
  fc.constantFrom('', ' ', 'Words', 'العربية', '\u0000\n\t', 'x'.repeat(300)),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
export const someText = text.filter((words) => words !== '')

export const code = fc.constantFrom(...failureCodes)

/** The first and the last day that there is, a leap day, and those around a year's end. */
export const day = fc.oneof(
  fc.constantFrom('0001-01-01', '0999-12-31', '2026-12-31', '2027-01-01', '2028-02-29', '9999-12-31'),
  fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
/** A clock may be wrong, but not by eight thousand years. */
export const today = day.filter((one) => one > '0001-01-01' && one < '9999')
export const wallTime = fc.constantFrom('00:00', '04:30', '12:00', '16:45', '23:59')
export const instant = fc.tuple(day, wallTime).map(([on, at]) => `${on}T${at}:00.000Z`)
export const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Mars/Olympus')
export const moment: fc.Arbitrary<Moment> = fc.record({ at: instant, zone })
export const count = fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(100_000))

export const id = fc.nat(30).map((number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`)
export const reminderId = fc.nat(5).map((number) => `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`)
export const template = fc.oneof(fc.constantFrom('daily', 'blank', 'decision', 'weekly', 'capture:win'), text)
export const practice = fc.constantFrom(...practiceIds)
export const captureKind = fc.constantFrom(...captureKinds)

export const section: fc.Arbitrary<Section> = fc.record({
  prompt: fc.option(fc.constantFrom('daily.delivered', 'daily.focus', 'of another version'), { nil: null }),
  question: fc.option(text, { nil: null }),
  practice: fc.option(practice, { nil: null }),
  answer: fc.oneof(...Object.values(documentsByKind), fc.constant({ root: null })),
  text,
})

export const entry: fc.Arbitrary<Entry> = fc.record({
  schema: fc.constant(1 as const),
  id,
  day,
  created: moment,
  updated: moment,
  template,
  title: text,
  starred: fc.boolean(),
  revision: count,
  sections: fc.array(section, { minLength: 1, maxLength: 4 }),
})

export const row: fc.Arbitrary<EntryRow> = entry.map(entryRow)
export const rows = fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 6 })

/** Also one that only a later version has. */
export const recordKind = fc.constantFrom('entry', 'capture', 'page')

/** No record has another's id. */
const captureId = id.map((one) => one.replace(/^01900000/, '01910000'))

export const capture: fc.Arbitrary<Capture> = fc.record(
  {
    id: captureId,
    created: moment,
    day,
    kind: captureKind,
    text: someText,
    tags: fc.array(text, { maxLength: 2 }),
    people: fc.array(text, { maxLength: 2 }),
    trashed: fc.option(instant, { nil: null }),
    usedIn: fc.option(id, { nil: null }),
    movingTo: day,
  },
  { requiredKeys: ['id', 'created', 'day', 'kind', 'text', 'tags', 'people', 'trashed'] },
)
export const captures = fc.uniqueArray(capture, { selector: (one) => one.id, maxLength: 4 })
export const captureRows = fc.uniqueArray(capture.map(captureRow), { selector: (one) => one.id, maxLength: 6 })

const holiday = fc.tuple(day, day).map(([one, other]) => {
  const [from = one, to = other] = [one, other].sort()
  return { from, to }
})

const plan: fc.Arbitrary<ReminderPlan> = fc.record(
  {
    reminders: fc.uniqueArray(
      fc.record({
        id: reminderId,
        name: someText.filter((name) => name.trim() !== '' && name.length <= 100),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        time: wallTime,
        template,
        onlyIfUnwritten: fc.boolean(),
        enabled: fc.boolean(),
      }),
      { selector: (one) => one.id, maxLength: 3 },
    ),
    pausedUntil: fc.option(day, { nil: null }),
    holidays: fc.array(holiday, { maxLength: 3 }),
    pauses: fc.array(holiday, { maxLength: 2 }),
  },
  { requiredKeys: ['reminders', 'pausedUntil', 'holidays'] },
)

export const settings: fc.Arbitrary<Settings> = fc.record(
  {
    schema: fc.constant(1 as const),
    theme: fc.constantFrom('system', 'light', 'dark'),
    textSize: fc.constantFrom('small', 'medium', 'large'),
    dayEnds: wallTime,
    weekStart: fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }),
    manager: fc.option(
      text.filter((name) => name.length <= 100),
      { nil: null },
    ),
    reminders: plan,
    savedSearches: fc.array(fc.record({ name: someText.filter((name) => name.length <= 60), query: someText }), {
      maxLength: 3,
    }),
    hidesStreak: fc.boolean(),
    versionLimit: fc.integer({ min: 10, max: 1_000_000 }),
    commandKeys: fc.oneof(
      fc.dictionary(
        fc.constantFrom('today', 'newEntry', 'trash', 'later'),
        fc.oneof(fc.constantFrom('CmdOrCtrl+J', 'CmdOrCtrl+N', 'CmdOrCtrl+B', 'F2', null), fc.jsonValue()),
      ),
      fc.jsonValue(),
    ),
    lockAfter: fc.option(fc.integer({ min: 1, max: 1440 }), { nil: null }),
  },
  { requiredKeys: ['schema', 'theme', 'textSize', 'dayEnds', 'weekStart', 'manager'] },
)
