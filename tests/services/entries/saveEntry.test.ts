import { describe, expect, test } from 'vitest'
import { documentOfText } from '#shared/document/document'
import { newDocument, newLink, newParagraph, newText } from '#shared/document/newNodes'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { saveEntry } from '../../../src/main/services/entries/saveEntry'
import { fakeEntryStore } from '../fakeEntryStore'
import { madeEntry, madeSection, sentFrom, setClock } from '../made'

function savesOver(entries: readonly Entry[]) {
  const store = fakeEntryStore(entries)
  const clock = setClock('2026-03-02T18:00:00.000Z', 'Europe/Berlin')
  return { store, save: (sent: ReturnType<typeof sentFrom>) => saveEntry(sent, { entries: store, clock }) }
}

const now = { at: '2026-03-02T18:00:00.000Z', zone: 'Europe/Berlin' }
const unreadable = { root: { type: 'root', children: [{ type: 'drawing', strokes: [1, 2, 3] }] } }

describe('the ids of sections', () => {
  const parts = ['a', 'b', 'c'].map((prompt) => madeSection(prompt, { prompt, question: `${prompt}?`, mood: prompt }))
  const entry = madeEntry(1, { sections: parts })
  const moodsOf = ({ sections }: Entry) => Object.fromEntries(sections.map(({ id, mood }) => [id, mood]))
  const [first, second, third] = sentFrom(entry).sections
  if (!first || !second || !third) throw new Error('three sections')
  const fresh = { prompt: 'a', question: 'a?', practice: null, answer: documentOfText('new') }

  test.each([
    ['reordered', [third, first, second], 'cab'],
    ['fewer', [third], 'c'],
    ['with a new one among them, which asks the same', [fresh, first, second, third], '-abc'],
  ])('stay with them when they are %s', async (_, sections, moods) => {
    const saved = await savesOver([entry]).save(sentFrom(entry, { sections }))
    expect(saved.sections.map(({ mood }) => mood ?? '-').join('')).toBe(moods)
    for (const [id, mood] of Object.entries(moodsOf(saved))) if (mood) expect(moodsOf(entry)[id]).toBe(mood)
    expect(new Set(saved.sections.map(({ id }) => id)).size).toBe(sections.length)
  })

  test('come to an older file with its next save, the same for a page that knows none', async () => {
    const older = { ...entry, sections: entry.sections.map(({ id: _, ...section }) => section) }
    const withoutIds = sentFrom(older).sections.map(({ id: _, ...section }) => section)
    for (const sections of [sentFrom(entry).sections, withoutIds]) {
      const saved = await savesOver([older]).save(sentFrom(older, { sections, title: 'New' }))
      expect(moodsOf(saved)).toEqual(moodsOf(entry))
    }
  })

  test('are new where another question is asked', async () => {
    const asked = { prompt: 'z', question: 'z?', practice: null, answer: first.answer }
    const saved = await savesOver([entry]).save(sentFrom(entry, { sections: [asked, second, third] }))
    expect(Object.keys(moodsOf(entry))).not.toContain(saved.sections[0]?.id)
  })

  test('that come twice from a page stay with the first', async () => {
    const saved = await savesOver([entry]).save(sentFrom(entry, { sections: [first, first] }))
    expect(saved.sections[0]?.id).toBe(first.id)
    expect(saved.sections[1]?.id).not.toBe(first.id)
  })
})

describe('revisions', () => {
  test('a draft is stored as revision 1, begun and updated now', async () => {
    const { save, store } = savesOver([])
    const saved = await save(sentFrom(madeEntry(1, { revision: 0 })))
    expect(saved).toMatchObject({ revision: 1, created: now, updated: now, schema: 1 })
    expect(store.stored.get(saved.id)).toEqual(saved)
  })

  test('a later save goes one on and keeps when it was begun', async () => {
    const entry = madeEntry(1, { revision: 7 })
    const saved = await savesOver([entry]).save(sentFrom(entry, { title: 'New' }))
    expect(saved).toMatchObject({ revision: 8, title: 'New', created: entry.created, updated: now })
  })

  test.each([6, 8])(
    'a page that began from another revision (%i for 7) is a conflict and changes nothing',
    async (base) => {
      const entry = madeEntry(1, { revision: 7 })
      const { save, store } = savesOver([entry])
      await expect(save(sentFrom(entry, { base }))).rejects.toMatchObject({ code: 'conflict' })
      expect(store.stored.get(entry.id)).toEqual(entry)
    },
  )

  test('a draft never replaces an entry that has its id', async () => {
    const entry = madeEntry(1)
    const { save, store } = savesOver([entry])
    await expect(save(sentFrom(entry, { base: 0 }))).rejects.toMatchObject({ code: 'conflict' })
    expect(store.stored.get(entry.id)).toEqual(entry)
  })

  test('a change of an entry that is gone says so', async () => {
    await expect(savesOver([]).save(sentFrom(madeEntry(1)))).rejects.toMatchObject({ code: 'not-found' })
  })

  test("the store's failure is the save's", async () => {
    const { save, store } = savesOver([])
    store.fail(new Failure('disk-full', 'made up'))
    await expect(save(sentFrom(madeEntry(1, { revision: 0 })))).rejects.toMatchObject({ code: 'disk-full' })
  })
})

