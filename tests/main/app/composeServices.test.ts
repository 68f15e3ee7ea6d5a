import { describe, expect, test, vi } from 'vitest'
import { emptyDocument } from '#shared/document/document'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { Failure } from '#shared/domain/failure'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { composeServices } from '../../../src/main/app/composeServices'
import { createAppEvents } from '../../../src/main/services/app/appEvents'
import { createJournal, type OpenJournal } from '../../../src/main/services/journal/journal'
import type { Library, LibraryListener } from '../../../src/main/services/ports/library'
import { fakeDraftStore, fakePageDrafts } from '../../services/fakeDraftStore'
import { fakeLibrary } from '../../services/fakeLibrary'
import {
  type FakeJournal,
  fakeJournal,
  gate,
  idOf,
  madeEntry,
  numberedIds,
  sentFrom,
  setClock,
} from '../../services/made'

const gone = () => new Failure('folder-missing', 'made up')

/** The services of the journal that `open` gives, with all that they tell the page. */
function servicesOver(open: () => Promise<OpenJournal>, part: Partial<Library> = {}, drafts = fakePageDrafts()) {
  const told: { name: string; event: unknown }[] = []
  const clock = setClock()
  let current: OpenJournal | undefined
  const heard: LibraryListener[] = []
  const events = createAppEvents({
    toPage: (name, event) => void told.push({ name, event }),
    failed: (error) => expect.fail(String(error)),
  })
  events.on('journalOpened', () => void told.push({ name: 'opened', event: null }))
  const journal = createJournal(async () => {
    current = await open()
    return current
  })
  const services = composeServices({
    journal,
    openLibrary(listener) {
      heard.push(listener)
      return { ...fakeLibrary(() => current, listener), ...part }
    },
    pageDrafts: drafts,
    clock,
    newId: numberedIds(),
    events,
    environment: { locale: 'en-GB', platform: 'linux' },
    folder: () => '/journals/mine',
    afterShown: (work) => void setImmediate(work),
    flush: async () => 0,
  })
  const toldNames = () => told.map(({ name }) => name)
  const rows = async () => (await services.library.rows(null)).rows
  const filled = () => vi.waitFor(() => expect(toldNames()).toContain('readingProgressed'))
  const needsRepair: LibraryListener['needsRepair'] = (place) => heard[0]?.needsRepair(place)
  return { services, events, tryOpen: journal.tryOpen, needsRepair, drafts, clock, told, toldNames, filled, rows }
}

function opened(journal: FakeJournal) {
  return { ...servicesOver(async () => journal), journal }
}

test.each([
  ['does not answer', () => new Promise<never>(() => {})],
  ['broke down', () => Promise.reject(new Failure('unexpected', 'made up'))],
])('a page opens although the library %s', async (_, dayOf) => {
  const journal = fakeJournal([madeEntry(1)])
  const { services } = servicesOver(async () => journal, { dayOf })
  await services.startAnswer()
  await expect(services.pages.read(idOf(1))).resolves.toMatchObject({ entry: { id: idOf(1) } })
})

