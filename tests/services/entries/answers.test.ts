/** Answers from outside of the window, brought to their pages while the journal is in use. */
import { describe, expect, test, vi } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { Failure } from '#shared/domain/failure'
import { createAnswers } from '../../../src/main/services/entries/answers'
import { fakeEntryStore } from '../fakeEntryStore'
import { fakeAnswers, idOf, madeAnswer, madeEntry, madeSection, numberedIds, setClock } from '../made'

function made(left: readonly WaitingAnswer[], stored: readonly Entry[] = []) {
  const entries = fakeEntryStore(stored)
  const inbox = fakeAnswers(left)
  let open = inbox
  const placed: Entry[] = []
  const flush = vi.fn(async () => {})
  const answers = createAnswers({
    clock: setClock(),
    newId: numberedIds(),
    forReading: () => ({ answers: open }),
    forWriting: async () => ({ answers: open, entries }),
    flush,
    placed: (entry) => void placed.push(entry),
  })
  const reopen = () => {
    open = { ...inbox }
  }
  return { answers, entries, inbox, placed, flush, reopen }
}

const wordsOf = (entry: Entry | undefined) => entry?.sections.map(({ text }) => text)

describe('a look', () => {
  test('puts an answer on its stored page as its next revision, says so, and leaves no copy of it behind', async () => {
    const { answers, entries, inbox, placed } = made([madeAnswer(1, 'From the terminal')], [madeEntry(1)])
    await answers.look()
    expect(wordsOf(entries.stored.get(idOf(1)))).toEqual(['Words of entry 1\nFrom the terminal'])
    expect(entries.stored.get(idOf(1))?.revision).toBe(2)
    expect(placed.map(({ id, revision }) => [id, revision])).toEqual([[idOf(1), 2]])
    expect(await inbox.waiting()).toEqual([])
  })

  test('asks the window to store what it holds first, and only when something waits', async () => {
    const idle = made([], [madeEntry(1)])
    await idle.answers.look()
    expect(idle.flush).not.toHaveBeenCalled()
    const { answers, entries, flush } = made([madeAnswer(1, 'Second')])
    flush.mockImplementation(async () => {
      await entries.save(madeEntry(7, { sections: [madeSection('First')] }), 0)
    })
    await answers.look()
    // The window had begun the same page.
    expect([...entries.stored.keys()]).toEqual([idOf(7)])
    expect(wordsOf(entries.stored.get(idOf(7)))).toEqual(['First\nSecond'])
  })

  test('makes the page when there is none, and the next answer joins it', async () => {
    const { answers, entries } = made([madeAnswer(1, 'One'), madeAnswer(2, 'Two')])
    await answers.look()
    expect([...entries.stored.values()].map((entry) => [entry.id, entry.revision, wordsOf(entry)])).toEqual([
      [idOf(1), 2, ['One\nTwo']],
    ])
  })

  test('makes another page when its own was thrown away', async () => {
    const { answers, entries } = made([madeAnswer(1, 'Later')], [madeEntry(1)])
    await entries.trash(idOf(1))
    await answers.look()
    expect([...entries.stored.values()].map(wordsOf)).toEqual([['Later']])
    expect(entries.stored.has(idOf(1))).toBe(false)
  })

  test('follows a page that changes at the same moment', async () => {
    const { answers, entries } = made([madeAnswer(1, 'New')], [madeEntry(1)])
    const read = entries.read.bind(entries)
    const spy = vi.spyOn(entries, 'read').mockImplementationOnce(async (id, day) => {
      const before = await read(id, day)
      await entries.save({ ...before, revision: 2, sections: [madeSection('Typed meanwhile')] }, 1)
      return before
    })
    await answers.look()
    expect(spy).toHaveBeenCalledTimes(2)
    expect(wordsOf(entries.stored.get(idOf(1)))).toEqual(['Typed meanwhile\nNew'])
  })

  test('leaves an answer where it is while its page can’t be read or stored, and brings the others', async () => {
    const other = madeAnswer(2, 'Elsewhere', { entry: idOf(2) })
    const { answers, entries, inbox } = made([madeAnswer(1, 'Here'), other], [madeEntry(1), madeEntry(2)])
    const read = entries.read.bind(entries)
    vi.spyOn(entries, 'read').mockImplementation(async (id, day) => {
      if (id === idOf(1)) throw new Failure('disk-error', 'made up')
      return read(id, day)
    })
    await answers.look()
    expect((await inbox.waiting()).map(({ id }) => id)).toEqual([madeAnswer(1, '').id])
    expect(wordsOf(entries.stored.get(idOf(2)))).toEqual(['Words of entry 2\nElsewhere'])
    vi.restoreAllMocks()
    await answers.look()
    expect(await inbox.waiting()).toEqual([])
  })

  test.each([
    ['its page is of a newer version', 'newer-schema', {}],
    ['its page has no room for it', 'too-large', {}],
    ['it is no document of this version', null, { answer: { root: { type: 'root', children: [{ type: 'table' }] } } }],
  ] as const)(
    'says once where an answer waits when %s, and tries again when the journal is opened anew',
    async (_, code, part) => {
      const { answers, entries, inbox, flush, reopen } = made([madeAnswer(1, 'Here', part)], [madeEntry(1)])
      const read = vi.spyOn(entries, 'read')
      const leave = vi.spyOn(inbox, 'leave')
      if (code !== null) vi.spyOn(entries, 'save').mockRejectedValueOnce(new Failure(code, 'made up'))
      await answers.look()
      await answers.look()
      expect(leave.mock.calls.map(([{ id }]) => id)).toEqual([madeAnswer(1, '').id])
      // The second look asks neither the window nor the disk for anything.
      expect(read).toHaveBeenCalledTimes(1)
      expect(flush).toHaveBeenCalledTimes(1)
      expect(await inbox.waiting()).toHaveLength(1)
      reopen()
      await answers.look()
      expect(read).toHaveBeenCalledTimes(2)
      expect(await inbox.waiting()).toHaveLength(code === null ? 1 : 0)
    },
  )

  test('that was cut off after the page was stored brings the answer no second time', async () => {
    const { answers, entries, inbox, placed } = made([madeAnswer(1, 'Once')], [madeEntry(1)])
    const remove = vi.spyOn(inbox, 'remove').mockRejectedValueOnce(new Failure('disk-full', 'made up'))
    await answers.look()
    await answers.look()
    expect(remove).toHaveBeenCalledTimes(2)
    expect(wordsOf(entries.stored.get(idOf(1)))).toEqual(['Words of entry 1\nOnce'])
    expect(placed).toHaveLength(0)
    expect(await inbox.waiting()).toEqual([])
  })

  test('of a journal that is closed changes nothing', async () => {
    const { entries, inbox } = made([madeAnswer(1, 'Wait')])
    const closed = createAnswers({
      clock: setClock(),
      newId: numberedIds(),
      forReading: () => {
        throw new Failure('locked', 'made up')
      },
      forWriting: async () => ({ answers: inbox, entries }),
      flush: async () => {},
      placed: () => {},
    })
    await closed.look()
    expect(await inbox.waiting()).toHaveLength(1)
  })
})
