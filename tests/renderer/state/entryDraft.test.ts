import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  answerFlushes,
  followAnswers,
  followStars,
  saveOpenPage,
  untilStored,
  useWatched,
  watchEntryDraft,
} from '../../../src/renderer/state/draft/autosaveWatch'
import { createEntryDraft, type EntryDraft } from '../../../src/renderer/state/draft/entryDraft'
import { openToday, showPage, useOpenPage } from '../../../src/renderer/state/layout/openPageStore'
import type { OpenPage, SavedEntry } from '../../../src/shared/contract/entries'
import { type AnswerDocument, documentOfText, emptyDocument } from '../../../src/shared/document/document'
import { newDocument } from '../../../src/shared/document/newNodes'
import { plainText } from '../../../src/shared/document/plainText'
import type { Entry } from '../../../src/shared/domain/entry/entry'
import type { FailureCode } from '../../../src/shared/domain/failure'
import { gate } from '../../services/made'

const moment = { at: '2026-11-24T15:45:00Z', zone: 'Europe/Berlin' }
const unreadable = { root: { type: 'root', children: [{ type: 'from the future', version: 9 }] } }

function entry(revision: number): Entry {
  const section = {
    prompt: 'daily.delivered',
    question: 'What?',
    practice: 'delivery',
    answer: emptyDocument(),
    text: '',
  } as const
  return {
    schema: 1,
    id: '0190a0b0-0000-7000-8000-000000000001',
    day: '2026-11-24',
    created: moment,
    updated: moment,
    template: 'daily',
    title: '',
    starred: false,
    revision,
    sections: [
      section,
      { ...section, prompt: null, question: null, practice: null, answer: unreadable, text: 'kept words' },
    ],
  }
}

const page = (revision: number): OpenPage => ({
  entry: entry(revision),
  draft: null,
  fromBefore: null,
  alternatives: [],
})

/** Main as the page sees it: remembers what was asked, fails when told to. */
const main = {
  saved: [] as SavedEntry[],
  asked: [] as [string, unknown][],
  fails: null as FailureCode | null,
  /** Whether this device takes no drafts either. */
  refusesDrafts: false,
  /** A save is answered when this is. */
  hangs: null as Promise<void> | null,
  /** What another writer has put there. */
  disk: null as Entry | null,
  listeners: new Map<string, (event: unknown) => void>(),
  async request(name: string, payload: unknown) {
    main.asked.push([name, payload])
    if (name === 'entries.read' && main.disk) return { ok: true, value: { entry: main.disk } }
    if (name === 'drafts.keep' && main.refusesDrafts) return { ok: false, failure: { code: 'disk-full' } }
    if (name !== 'entries.save') return { ok: true, value: answers[name] ?? null }
    if (main.fails) return { ok: false, failure: { code: main.fails } }
    await main.hangs
    // The page's own types made it.
    const saved = payload as SavedEntry
    if (main.disk && main.disk.revision !== saved.base) return { ok: false, failure: { code: 'conflict' } }
    main.disk = null
    main.saved.push(saved)
    return { ok: true, value: { revision: saved.base + 1 } }
  },
  on(name: string, listener: (event: unknown) => void) {
    main.listeners.set(name, listener)
    return () => void main.listeners.delete(name)
  },
}
const draftId = '0190a0b0-0000-7000-8000-00000000000f'
const answers: Record<string, unknown> = {
  'entries.draft': { ...page(0), entry: { ...entry(0), id: draftId } },
  'entries.today': page(0),
}

let entryDraft: EntryDraft
let release: () => void = () => {}
let endAnswers: () => void = () => {}
function open(revision: number): void {
  entryDraft = createEntryDraft(page(revision), (section, blocks, isWhole) => {
    if (editor.refuses) return false
    const before = isWhole || editor.words === '' ? [] : documentOfText(editor.words).root.children
    const document = newDocument([...before, ...blocks])
    editor.words = plainText(document)
    entryDraft.answered(section, () => document)
    return true
  })
  release = watchEntryDraft(entryDraft)
}

/** What the first section's editor holds. */
const editor = { words: '', refuses: false }