describe('a start', () => {
  test('on an empty journal is a first run with a page to write on', async () => {
    const { services } = opened(fakeJournal())
    const start = await services.startAnswer()
    expect(start).toMatchObject({
      today: '2026-03-02',
      zone: 'UTC',
      locale: 'en-GB',
      platform: 'linux',
      trouble: null,
      folder: '/journals/mine',
      firstRun: true,
      rows: [],
      notices: [],
      settings: defaultSettings,
    })
    expect(start.page?.entry.revision).toBe(0)
  })

  test('is no first run when the only entry is years old', async () => {
    const { services } = opened(fakeJournal([madeEntry(1, { day: '2019-05-05' })]))
    expect(await services.startAnswer()).toMatchObject({ firstRun: false, rows: [] })
  })

  test('brings rows of the last 31 days, newest first and at most 100; the list brings all', async () => {
    const days = Array.from({ length: 150 }, (_, at) =>
      madeEntry(at, { day: `2026-02-${String(28 - (at % 28)).padStart(2, '0')}` }),
    )
    const { services, filled, rows: listed } = opened(fakeJournal([...days, madeEntry(900, { day: '2020-01-01' })]))
    const { rows } = await services.startAnswer()
    expect(rows).toHaveLength(100)
    expect(rows.map(({ day }) => day)).toEqual(
      rows
        .map(({ day }) => day)
        .sort()
        .reverse(),
    )
    await filled()
    expect(await listed()).toHaveLength(151)
  })

  test('reads each day once, and has what its page needs of the days before', async () => {
    const journal = fakeJournal([madeEntry(1, { day: '2026-03-01' })])
    const reads = [vi.spyOn(journal.entries, 'ofDay'), vi.spyOn(journal.entries, 'before')]
    const { services } = opened(journal)
    const { page } = await services.startAnswer()
    expect(reads.map((read) => read.mock.calls)).toEqual([[['2026-03-02']], [['2026-03-02', 31]]])
    expect(page.entry.day).toBe('2026-03-02')
  })

  describe('with files that were read while the window came up', () => {
    const before = madeEntry(1, { day: '2026-03-01' })

    function prepared() {
      const journal = fakeJournal([before])
      const reads = [vi.spyOn(journal.entries, 'ofDay'), vi.spyOn(journal.entries, 'before')]
      const made = opened(journal)
      const readings = () => reads.map((read) => read.mock.calls.length)
      return { ...made, journal, reads, readings }
    }

    test('takes them, once', async () => {
      const { services, tryOpen, readings } = prepared()
      await tryOpen()
      services.preparePage()
      expect(readings()).toEqual([1, 1])
      expect((await services.startAnswer()).rows).toMatchObject([{ id: idOf(1) }])
      expect(readings()).toEqual([1, 1])
      await services.startAnswer()
      expect(readings()).toEqual([2, 2])
    })

    test('reads them again when something was written since', async () => {
      const { services, tryOpen, journal, events } = prepared()
      await tryOpen()
      services.preparePage()
      journal.entries.stored.set(idOf(2), madeEntry(2))
      events.emit('journalWritten', null)
      expect((await services.startAnswer()).rows).toMatchObject([{ id: idOf(2) }, { id: idOf(1) }])
    })

    test('reads them again when the day is another one', async () => {
      const { services, tryOpen, clock, journal } = prepared()
      await tryOpen()
      services.preparePage()
      journal.entries.stored.set(idOf(2), madeEntry(2))
      clock.set('2026-03-03T08:00:00.000Z')
      expect((await services.startAnswer()).rows).toMatchObject([{ id: idOf(2) }, { id: idOf(1) }])
    })

    test('reads them again when the disk did not answer then', async () => {
      const { services, tryOpen, reads } = prepared()
      await tryOpen()
      reads[1]?.mockRejectedValueOnce(gone())
      services.preparePage()
      expect(await services.startAnswer()).toMatchObject({ trouble: null, rows: [{ id: idOf(1) }] })
    })

    test('prepares nothing of a journal that is not open', async () => {
      const { services, readings } = prepared()
      services.preparePage()
      expect(readings()).toEqual([0, 0])
      expect((await services.startAnswer()).rows).toHaveLength(1)
    })
  })

  test('answers before the other entries are read', async () => {
    const journal = fakeJournal([madeEntry(1), madeEntry(2, { day: '2020-01-01' })])
    const { services, filled, toldNames, rows } = opened(journal)
    const reading = gate()
    await services.startAnswer()
    journal.entries.beforeEach = () => reading.opened
    expect(toldNames()).not.toContain('readingProgressed')
    expect(await rows()).toEqual([])
    reading.open()
    await filled()
    expect(await rows()).toHaveLength(2)
  })

  test('again, as after a reload of the page, tells again that all rows are known', async () => {
    const { services, told, filled } = opened(fakeJournal([madeEntry(1)]))
    await services.startAnswer()
    await filled()
    told.length = 0
    await services.startAnswer()
    await filled()
    expect(told).toEqual([{ name: 'readingProgressed', event: { isReady: true, isComplete: true, done: 1, total: 1 } }])
  })
})

