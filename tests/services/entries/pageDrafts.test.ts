/** Words that the journal does not take: what is kept of them, and what comes back onto which page. */
import { describe, expect, test } from 'vitest'
import type { SavedEntry } from '#shared/contract/entries'
import { documentOfText, emptyDocument } from '#shared/document/document'
import { newDocument, newLink, newParagraph, newText } from '#shared/document/newNodes'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { PageDraftsNeeds } from '../../../src/main/services/entries/pageDrafts'
import type { DraftHome } from '../../../src/main/services/ports/draftStore'
import { fakeDraftStore, fakePageDrafts, home } from '../fakeDraftStore'
import { idOf, madeEntry, madeSection, sentFrom, setClock } from '../made'

function given() {
  const store = fakeDraftStore()
  const told: unknown[] = []
  const clock = setClock()
  const now: { home: DraftHome; isShown: boolean } = { home, isShown: true }
  /** As after a start: nothing is remembered. */
  const start = (part: Partial<PageDraftsNeeds> = {}) =>
    fakePageDrafts({
      store,
      clock,
      emit: (_, event) => void told.push(event),
      home: () => now.home,
      isShown: () => now.isShown,
      ...part,
    })
  return { store, told, clock, now, start }
}

const keeping = (sent: SavedEntry, base = sent.base) =>
  ({ kind: 'entry', id: sent.id, base, words: JSON.stringify(sent) }) as const
const answered = (entry: Entry, text: string, part: Partial<SavedEntry> = {}) =>
  sentFrom(entry, { sections: sentFrom({ ...entry, sections: [madeSection(text)] }).sections, ...part })

/** A code block that holds a paragraph: what a save refuses. */
const refused = {
  root: {
    ...emptyDocument().root,
    children: [{ type: 'code', version: 1, children: documentOfText('in a code block').root.children }],
  },
}

test('a file of another kind that can’t be read hides none of them', async () => {
  const { start } = given()
  const drafts = start({
    async hasFormer() {
      throw new Failure('disk-error', 'EIO')
    },
  })
  const entry = madeEntry(1)
  await drafts.keep(keeping(sentFrom(entry)))
  expect(await drafts.look()).toEqual({ drafts: [{ kind: 'entry', id: entry.id, day: entry.day }], notices: [] })
})

describe('what is kept', () => {
  test('are the words as they were sent, their plain text, and what they began from', async () => {
    const { store, start } = given()
    const drafts = start()
    const entry = madeEntry(1, { revision: 4 })
    await drafts.onto(entry.id, entry)
    const sent = answered(entry, 'New words', { title: 'Its title' })
    await drafts.keep(keeping(sent))
    expect([...store.stored.values()]).toEqual([
      {
        journal: home,
        kind: 'entry',
        id: entry.id,
        base: 4,
        basis: expect.stringMatching(/^[A-Za-z0-9+/]{22}$/),
        kept: setClock().now(),
        words: sent,
        text: 'Its title\nNew words',
      },
    ])
  })

  test('is also what a save would refuse', async () => {
    const { store, start } = given()
    const entry = madeEntry(1)
    const [section] = sentFrom(entry).sections
    if (!section) throw new Error('no section')
    await start().keep(keeping(sentFrom(entry, { sections: [{ ...section, answer: refused }] })))
    await start().keep({ kind: 'entry', id: idOf(2), base: 0, words: '[[{"text":"no page at all"}]]' })
    expect([...store.stored.values()].map(({ text }) => text)).toEqual(['in a code block', 'no page at all'])
  })

  test('is nothing that is no JSON', async () => {
    const { store, start } = given()
    const cut = { kind: 'entry', id: idOf(1), base: 0, words: '{"title":"cut o' } as const
    await expect(start().keep(cut)).rejects.toMatchObject({ code: 'bad-request' })
    expect(store.stored.size).toBe(0)
  })

  test('that the disk does not take, says so', async () => {
    const { store, start } = given()
    store.fail(new Failure('disk-full', 'made up'))
    await expect(start().keep(keeping(answered(madeEntry(1), 'a')))).rejects.toMatchObject({ code: 'disk-full' })
  })

  test('is told once for each page, and when it is gone', async () => {
    const { told, start } = given()
    const drafts = start()
    const entry = madeEntry(1, { day: '2026-02-20' })
    for (const text of ['a', 'ab', 'abc']) await drafts.keep(keeping(answered(entry, text)))
    const row = { kind: 'entry', id: entry.id, day: '2026-02-20' }
    expect(told).toEqual([{ drafts: [row] }])
    expect((await drafts.look()).drafts).toEqual([row])
    await drafts.drop({ kind: 'entry', id: entry.id })
    expect(told.at(-1)).toEqual({ drafts: [] })
  })
})

