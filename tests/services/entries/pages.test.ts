import { describe, expect, test } from 'vitest'
import type { SavedEntry } from '#shared/contract/entries'
import { addDays } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { noReminders, type ReminderPlan } from '#shared/domain/reminder/reminder'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { builtInTemplates, findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { createPages } from '../../../src/main/services/entries/pages'
import { fakeDraftStore, fakePageDrafts } from '../fakeDraftStore'
import { fakeEntryStore } from '../fakeEntryStore'
import { madeEntry, madeSection, numberedIds, sentFrom, setClock } from '../made'

function pagesOver(entries: readonly Entry[], settings: Partial<Settings> = {}, draftStore = fakeDraftStore()) {
  const store = fakeEntryStore(entries)
  const clock = setClock()
  const given = { ...defaultSettings, ...settings }
  const drafts = fakePageDrafts({ clock, store: draftStore })
  return {
    store,
    clock,
    drafts,
    pages: createPages({ entries: store, drafts, clock, newId: numberedIds(), settings: () => given }),
  }
}

const forTomorrow = (text: string) =>
  madeSection(text, { prompt: 'daily.tomorrow', practice: 'focus', question: 'What?' })

describe("today's page", () => {
  test('is a daily draft on an empty journal, which stores nothing', async () => {
    const { pages, store } = pagesOver([])
    const { entry, alternatives, fromBefore } = await pages.today()
    expect(entry).toMatchObject({ day: '2026-03-02', template: 'daily', revision: 0, title: '', starred: false })
    expect(entry.sections.at(-1)).toMatchObject({ prompt: null, question: null, text: '' })
    expect(alternatives.length).toBeGreaterThan(1)
    expect(fromBefore).toBeNull()
    expect(store.stored.size).toBe(0)
  })

  test('is the entry of today that was written on last, whichever was begun last', async () => {
    const at = (time: string) => ({ at: `2026-03-02T${time}Z`, zone: 'UTC' })
    const first = madeEntry(1, { created: at('08:00:00.000'), updated: at('16:00:00.000') })
    const second = madeEntry(2, { created: at('12:00:00.000'), updated: at('12:30:00.000') })
    const { pages } = pagesOver([first, second, madeEntry(3, { day: '2026-03-01' })])
    expect((await pages.today()).entry.id).toBe(first.id)
  })

  describe('with reminders', () => {
    const evening = {
      id: '11111111-1111-4111-8111-111111111111',
      name: 'End of day',
      weekdays: [1],
      time: '16:45',
      template: 'daily',
      onlyIfUnwritten: true,
      enabled: true,
    }
    const week = { ...evening, id: '22222222-2222-4222-8222-222222222222', time: '16:00', template: 'weekly' }
    const at = (wall: string) => ({ at: `2026-03-02T${wall}:00.000Z`, zone: 'UTC' })
    const morning = madeEntry(1, { template: 'free', created: at('08:00'), updated: at('08:30') })
    const planned = (entries: readonly Entry[], part: Partial<ReminderPlan> = {}, dayEnds = '00:00') =>
      pagesOver(entries, { dayEnds, reminders: { ...noReminders, reminders: [week, evening], ...part } })
    async function opened(now: string, ...given: Parameters<typeof planned>) {
      const { pages, clock } = planned(...given)
      clock.set(now)
      return (await pages.today()).entry
    }

    test('in the evening is the page of the evening’s, not the morning’s of another template', async () => {
      expect(await opened('2026-03-02T15:59:00.000Z', [morning])).toEqual(morning)
      expect(await opened('2026-03-02T16:00:00.000Z', [morning])).toMatchObject({ template: 'weekly', revision: 0 })
      expect(await opened('2026-03-02T18:00:00.000Z', [morning])).toMatchObject({ template: 'daily', revision: 0 })
      const noon = madeEntry(2, { template: 'daily', created: at('12:00'), updated: at('12:30') })
      const later = { ...morning, updated: at('13:00') }
      expect(await opened('2026-03-02T18:00:00.000Z', [noon, later])).toEqual(noon)
    })

    test('is the one that was written on since the reminder came', async () => {
      const since = { ...morning, updated: at('16:45') }
      expect(await opened('2026-03-02T18:00:00.000Z', [since])).toEqual(since)
    })

    test('is still the evening’s in the night, until the day ends', async () => {
      const night = '2026-03-03T00:30:00.000Z'
      expect(await opened(night, [morning], {}, '04:00')).toMatchObject({ template: 'daily', day: '2026-03-02' })
      const next = await opened('2026-03-03T04:00:00.000Z', [morning], {}, '04:00')
      expect(next).toMatchObject({ template: 'daily', day: '2026-03-03' })
    })

    test('is the last one where no reminder came: paused, switched off, on another day, or for a template that is gone', async () => {
      for (const part of [
        { pausedUntil: '2026-03-05' },
        { holidays: [{ from: '2026-03-02', to: '2026-03-02' }] },
        { reminders: [{ ...evening, enabled: false }] },
        { reminders: [{ ...evening, weekdays: [2] }] },
        { reminders: [{ ...evening, template: 'gone' }] },
      ])
        expect(await opened('2026-03-02T18:00:00.000Z', [morning], part)).toEqual(morning)
    })

    test('of two at one time is the first in the plan', async () => {
      const reminders = [evening, { ...week, time: '16:45' }]
      expect(await opened('2026-03-02T18:00:00.000Z', [], { reminders })).toMatchObject({ template: 'daily' })
      const swapped = reminders.toReversed()
      expect(await opened('2026-03-02T18:00:00.000Z', [], { reminders: swapped })).toMatchObject({ template: 'weekly' })
    })
  })

  test.each([
    ['2026-03-02T03:59:00.000Z', '2026-03-01'],
    ['2026-03-02T04:00:00.000Z', '2026-03-02'],
  ])('belongs to the day that ends at 04:00: at %s it is %s', async (now, day) => {
    const { pages, clock } = pagesOver([], { dayEnds: '04:00' })
    clock.set(now)
    expect(pages.currentDay()).toBe(day)
    expect((await pages.today()).entry.day).toBe(day)
  })

  test('is the day where the person is', () => {
    const { pages, clock } = pagesOver([])
    clock.set('2026-03-02T23:30:00.000Z', 'Pacific/Kiritimati')
    expect(pages.currentDay()).toBe('2026-03-03')
  })

  test('fails when the disk can not say what there is: a second page of today is no answer', async () => {
    const { pages, store } = pagesOver([madeEntry(1)])
    store.fail(new Failure('disk-error', 'made up'))
    await expect(pages.today()).rejects.toMatchObject({ code: 'disk-error' })
  })
})

describe('with words that are not in the journal', () => {
  const keeping = (sent: SavedEntry) =>
    ({ kind: 'entry', id: sent.id, base: sent.base, words: JSON.stringify(sent) }) as const

  test('a page of today comes with them, also when the journal has no page of today', async () => {
    const { pages, drafts } = pagesOver([])
    const sent = sentFrom(madeEntry(7, { revision: 0 }), { title: 'Not saved' })
    await drafts.keep(keeping(sent))
    for (const page of [await pages.today(), await pages.todayFrom('daily'), await pages.read(sent.id)])
      expect(page).toMatchObject({ entry: { id: sent.id, title: 'Not saved', revision: 0 }, draft: { stored: null } })
    expect((await pages.todayFrom('weekly')).draft).toBeNull()
  })

  test('the page that was written on last is today’s, be it saved or not', async () => {
    const at = (time: string) => ({ at: `2026-03-02T${time}Z`, zone: 'UTC' })
    const [early, late] = [madeEntry(1, { updated: at('09:00:00.000') }), madeEntry(2, { updated: at('18:00:00.000') })]
    const { pages, drafts, clock } = pagesOver([early, late])
    clock.set('2026-03-02T17:00:00.000Z')
    await drafts.keep(keeping(sentFrom(early, { title: 'Not saved' })))
    expect((await pages.today()).entry.id).toBe(late.id)
    clock.set('2026-03-02T19:00:00.000Z')
    await drafts.keep(keeping(sentFrom(early, { title: 'Not saved' })))
    expect(await pages.today()).toMatchObject({ entry: { id: early.id, title: 'Not saved' }, draft: { stored: early } })
  })

  test('a page opens with them while the journal is away', async () => {
    const { pages, drafts, store } = pagesOver([madeEntry(1)])
    await drafts.keep(keeping(sentFrom(madeEntry(1), { title: 'Not saved' })))
    store.fail(new Failure('folder-missing', 'made up'))
    expect(await pages.read(madeEntry(1).id)).toMatchObject({ entry: { title: 'Not saved', revision: 1 } })
    await expect(pages.read(madeEntry(2).id)).rejects.toMatchObject({ code: 'folder-missing' })
  })

  test('drafts that can’t be read keep no page from opening', async () => {
    const failing = fakeDraftStore()
    failing.fail(new Failure('disk-error', 'made up'))
    const { pages } = pagesOver([madeEntry(1)], {}, failing)
    expect(await pages.today()).toMatchObject({ entry: { id: madeEntry(1).id }, draft: null })
  })
})

describe('a new page', () => {
  test.each(builtInTemplates.map(({ id }) => id))(
    'of %s has its questions and a last section without one',
    async (id) => {
      const { pages } = pagesOver([])
      const { entry } = await pages.draft(id, '2026-02-20')
      expect(entry).toMatchObject({ template: id, day: '2026-02-20', revision: 0 })
      expect(entry.sections).toHaveLength((findTemplate(id)?.prompts.length ?? Number.NaN) + 1)
      expect(entry.sections.at(-1)?.question).toBeNull()
    },
  )

  test('of an unknown template is refused', async () => {
    const { pages } = pagesOver([])
    await expect(pages.draft('__proto__', null)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('has an id of its own each time', async () => {
    const { pages } = pagesOver([])
    const [one, other] = [await pages.draft('daily', null), await pages.draft('daily', null)]
    expect(one.entry.id).not.toBe(other.entry.id)
  })

  test('names the manager in questions and in what could be asked instead', async () => {
    const { pages } = pagesOver([], { manager: 'Ines' })
    const drafts = await Promise.all(builtInTemplates.map(({ id }) => pages.draft(id, null)))
    const words = JSON.stringify(drafts)
    expect(words).toContain('Ines')
    expect(words).not.toContain('{{manager}}')
  })

  test('can be written when the disk can not be read', async () => {
    const { pages, store } = pagesOver([madeEntry(1)])
    store.fail(new Failure('folder-missing', 'made up'))
    expect((await pages.draft('daily', null)).entry.revision).toBe(0)
  })
})

describe('the rotating question', () => {
  const rotatingOf = (entry: Entry) => entry.sections[2]

  test('asks for the practice answered longest ago, and the same one for the same journal and day', async () => {
    const { pages, store } = pagesOver([])
    const asked: (string | null | undefined)[] = []
    for (let at = 0; at < 4; at++) {
      const day = addDays('2026-03-02', at)
      const { entry } = await pages.draft('daily', day)
      const again = await pages.draft('daily', day)
      expect(rotatingOf(again.entry)?.prompt).toBe(rotatingOf(entry)?.prompt)
      asked.push(rotatingOf(entry)?.practice)
      const sections = entry.sections.map((section) => ({ ...section, text: 'answered' }))
      store.stored.set(entry.id, { ...entry, sections, revision: 1 })
    }
    expect(new Set(asked).size).toBe(4)
  })

  test('begins with the question of the page and offers each once', async () => {
    const { pages } = pagesOver([])
    const { entry, alternatives } = await pages.draft('daily', null)
    expect(alternatives[0]?.id).toBe(rotatingOf(entry)?.prompt)
    expect(new Set(alternatives.map(({ id }) => id)).size).toBe(alternatives.length)
  })

  test('is settled once the page is stored', async () => {
    const { pages } = pagesOver([madeEntry(1)])
    expect((await pages.today()).alternatives).toEqual([])
  })
})

describe('what an earlier day named for this one', () => {
  const on = (day: string, text: string, number = 7) =>
    madeEntry(number, { day, sections: [forTomorrow(text), madeSection('')] })

  test("stands on today's daily page, drafted or written", async () => {
    const yesterday = on('2026-03-01', ' Call Ada first. ')
    const expected = { day: '2026-03-01', text: 'Call Ada first.' }
    expect((await pagesOver([yesterday]).pages.today()).fromBefore).toEqual(expected)
    expect((await pagesOver([yesterday, madeEntry(1)]).pages.today()).fromBefore).toEqual(expected)
  })

  test.each([
    ['2026-02-23', true],
    ['2026-02-22', false],
  ])('from %s: %s', async (day, shown) => {
    const { pages } = pagesOver([on(day, 'Still true?')])
    expect((await pages.today()).fromBefore !== null).toBe(shown)
  })

  test('is left out of other templates and of pages of other days', async () => {
    const { pages } = pagesOver([
      on('2026-02-10', 'Old'),
      madeEntry(1, { day: '2026-02-11' }),
      on('2026-03-01', 'New', 8),
    ])
    expect((await pages.draft('weekly', null)).fromBefore).toBeNull()
    expect((await pages.read(madeEntry(1).id)).fromBefore).toBeNull()
  })

  test('never comes from the day itself or a later one', async () => {
    const { pages } = pagesOver([on('2026-03-02', 'Own words'), on('2026-03-03', 'From tomorrow', 8)])
    expect((await pages.today()).fromBefore).toBeNull()
  })
})

test('an entry is read as it is stored', async () => {
  const entry = madeEntry(4, { day: '2026-01-05', title: 'A title', future: { kept: true } })
  expect((await pagesOver([entry]).pages.read(entry.id)).entry).toEqual(entry)
})