test('what waits outside is brought in once the page is shown, and what is too old goes once all is read', async () => {
  const journal = fakeJournal()
  const calls: string[] = []
  vi.spyOn(journal.captures, 'mergeInbox').mockImplementation(async () => {
    calls.push('captures')
    return []
  })
  vi.spyOn(journal.answers, 'waiting').mockImplementation(async () => {
    calls.push('answers')
    return []
  })
  vi.spyOn(journal.history, 'keepWithin').mockImplementation(async () => calls.push('versions'))
  const days = ['2026-02-01']
  vi.spyOn(journal.captures, 'tidy').mockImplementation(async (untidy) => {
    calls.push(`trash of ${untidy.join()}`)
    return []
  })
  const { services, filled } = servicesOver(async () => journal, { untidyDays: async () => days })
  await services.startAnswer()
  expect(calls).toEqual([])
  await filled()
  await vi.waitFor(() => expect(calls.toSorted()).toEqual(['answers', 'captures', 'trash of 2026-02-01', 'versions']))
})

test('files that the library can’t read are looked at by the store of their kind, and the library gets what is to be shown', async () => {
  const repaired = vi.fn()
  const { services, needsRepair } = servicesOver(async () => fakeJournal([madeEntry(1)]), { repaired })
  await services.startAnswer()
  const places = [
    { kind: 'capture', day: '2026-03-02' },
    { kind: 'entry', id: idOf(1) },
  ]
  for (const place of places) needsRepair(place)
  await vi.waitFor(() => expect(repaired).toHaveBeenCalledTimes(2))
  expect(repaired.mock.calls.map(([place]) => place)).toEqual(places)
  expect(repaired.mock.calls.map(([, found]) => found)).toMatchObject([{ captures: [] }, { id: idOf(1) }])
})

describe('notices', () => {
  const notice = { kind: 'quarantined', file: 'entries/2026/x.json', day: null, restored: true } as const

  test('raised before the first page are in the answer', async () => {
    const journal = fakeJournal()
    journal.entries.notice(notice)
    expect((await opened(journal).services.startAnswer()).notices).toEqual([notice])
  })

  test('raised later are told, and are in the next answer', async () => {
    const { services, told, journal } = opened(fakeJournal())
    await services.startAnswer()
    journal.entries.notice(notice)
    await vi.waitFor(() => expect(told).toContainEqual({ name: 'noticesChanged', event: { notices: [notice] } }))
    expect((await services.startAnswer()).notices).toEqual([notice])
  })

  test('are told all at once, so that what is over is gone', async () => {
    const { services, told, journal } = opened(fakeJournal())
    await services.startAnswer()
    const lists = () => told.flatMap(({ name, event }) => (name === 'noticesChanged' ? [event] : []))
    const other = { ...notice, kind: 'unreachable' } as const
    journal.entries.notice(notice)
    journal.entries.notice(other)
    await vi.waitFor(() => expect(lists()).toEqual([{ notices: [notice, other] }]))
    journal.noticeOver(other)
    await vi.waitFor(() => expect(lists().at(-1)).toEqual({ notices: [notice] }))
    // Opened anew, it says what there is to say once more.
    await services.journalSync.move(async () => undefined)
    await vi.waitFor(() => expect(lists().at(-1)).toEqual({ notices: [] }))
    journal.entries.notice(other)
    await vi.waitFor(() => expect(lists().at(-1)).toEqual({ notices: [other] }))
  })
})

test('a look at the files finds those that came unsealed, too; not while the journal is closed', async () => {
  const journal = fakeJournal()
  const look = vi.fn(async () => undefined)
  journal.lookForStrays = look
  const { services } = opened(journal)
  services.journalSync.lookAgain(true)
  expect(look).not.toHaveBeenCalled()
  await services.startAnswer()
  services.journalSync.lookAgain(true)
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1))
})