describe('what comes back', () => {
  async function restarted(entry: Entry, sent: SavedEntry) {
    const all = given()
    const before = all.start()
    await before.onto(entry.id, entry)
    await before.keep(keeping(sent))
    return { ...all, drafts: all.start() }
  }

  test('stands on its page where that is as it was, whatever its revision', async () => {
    const entry = madeEntry(1, { revision: 4, day: '2026-02-20' })
    const { drafts } = await restarted(entry, answered(entry, 'New words', { title: 'T', day: '2026-02-21' }))
    for (const revision of [4, 5]) {
      const page = await drafts.onto(entry.id, { ...entry, revision, unknown: 'kept' })
      expect(page?.draft).toMatchObject({ isConflict: false, isPlain: false, stored: { revision } })
      expect(page?.entry).toMatchObject({ revision, title: 'T', day: '2026-02-21', unknown: 'kept' })
      expect(page?.entry.sections).toMatchObject([{ text: 'New words', answer: documentOfText('New words') }])
    }
  })

  test('is there also where it is a title alone, of a page that the journal has and of one that it has not', async () => {
    const entry = madeEntry(1, { revision: 4 })
    const { drafts } = await restarted(entry, sentFrom(entry, { title: 'Only a title' }))
    expect((await drafts.onto(entry.id, entry))?.entry).toMatchObject({ title: 'Only a title', revision: 4 })
    const fresh = madeEntry(2, { revision: 0, sections: [madeSection('')] })
    const { drafts: begun } = await restarted(fresh, sentFrom(fresh, { title: 'New' }))
    expect((await begun.look()).drafts).toHaveLength(1)
    expect((await begun.onto(fresh.id, null))?.entry).toMatchObject({ title: 'New', revision: 0 })
  })

  test.each<[string, Partial<Entry>]>([
    ['words, with the same revision', { sections: [madeSection('Theirs')] }],
    ['words, with a revision more', { revision: 5, sections: [madeSection('Theirs')] }],
    ['a title', { title: 'Theirs' }],
    ['a day', { day: '2026-02-20' }],
  ])('waits for a choice where the page has other %s', async (_, part) => {
    const entry = madeEntry(1, { revision: 4 })
    const { drafts, store, start } = await restarted(entry, answered(entry, 'Mine'))
    const theirs = { ...entry, ...part }
    const page = await drafts.onto(entry.id, theirs)
    expect(page?.draft).toEqual({ stored: theirs, isConflict: true, isPlain: false })
    // From where it began: a save that does not know of theirs is refused.
    expect(page?.entry).toMatchObject({ revision: 4, sections: [{ text: 'Mine' }] })
    // Typed on, and started again once more: it is still so.
    await drafts.keep(keeping(answered(entry, 'Mine, and more')))
    expect(store.stored.size).toBe(1)
    expect((await start().onto(entry.id, theirs))?.draft).toMatchObject({ isConflict: true })
    expect((await start().onto(entry.id, entry))?.draft).toMatchObject({ isConflict: false })
  })

  test('is nothing, and gone, where the page has these words already', async () => {
    const entry = madeEntry(1, { revision: 4 })
    const sent = answered(entry, 'New words')
    const { drafts, store } = await restarted(entry, sent)
    const saved = { ...entry, revision: 5, sections: [madeSection('New words')] }
    expect(await drafts.onto(entry.id, saved)).toBeNull()
    expect(store.stored.size).toBe(0)
  })

  test('of links comes as a save would have stored them', async () => {
    const entry = madeEntry(1, { revision: 4 })
    const link = { ...newLink('https://x.example/', [newText('a')]), url: 'javascript:x' }
    const withLink = newDocument([newParagraph([link])])
    const answer = newDocument([newParagraph([newText('a')])])
    const [section] = sentFrom(entry).sections
    if (!section) throw new Error('no section')
    const { drafts } = await restarted(entry, sentFrom(entry, { sections: [{ ...section, answer: withLink }] }))
    expect((await drafts.onto(entry.id, entry))?.entry.sections).toEqual([{ ...section, answer, text: 'a' }])
  })

  test('is plain text where it can’t be shown as it was', async () => {
    const entry = madeEntry(1, { revision: 4, sections: [madeSection('one'), madeSection('two')] })
    const sent = sentFrom(entry)
    const sections = sent.sections.map((section, at) => (at === 0 ? { ...section, answer: refused } : section))
    const { drafts } = await restarted(entry, { ...sent, sections })
    const page = await drafts.onto(entry.id, entry)
    expect(page?.draft).toMatchObject({ isConflict: false, isPlain: true })
    expect(page?.entry.sections).toMatchObject([
      { text: 'in a code block', answer: documentOfText('in a code block') },
      { text: 'two' },
    ])
  })

  test('leaves alone what the page could not show before', async () => {
    const strange = { root: { type: 'root', children: [{ type: 'from the future' }] } }
    const entry = madeEntry(1, {
      revision: 4,
      sections: [madeSection('a'), madeSection('kept words', { answer: strange })],
    })
    const { drafts } = await restarted(entry, sentFrom(entry, { title: 'T' }))
    const page = await drafts.onto(entry.id, entry)
    expect(page?.draft).toMatchObject({ isPlain: false, isConflict: false })
    expect(page?.entry.sections[1]).toMatchObject({ answer: strange, text: 'kept words' })
  })

  test('waits for a choice, all words as text, where not even its questions can be read', async () => {
    const service = given().start()
    const entry = madeEntry(1, { title: 'T', template: 'weekly' })
    await service.keep({ kind: 'entry', id: entry.id, base: 1, words: '{"pages":[{"text":"what is left"}]}' })
    const page = await service.onto(entry.id, entry)
    expect(page?.draft).toMatchObject({ isConflict: true, isPlain: true })
    expect(page?.entry).toMatchObject({ title: 'T', template: 'weekly', sections: [{ text: 'what is left' }] })
  })

  test('stands alone where the journal has no such page', async () => {
    const { start } = given()
    await start().keep(keeping(answered(madeEntry(1, { revision: 0 }), 'Never saved')))
    const page = await start().onto(idOf(1), null)
    expect(page).toMatchObject({
      entry: { revision: 0, day: '2026-03-02', sections: [{ text: 'Never saved' }] },
      draft: { stored: null, isConflict: false },
    })
  })
})