test('fields that this version does not know stay, in the entry and in each section', async () => {
  const sections = [
    madeSection('one', { prompt: 'a', question: 'A?', mood: 4 }),
    madeSection('two', { prompt: 'b', question: 'B?', weather: { sun: true } }),
  ]
  const entry = madeEntry(1, { sections, place: 'Lyon' })
  const saved = await savesOver([entry]).save(sentFrom(entry, { title: 'x' }))
  expect(saved).toMatchObject({ place: 'Lyon', sections: [{ mood: 4 }, { weather: { sun: true } }] })
})

test('unknown fields do not move to another question', async () => {
  const entry = madeEntry(1, { sections: [madeSection('one', { prompt: 'a', question: 'A?', mood: 4 })] })
  const sent = sentFrom(entry)
  const sections = sent.sections.map((section) => ({ ...section, prompt: 'other' }))
  expect((await savesOver([entry]).save({ ...sent, sections })).sections[0]).not.toHaveProperty('mood')
})

describe('an answer that can not be shown', () => {
  const entry = madeEntry(1, {
    sections: [
      madeSection('shown', { prompt: 'a', question: 'A?' }),
      madeSection('what was drawn', { prompt: 'b', question: 'B?', answer: unreadable }),
    ],
  })

  test('stays as it is on disk, whatever the page sends in its place', async () => {
    const sent = sentFrom(entry)
    const sections = sent.sections.map((section) => ({ ...section, answer: documentOfText('typed over') }))
    const saved = await savesOver([entry]).save({ ...sent, sections })
    expect(saved.sections[1]).toEqual(entry.sections[1])
    expect(saved.sections[0]?.text).toBe('typed over')
  })

  test('can not be left out', async () => {
    const { save, store } = savesOver([entry])
    const sent = sentFrom(entry)
    await expect(save({ ...sent, sections: sent.sections.slice(0, 1) })).rejects.toMatchObject({ code: 'bad-request' })
    expect(store.stored.get(entry.id)).toEqual(entry)
  })

  test('can not be replaced under another question', async () => {
    const { save, store } = savesOver([entry])
    const sent = sentFrom(entry)
    const sections = sent.sections.map((section) => ({ ...section, prompt: 'c', answer: documentOfText('new') }))
    await expect(save({ ...sent, sections })).rejects.toMatchObject({ code: 'bad-request' })
    expect(store.stored.get(entry.id)).toEqual(entry)
  })

  test('is refused when it comes from a page', async () => {
    const { save, store } = savesOver([])
    const draft = madeEntry(2, { revision: 0, sections: [madeSection('', { answer: unreadable })] })
    await expect(save(sentFrom(draft))).rejects.toMatchObject({ code: 'bad-request' })
    expect(store.stored.size).toBe(0)
  })
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'app://journal/index.html',
  'JaVaScRiPt:1',
])('a link to %s is stored as its text', async (url) => {
  const answer = newDocument([newParagraph([newText('See '), newLink(url, [newText('this')])])])
  const draft = madeEntry(1, { revision: 0, sections: [madeSection('', { answer })] })
  const saved = await savesOver([]).save(sentFrom(draft))
  expect(JSON.stringify(saved)).not.toContain('"link"')
  expect(saved.sections[0]?.text).toBe('See this')
})

test('a good link stays', async () => {
  const answer = newDocument([newParagraph([newLink('https://example.com/', [newText('this')])])])
  const draft = madeEntry(1, { revision: 0, sections: [madeSection('', { answer })] })
  expect((await savesOver([]).save(sentFrom(draft))).sections[0]?.answer).toEqual(answer)
})

test('the plain text comes from the answer, never from the page', async () => {
  const answer = newDocument([newParagraph([newText('First')]), newParagraph([newText('Second')])])
  const entry = madeEntry(1, { sections: [madeSection('old words')] })
  const sent = sentFrom(entry)
  const saved = await savesOver([entry]).save({ ...sent, sections: sent.sections.map((one) => ({ ...one, answer })) })
  expect(saved.sections[0]?.text).toBe('First\nSecond')
})