describe('trouble', () => {
  test.each(['in-use', 'folder-missing', 'newer-schema', 'disk-error'] as const)(
    'of the kind %s still gives a page to write on',
    async (code) => {
      const { services } = servicesOver(() => Promise.reject(new Failure(code, 'made up')))
      const start = await services.startAnswer()
      expect(start).toMatchObject({ trouble: code, firstRun: false, rows: [], settings: defaultSettings })
      expect(start.page?.entry).toMatchObject({ template: 'daily', revision: 0 })
      expect((await services.pages.draft('weekly', null)).entry.template).toBe('weekly')
      await expect(services.entries.save(sentFrom(madeEntry(1, { revision: 0 })))).rejects.toMatchObject({ code })
      await expect(services.entries.trashed()).rejects.toMatchObject({ code })
    },
  )

  test('ends with the first save that reaches the disk: the list is filled and notices are heard', async () => {
    const journal = fakeJournal([madeEntry(1, { day: '2026-01-01' })])
    let there = false
    const { services, filled, toldNames, rows } = servicesOver(async () => {
      if (!there) throw gone()
      return journal
    })
    const { page } = await services.startAnswer()
    there = true
    if (!page) throw new Error('there is always a page')
    const saved = await services.entries.save(sentFrom(page.entry))
    expect(saved).toMatchObject({ revision: 1, row: { id: page.entry.id } })
    await filled()
    expect(await rows()).toHaveLength(2)
    journal.entries.notice({ kind: 'newer', file: 'entries/x', day: null, restored: false })
    await vi.waitFor(() => expect(toldNames()).toContain('noticesChanged'))
    expect((await services.startAnswer()).trouble).toBeNull()
  })

  test('also ends with a change of the settings', async () => {
    const journal = fakeJournal([madeEntry(1)])
    let there = false
    const { services, filled, rows } = servicesOver(async () => {
      if (!there) throw gone()
      return journal
    })
    await services.startAnswer()
    there = true
    await services.saveSettings({ theme: 'dark' })
    await filled()
    expect(await rows()).toHaveLength(1)
  })

  test('of a folder that goes away while the app is open: a start has a page, and another start is whole again', async () => {
    const { services, journal, filled, told, rows, toldNames } = opened(fakeJournal([madeEntry(1)]))
    journal.entries.fail(gone())
    const start = await services.startAnswer()
    expect(start).toMatchObject({ trouble: 'folder-missing', firstRun: false, rows: [] })
    expect(start.page?.entry.revision).toBe(0)
    await new Promise(setImmediate)
    expect(toldNames()).not.toContain('readingProgressed')
    journal.entries.fail(null)
    told.length = 0
    expect(await services.startAnswer()).toMatchObject({ trouble: null, rows: [{ id: idOf(1) }] })
    services.journalSync.lookAgain(true)
    await filled()
    expect(await rows()).toMatchObject([{ id: idOf(1) }])
  })

  test("that is a fault of ours is not taken for the disk's", async () => {
    const { services, journal } = opened(fakeJournal())
    journal.entries.ofDay = () => Promise.reject(new TypeError('a fault'))
    await expect(services.startAnswer()).rejects.toThrow(TypeError)
  })
})

const changed = (rows: readonly EntryRow[], removed: readonly string[] = []) => ({
  name: 'rowsChanged',
  event: { rows, removed, days: [] },
})

describe('saving and removing', () => {
  test('tells the row, and the list has it', async () => {
    const { services, told, filled, rows } = opened(fakeJournal())
    const { page } = await services.startAnswer()
    await filled()
    if (!page) throw new Error('there is always a page')
    const { row } = await services.entries.save(sentFrom(page.entry, { title: 'Mine' }))
    await vi.waitFor(() => expect(told.at(-1)).toEqual(changed([row])))
    expect(await rows()).toEqual([row])
  })

  test('a save that fails tells nothing and leaves the list as it was', async () => {
    const { services, told, journal, filled, rows } = opened(fakeJournal([madeEntry(1)]))
    await services.startAnswer()
    await filled()
    told.length = 0
    journal.entries.fail(new Failure('disk-full', 'made up'))
    await expect(services.entries.save(sentFrom(madeEntry(1), { title: 'x' }))).rejects.toMatchObject({
      code: 'disk-full',
    })
    expect(told).toEqual([])
    expect(await rows()).toMatchObject([{ title: '', revision: 1 }])
  })

  test('discard, trash, restore: the row goes and comes back', async () => {
    const { services, told, filled, rows } = opened(fakeJournal([madeEntry(1)]))
    await services.startAnswer()
    await filled()
    await services.entries.discard(idOf(1))
    await vi.waitFor(() => expect(told.at(-1)).toEqual(changed([], [idOf(1)])))
    expect(await rows()).toEqual([])
    expect(await services.entries.trashed()).toMatchObject([{ row: { id: idOf(1) }, trashedAt: expect.any(String) }])
    const row = await services.entries.restore(idOf(1))
    await vi.waitFor(() => expect(told.at(-1)).toEqual(changed([row])))
    expect(await rows()).toEqual([row])
    await services.entries.discard(idOf(1))
    await services.entries.erase(idOf(1))
    expect(await services.entries.trashed()).toEqual([])
  })
})