beforeEach(() => {
  vi.useFakeTimers()
  Object.defineProperty(window, 'journal', { value: main, configurable: true })
  Object.assign(main, { saved: [], asked: [], fails: null, disk: null, refusesDrafts: false, hangs: null })
  Object.assign(editor, { words: '', refuses: false })
  const ends = [answerFlushes(), followAnswers(), followStars()]
  endAnswers = () => {
    for (const end of ends) end()
  }
})
afterEach(() => {
  entryDraft.autosave.stop()
  release()
  endAnswers()
  vi.useRealTimers()
})

const write = (words: string) => {
  editor.words = words
  entryDraft.answered(0, () => documentOfText(words))
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('a new page', () => {
  beforeEach(() => open(0))

  test('is not stored for a star, a day or spaces', async () => {
    entryDraft.change({ starred: true })
    entryDraft.change({ day: '2026-11-20' })
    write('  \n ')
    await pass(2_000)
    expect(main.saved).toEqual([])
    expect(entryDraft.store.getState().status).toEqual({ kind: 'new' })
  })

  test('is stored for its first words, with the star it got before', async () => {
    entryDraft.change({ starred: true })
    write('a')
    await pass(2_000)
    expect(main.saved).toMatchObject([{ base: 0, starred: true, day: '2026-11-24', template: 'daily' }])
    expect(entryDraft.store.getState()).toMatchObject({ revision: 1, status: { kind: 'saved' } })
  })

  test('is stored for its title', async () => {
    entryDraft.change({ title: 'A title' })
    await pass(2_000)
    expect(main.saved.length).toBe(1)
  })

  test('once stored, is stored again when its words are gone', async () => {
    write('a')
    await pass(2_000)
    write('')
    await pass(2_000)
    expect(main.saved.map(({ base }) => base)).toEqual([0, 1])
  })
})

describe('a stored page', () => {
  beforeEach(() => open(4))

  test('is not stored for being opened and left', async () => {
    await pass(5_000)
    expect(await saveOpenPage()).toBe(true)
    expect(main.saved).toEqual([])
  })

  test('counts its revisions from the one it was opened with', async () => {
    write('a')
    await pass(1_000)
    write('b')
    await pass(1_000)
    expect(main.saved.map(({ base }) => base)).toEqual([4, 5])
  })

  test('reads the answer only when it is time', async () => {
    const read = vi.fn(() => documentOfText('a'))
    for (let key = 0; key < 5; key += 1) entryDraft.answered(0, read)
    expect(read).not.toHaveBeenCalled()
    await pass(1_000)
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('sends an answer it could not show as it is', async () => {
    write('a')
    await pass(1_000)
    expect(main.saved[0]?.sections[1]?.answer).toBe(unreadable)
  })

  test('its text has the title, the questions and all words', () => {
    entryDraft.change({ title: 'T' })
    write('a')
    expect(entryDraft.text()).toBe('T\n\nWhat?\n\na\n\nkept words')
  })

  test('its text has nothing of an answer that was emptied', () => {
    const [first] = entry(4).sections
    if (!first) throw new Error('the page has no section')
    const once = { ...first, answer: documentOfText('old words'), text: 'old words' }
    const written = createEntryDraft({ ...page(4), entry: { ...entry(4), sections: [once] } })
    expect(written.text()).toContain('old words')
    written.answered(0, emptyDocument)
    expect(written.text()).toBe('')
    written.autosave.stop()
  })
})

describe('leaving', () => {
  test('waits until the words are stored', async () => {
    open(4)
    write('a')
    await openToday()
    expect(main.asked.map(([name]) => name)).toEqual(['entries.save', 'entries.today'])
  })

  test('stays when they can’t be', async () => {
    open(4)
    showPage(page(4))
    main.fails = 'disk-full'
    write('a')
    const { opening } = useOpenPage.getState()
    await openToday()
    expect(useOpenPage.getState().opening).toBe(opening)
    expect(main.asked.map(([name]) => name)).toEqual(['entries.save', 'drafts.keep'])
  })

  test.each([
    ['the window is hidden', () => hide()],
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the caret leaves an answer', () => document.dispatchEvent(new Event('focusout'))],
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['main asks', () => main.listeners.get('flushAsked')?.(null)],
  ])('stores at once when %s', async (_, happens) => {
    open(4)
    write('a')
    happens()
    await pass(0)
    expect(main.saved.length).toBe(1)
  })

  test('tells main what could not be stored', async () => {
    open(4)
    write('a')
    main.listeners.get('flushAsked')?.(null)
    await pass(0)
    main.fails = 'read-only'
    write('b')
    main.listeners.get('flushAsked')?.(null)
    await pass(0)
    main.refusesDrafts = true
    write('c')
    main.listeners.get('flushAsked')?.(null)
    await pass(0)
    const told = main.asked.filter(([name]) => name === 'page.flushed').map(([, payload]) => payload)
    // What is kept on this device is safe.
    expect(told).toEqual([{ unsaved: 0 }, { unsaved: 0 }, { unsaved: 1 }])
  })

  test('a page that is taken from the screen stores what is left', async () => {
    open(4)
    write('a')
    release()
    await pass(0)
    expect(main.saved.length).toBe(1)
    write('b')
    await pass(60_000)
    expect(main.saved.length).toBe(1)
    expect(useWatched.getState().entryDrafts).toEqual([])
  })

  test('a page that is taken from the screen while the disk is full is kept, counted and stored later', async () => {
    open(4)
    main.fails = 'disk-full'
    main.refusesDrafts = true
    write('a')
    release()
    await pass(0)
    expect(useWatched.getState().entryDrafts).toEqual([entryDraft])
    expect(entryDraft.store.getState().status).toEqual({ kind: 'failed', code: 'disk-full' })
    main.listeners.get('flushAsked')?.(null)
    await pass(0)
    expect(main.asked.at(-1)).toEqual(['page.flushed', { unsaved: 1 }])
    main.fails = null
    await pass(60_000)
    expect(main.saved).toMatchObject([{ base: 4 }])
    expect(useWatched.getState().entryDrafts).toEqual([])
  })

  test('what is given up is neither stored nor kept', async () => {
    open(4)
    main.fails = 'disk-full'
    write('a')
    release()
    await pass(0)
    entryDraft.autosave.stop()
    main.fails = null
    await pass(60_000)
    expect(main.saved).toEqual([])
    expect(useWatched.getState().entryDrafts).toEqual([])
  })

  test('whoever waits until its words are stored hears of it when they are, or were given up', async () => {
    open(4)
    main.fails = 'disk-full'
    write('a')
    const heard = vi.fn()
    void untilStored(entryDraft).then(heard)
    await pass(0)
    expect(heard).not.toHaveBeenCalled()
    main.fails = null
    await pass(60_000)
    expect(heard.mock.calls).toEqual([[true]])
    main.fails = 'disk-full'
    write('b')
    void untilStored(entryDraft).then(heard)
    await pass(0)
    entryDraft.autosave.stop()
    await pass(0)
    expect(heard.mock.calls).toEqual([[true], [false]])
  })

  test('main is answered also while no page is open', async () => {
    open(4)
    release()
    await pass(0)
    main.listeners.get('flushAsked')?.(null)
    await pass(0)
    expect(main.asked.at(-1)).toEqual(['page.flushed', { unsaved: 0 }])
  })
})

describe('a star that comes from elsewhere', () => {
  const tell = (revision: number, starred = true) =>
    main.listeners.get('entriesStarred')?.({ rows: [{ id: entry(4).id, revision, starred }] })

  test('is shown, and what is typed next follows its revision', async () => {
    open(4)
    tell(5)
    expect(entryDraft.store.getState()).toMatchObject({ starred: true, revision: 5, status: { kind: 'saved' } })
    await pass(5_000)
    expect(main.saved).toEqual([])
    write('a')
    await pass(1_000)
    expect(main.saved).toMatchObject([{ base: 5, starred: true }])
  })

  test('leaves what is typed and not stored yet, which follows it', async () => {
    open(4)
    write('typed')
    tell(5)
    await pass(1_000)
    expect(main.saved).toMatchObject([{ base: 5, starred: true }])
    expect(main.saved[0]?.sections[0]?.answer).toEqual(documentOfText('typed'))
  })

  test('heard before the answer to a save that it follows, is taken over with that answer', async () => {
    open(4)
    write('a')
    const saved = saveOpenPage()
    tell(6)
    expect(entryDraft.store.getState()).toMatchObject({ starred: false, revision: 4 })
    await saved
    expect(entryDraft.store.getState()).toMatchObject({ starred: true, revision: 6 })
  })

  test('does not hide that another program changed the entry before it', async () => {
    open(4)
    tell(6)
    expect(entryDraft.store.getState()).toMatchObject({ starred: false, revision: 4 })
  })

  test('not heard of at all, makes no conflict where nothing else changed', async () => {
    open(4)
    write('typed')
    main.disk = { ...entry(5), starred: true }
    await pass(1_000)
    expect(main.saved).toMatchObject([{ base: 5, starred: true }])
    expect(main.saved[0]?.sections[0]?.answer).toEqual(documentOfText('typed'))
    expect(entryDraft.store.getState().status).toEqual({ kind: 'saved' })
  })

  test.each([
    ['title', { title: 'Theirs' }],
    ['day', { day: '2026-11-20' }],
    ['words', { sections: entry(5).sections.map((section) => ({ ...section, answer: documentOfText('theirs') })) }],
  ])('with another %s beside it is a conflict', async (_, part) => {
    open(4)
    write('typed')
    main.disk = { ...entry(5), starred: true, ...part }
    await pass(1_000)
    expect(main.saved).toEqual([])
    expect(entryDraft.store.getState()).toMatchObject({ revision: 4, status: { kind: 'conflict' } })
  })
})

describe('what the journal does not take', () => {
  const drafts = () => main.asked.filter(([name]) => name.startsWith('drafts.'))
  /** What the last draft holds. */
  const drafted = (): SavedEntry | null => {
    const [name, payload] = drafts().at(-1) ?? []
    // The page's own types made it.
    return name === 'drafts.keep' ? JSON.parse((payload as { words: string }).words) : null
  }
  const wordsIn = (saved: SavedEntry | null) => saved?.sections[0]?.answer

  test.each<FailureCode>([
    'bad-request',
    'conflict',
    'disk-full',
    'read-only',
    'folder-missing',
    'in-use',
    'too-large',
    'newer-schema',
    'not-found',
    'locked',
    'disk-error',
    'unexpected',
  ])('is on this device within a second, and so is what is typed on: %s', async (code) => {
    open(4)
    main.fails = code
    write('a')
    await pass(1_000)
    expect(main.asked).toContainEqual(['drafts.keep', expect.objectContaining({ kind: 'entry', base: 4 })])
    expect(wordsIn(drafted())).toEqual(documentOfText('a'))
    expect(entryDraft.store.getState().kept).toBe('kept')
    write('a b')
    await pass(1_000)
    expect(wordsIn(drafted())).toEqual(documentOfText('a b'))
    entryDraft.change({ title: 'T' })
    await pass(1_000)
    expect(drafted()).toMatchObject({ title: 'T', id: entry(4).id, base: 4 })
  })

  test.each<FailureCode>([
    'conflict',
    'in-use',
    'lock-changed',
    'key-missing',
    'being-written',
    'elsewhere',
    'unreadable',
  ])('is kept within a second also where it is a title alone, of a new page too: %s', async (code) => {
    for (const revision of [0, 4]) {
      open(revision)
      main.fails = code
      entryDraft.change({ title: 'Only a title' })
      await pass(1_000)
      expect(drafted()).toMatchObject({ title: 'Only a title', base: revision })
      expect(entryDraft.store.getState().kept).toBe('kept')
      entryDraft.autosave.stop()
      release()
    }
  })

  test('is dropped once it is saved, and not before', async () => {
    open(4)
    main.fails = 'disk-full'
    write('a')
    await pass(1_000)
    expect(drafts().map(([name]) => name)).toEqual(['drafts.keep'])
    main.fails = null
    await pass(60_000)
    expect(main.saved).toHaveLength(1)
    const names = main.asked.map(([name]) => name)
    expect(names.indexOf('drafts.drop')).toBeGreaterThan(names.lastIndexOf('entries.save'))
    expect(entryDraft.store.getState().kept).toBe('unsure')
    write('b')
    await pass(1_000)
    expect(drafts().map(([name]) => name)).toEqual(['drafts.keep', 'drafts.drop'])
  })

  test('is dropped when it is given up', async () => {
    open(4)
    main.fails = 'conflict'
    write('a')
    await pass(1_000)
    write('b')
    entryDraft.autosave.stop()
    await pass(60_000)
    expect(drafts().at(-1)?.[0]).toBe('drafts.drop')
    expect(drafts().filter(([name]) => name === 'drafts.keep')).toHaveLength(1)
  })

  test('is kept also while a save is not answered', async () => {
    open(4)
    const disk = gate()
    main.hangs = disk.opened
    write('a')
    await pass(2_500)
    expect(wordsIn(drafted())).toEqual(documentOfText('a'))
    write('a b')
    await pass(1_000)
    expect(wordsIn(drafted())).toEqual(documentOfText('a b'))
    expect(entryDraft.store.getState().status).toEqual({ kind: 'saving' })
    // Whoever ends the app need not wait for that disk.
    expect(await entryDraft.flush()).toBe(true)
    disk.open()
    await pass(1_000)
    expect(drafted()).toBeNull()
    expect(entryDraft.store.getState().status).toEqual({ kind: 'saved' })
  })

  test('is on its way at once when the page goes', async () => {
    open(4)
    main.fails = 'conflict'
    write('a')
    await pass(1_000)
    write('the last key')
    window.dispatchEvent(new Event('pagehide'))
    await Promise.resolve()
    expect(wordsIn(drafted())).toEqual(documentOfText('the last key'))
  })

  test('is nothing where a new page is empty again', async () => {
    open(0)
    main.fails = 'disk-full'
    write('a')
    await pass(1_000)
    write('')
    await pass(1_000)
    expect(drafted()).toBeNull()
    await pass(60_000)
    expect(entryDraft.store.getState().status).toEqual({ kind: 'new' })
  })

  test('of an answer that a save refuses are the words that are copied and kept both', async () => {
    open(4)
    const [block] = documentOfText('in a code block').root.children
    entryDraft.answered(0, () => ({
      root: { ...emptyDocument().root, children: [{ type: 'code', children: [block] }] },
    }))
    expect(entryDraft.text()).toContain('in a code block')
    await entryDraft.keepAsNew()
    expect(main.saved[0]?.sections[0]?.answer).toEqual(documentOfText('in a code block'))
  })

  test('keeping both drops the draft of the page that stays', async () => {
    open(4)
    main.fails = 'conflict'
    write('mine')
    await pass(1_000)
    main.fails = null
    await entryDraft.keepAsNew()
    await pass(0)
    expect(drafts().at(-1)).toEqual(['drafts.drop', { kind: 'entry', id: entry(4).id }])
  })
})

describe('words that came back', () => {
  const [section] = entry(4).sections
  if (!section) throw new Error('the page has no section')
  const withWords = { ...entry(4), sections: [{ ...section, answer: documentOfText('came back'), text: 'came back' }] }
  function openWith(isConflict: boolean): void {
    entryDraft = createEntryDraft({
      ...page(4),
      entry: withWords,
      draft: { stored: entry(4), isConflict, isPlain: false },
    })
    release = watchEntryDraft(entryDraft)
  }

  test('are saved like what is typed, and their draft goes', async () => {
    openWith(false)
    await pass(1_000)
    expect(main.saved).toMatchObject([{ base: 4, sections: [{ answer: documentOfText('came back') }] }])
    expect(main.asked.map(([name]) => name)).toEqual(['entries.save', 'drafts.drop'])
  })

  test('follow a star that was given meanwhile', async () => {
    openWith(false)
    main.disk = { ...entry(5), starred: true }
    await pass(1_000)
    expect(main.saved).toMatchObject([{ base: 5, starred: true }])
  })

  test('wait for a choice where the page has others, also when they are typed on', async () => {
    openWith(true)
    expect(entryDraft.store.getState()).toMatchObject({ status: { kind: 'conflict' }, kept: 'kept' })
    write('came back, and more')
    await pass(60_000)
    expect(main.asked.map(([name]) => name)).toEqual(['drafts.keep'])
  })

  test('become a page of their own when both are kept, also untouched', async () => {
    openWith(true)
    await entryDraft.keepAsNew()
    expect(main.saved).toMatchObject([{ id: draftId, base: 0, sections: [{ answer: documentOfText('came back') }] }])
  })
})

test('keeping both stores the page’s words under a new id, and goes on there', async () => {
  open(4)
  showPage(page(4))
  const { opening } = useOpenPage.getState()
  main.fails = 'conflict'
  write('mine')
  await pass(1_000)
  expect(entryDraft.store.getState().status).toEqual({ kind: 'conflict' })
  main.fails = null
  await entryDraft.keepAsNew()
  expect(main.saved).toMatchObject([{ id: draftId, base: 0 }])
  // What can't be shown can't be stored anew: its words are.
  expect(main.saved[0]?.sections[1]?.answer).toEqual(documentOfText('kept words'))
  expect(useOpenPage.getState()).toMatchObject({ opening, page: { entry: { id: draftId } } })
  write('mine too')
  await pass(1_000)
  expect(main.saved[1]).toMatchObject({ id: draftId, base: 1 })
})

function hide(): void {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('an answer from outside of the window', () => {
  const row = { id: entry(4).id, day: '2026-11-24', template: 'daily', revision: 5 }
  const placed = (words: string, part: Partial<Entry> = {}): Entry => {
    const [first, ...others] = entry(4).sections
    const sections = first ? [{ ...first, answer: documentOfText(words), text: words }, ...others] : []
    return { ...entry(5), sections, placedAnswers: ['0190a0b0-0000-7000-8000-000000000099'], ...part }
  }
  async function arrives(theirs: Entry) {
    main.disk = theirs
    main.listeners.get('answerPlaced')?.({ row: { ...row, revision: theirs.revision } })
    await pass(1_000)
  }
  const lastSaved = () => plainText(main.saved.at(-1)?.sections[0]?.answer as AnswerDocument)

  test('stands in an untouched section at once, and the next save follows it', async () => {
    open(4)
    await arrives(placed('From the terminal'))
    expect(editor.words).toBe('From the terminal')
    expect(entryDraft.store.getState().status).toEqual({ kind: 'saved' })
    expect(main.saved.map(({ base }) => base)).toEqual([5])
    expect(lastSaved()).toBe('From the terminal')
  })

  test('stands after what is being typed there, in which order the two reach the disk', async () => {
    open(4)
    write('Typed here')
    await arrives(placed('From the terminal'))
    expect(editor.words).toBe('Typed here\nFrom the terminal')
    expect(lastSaved()).toBe('Typed here\nFrom the terminal')
    expect(entryDraft.store.getState().status).toEqual({ kind: 'saved' })
  })

  test('adds only what the page has not seen', async () => {
    open(4)
    write('Typed here')
    await pass(1_000)
    write('Typed here and on')
    await arrives(placed('Typed here\nFrom the terminal', { revision: 6 }))
    expect(editor.words).toBe('Typed here and on\nFrom the terminal')
  })

  test('stands in the place of one that its writer saw and started anew', async () => {
    open(4)
    write('Old')
    await pass(1_000)
    await arrives(placed('New', { revision: 6 }))
    expect(editor.words).toBe('New')
    expect(lastSaved()).toBe('New')
  })

  test('of which the page hears by a refused save alone is taken all the same', async () => {
    open(4)
    main.disk = placed('From the terminal')
    write('Typed here')
    await pass(1_000)
    expect(lastSaved()).toBe('Typed here\nFrom the terminal')
    expect(entryDraft.store.getState().status).toEqual({ kind: 'saved' })
  })

  test.each([
    ['another program changed the same answer', { placedAnswers: [] }],
    ['the title is another too', { title: 'Theirs' }],
  ])('is a conflict when %s', async (_, part) => {
    open(4)
    write('Typed here')
    await arrives(placed('From elsewhere', part))
    expect(entryDraft.store.getState().status).toEqual({ kind: 'conflict' })
    expect(editor.words).toBe('Typed here')
    expect(main.saved).toEqual([])
  })

  test('that the editor does not take is a conflict', async () => {
    open(4)
    editor.refuses = true
    write('Typed here')
    await arrives(placed('From the terminal'))
    expect(entryDraft.store.getState().status).toEqual({ kind: 'conflict' })
  })

  test('opens its page where that was begun and holds no word yet', async () => {
    open(0)
    showPage(page(0))
    const other = placed('From the terminal', { id: draftId })
    main.disk = other
    main.listeners.get('answerPlaced')?.({ row: { ...row, id: draftId } })
    await pass(0)
    expect(useOpenPage.getState().page?.entry.id).toBe(draftId)
  })

  test('leaves a page with words, and one of another day or template, as it is', async () => {
    for (const [words, part] of [
      ['a', {}],
      ['', { day: '2026-11-23' }],
      ['', { template: 'weekly' }],
    ] as const) {
      open(0)
      showPage(page(0))
      if (words) write(words)
      main.disk = null
      main.listeners.get('answerPlaced')?.({ row: { ...row, id: draftId, ...part } })
      await pass(0)
      expect(useOpenPage.getState().page?.entry.id).toBe(entry(0).id)
      entryDraft.autosave.stop()
      release()
    }
  })
})