describe('whose it is', () => {
  test('a draft of another journal is not shown', async () => {
    const { now, start } = given()
    await start().keep(keeping(answered(madeEntry(1), 'a')))
    now.home = '11111111-1111-4111-8111-111111111111'
    expect((await start().look()).drafts).toEqual([])
    expect(await start().onto(idOf(1), madeEntry(1))).toBeNull()
  })

  test('what was written before any journal could be opened belongs to the one that is', async () => {
    const { now, start, store } = given()
    now.home = null
    await start().keep(keeping(answered(madeEntry(1), 'a', { base: 0 })))
    now.home = home
    const drafts = start()
    expect((await drafts.look()).drafts).toMatchObject([{ id: idOf(1) }])
    expect(await drafts.ofDay('2026-03-02')).toMatchObject([{ id: idOf(1), template: 'daily' }])
    await drafts.drop({ kind: 'entry', id: idOf(1) })
    expect(store.stored.size).toBe(0)
  })

  test('words that are saved in the journal opened next leave no draft in the one before', async () => {
    const { now, start, store } = given()
    const drafts = start()
    await drafts.keep(keeping(answered(madeEntry(1), 'a')))
    now.home = '11111111-1111-4111-8111-111111111111'
    await drafts.drop({ kind: 'entry', id: idOf(1) })
    expect(store.stored.size).toBe(0)
  })

  test('while the journal is locked nothing is shown', async () => {
    const { now, start } = given()
    const drafts = start()
    await drafts.keep(keeping(answered(madeEntry(1), 'a')))
    now.isShown = false
    expect([(await drafts.look()).drafts, await drafts.ofDay('2026-03-02'), await drafts.onto(idOf(1), null)]).toEqual([
      [],
      [],
      null,
    ])
  })
})