describe('settings', () => {
  test('a change keeps the others, also those this version does not know, and is told', async () => {
    const journal = fakeJournal([], { ...defaultSettings, manager: 'Ines', fromTheFuture: [1, 2] })
    const { services, told } = opened(journal)
    await services.startAnswer()
    const settings = await services.saveSettings({ theme: 'light' })
    expect(settings).toEqual({ ...defaultSettings, manager: 'Ines', theme: 'light', fromTheFuture: [1, 2] })
    expect(journal.settings.value).toEqual(settings)
    expect(told.at(-1)).toEqual({ name: 'settingsChanged', event: { settings } })
  })

  test('a field that is undefined is no change', async () => {
    const { services } = opened(fakeJournal([], { ...defaultSettings, theme: 'dark' }))
    expect((await services.saveSettings({ theme: undefined, manager: '' })).theme).toBe('dark')
  })

  test('that another device changed are told when the window comes to the front', async () => {
    const journal = fakeJournal()
    const { services, told } = opened(journal)
    await services.startAnswer()
    const theirs: Settings = { ...defaultSettings, manager: 'Noor' }
    journal.settings.lookAgain = async () => {
      await journal.settings.save(theirs)
      return true
    }
    services.journalSync.lookAgain(false)
    await new Promise(setImmediate)
    expect(told).toContainEqual({ name: 'settingsChanged', event: { settings: theirs } })
  })

  test("the day's end moves today", async () => {
    const { services, clock } = opened(fakeJournal())
    clock.set('2026-03-02T02:00:00.000Z')
    await services.startAnswer()
    expect(services.calendar.today()).toBe('2026-03-02')
    await services.saveSettings({ dayEnds: '04:00' })
    expect(services.calendar.today()).toBe('2026-03-01')
  })
})

describe('a move to another folder', () => {
  test('shows the other journal alone', async () => {
    const [here, there] = [fakeJournal([madeEntry(1)]), fakeJournal([madeEntry(2)])]
    let current = here
    const { services, filled, told, rows } = servicesOver(async () => current)
    await services.startAnswer()
    await filled()
    await services.journalSync.move(async () => {
      expect(here.closed()).toBe(1)
      current = there
    })
    told.length = 0
    expect((await services.startAnswer()).rows.map(({ id }) => id)).toEqual([idOf(2)])
    await filled()
    expect((await rows()).map(({ id }) => id)).toEqual([idOf(2)])
  })

  test('a list that was still being filled from the old folder is not told', async () => {
    const [here, there] = [fakeJournal([madeEntry(1)]), fakeJournal()]
    let current = here
    const reading = gate()
    const { services, told, rows } = servicesOver(async () => current)
    await services.startAnswer()
    here.entries.beforeEach = () => reading.opened
    // The filling has begun.
    await new Promise(setImmediate)
    await services.journalSync.move(async () => {
      current = there
    })
    reading.open()
    await new Promise(setImmediate)
    // Only the new folder's list is told, which is empty.
    const filled = told.filter(({ name }) => name === 'readingProgressed').map(({ event }) => event)
    expect(filled).toEqual([{ isReady: true, isComplete: true, done: 0, total: 0 }])
    expect(await rows()).toEqual([])
  })
})

test('a page of an entry is empty until it is written on', async () => {
  const { services } = opened(fakeJournal())
  const { page } = await services.startAnswer()
  expect(page?.entry.sections.every(({ answer }) => JSON.stringify(answer) === JSON.stringify(emptyDocument()))).toBe(
    true,
  )
})

describe('going to another folder', () => {
  test('opens what is there afterwards, and tells its settings', async () => {
    const dark = { ...defaultSettings, theme: 'dark' as const }
    const journals = [fakeJournal([madeEntry(1)]), fakeJournal([madeEntry(2)], dark)]
    const { services, told } = servicesOver(async () => journals.shift() ?? fakeJournal())
    await services.startAnswer()
    told.length = 0
    await services.journalSync.move(async () => {})
    expect(told).toContainEqual({ name: 'settingsChanged', event: { settings: dark } })
    expect(told).toContainEqual({ name: 'opened', event: null })
    await expect(services.pages.read(idOf(2))).resolves.toMatchObject({ entry: { id: idOf(2) } })
  })

  test('that is refused leaves the present journal open and readable', async () => {
    const { services } = servicesOver(async () => fakeJournal([madeEntry(1)]))
    await services.startAnswer()
    const refused = services.journalSync.move(() => Promise.reject(new Failure('not-empty', 'made up')))
    await expect(refused).rejects.toMatchObject({ code: 'not-empty' })
    await expect(services.pages.read(idOf(1))).resolves.toMatchObject({ entry: { id: idOf(1) } })
    await expect(services.entries.trashed()).resolves.toEqual([])
  })
})

test('a page of a journal that was locked is not told that all of it was read', async () => {
  let isLocked = false
  const journal = fakeJournal([madeEntry(1)])
  const { services, filled, told } = servicesOver(async () => {
    if (isLocked) throw new Failure('locked', 'made up')
    return journal
  })
  await services.startAnswer()
  await filled()
  await services.journalSync.move(async () => {
    isLocked = true
  })
  told.splice(0)
  expect(await services.startAnswer()).toMatchObject({ trouble: 'locked', rows: [], notices: [] })
  await new Promise(setImmediate)
  expect(told.map(({ name }) => name)).not.toContain('readingProgressed')
})

describe('words that are not in the journal', () => {
  const keeping = (id: string) => {
    const sent = sentFrom(madeEntry(7, { id, revision: 0 }), { title: 'Not saved' })
    return { kind: 'entry', id, base: 0, words: JSON.stringify(sent) } as const
  }

  test('are told of at the start, and their page of today is the one that opens', async () => {
    const { services, drafts } = opened(fakeJournal())
    await drafts.keep(keeping(idOf(7)))
    const start = await services.startAnswer()
    expect(start).toMatchObject({
      drafts: [{ id: idOf(7), day: '2026-03-02' }],
      page: { entry: { title: 'Not saved' } },
    })
  })

  test('are on the page also while the journal can’t be opened', async () => {
    const { services, drafts } = servicesOver(() => Promise.reject(gone()))
    await drafts.keep(keeping(idOf(7)))
    const start = await services.startAnswer()
    expect(start).toMatchObject({ trouble: 'folder-missing', page: { entry: { id: idOf(7), title: 'Not saved' } } })
  })

  test('that can’t be read are told of at each start', async () => {
    const file = { kind: 'unreachable', file: 'drafts/x.json' } as const
    const store = { ...fakeDraftStore(), list: async () => ({ drafts: [], unread: [file] }) }
    const { services } = servicesOver(async () => fakeJournal(), {}, fakePageDrafts({ store, home: () => null }))
    for (const _start of [1, 2])
      expect((await services.startAnswer()).notices).toEqual([{ ...file, day: null, restored: false }])
  })

  test('know what the last save left as their base', async () => {
    const entry = madeEntry(1)
    const { services, drafts, journal } = opened(fakeJournal([entry]))
    await services.startAnswer()
    await services.entries.save(sentFrom(entry, { title: 'Saved' }))
    await drafts.keep({ ...keeping(entry.id), base: 2 })
    const saved = journal.entries.stored.get(entry.id)
    // Another device saved the same revision, with other words.
    if (saved) journal.entries.stored.set(entry.id, { ...saved, title: 'Theirs' })
    expect((await services.pages.read(entry.id)).draft).toMatchObject({ isConflict: true })
  })
})
