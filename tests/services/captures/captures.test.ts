import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createCaptures } from '../../../src/main/services/captures/captures'
import { fakeCaptures, idOf, madeCapture, numberedIds, setClock } from '../made'

const day = '2026-03-02'

function made(inbox = [madeCapture(1), madeCapture(2)]) {
  const store = fakeCaptures(inbox)
  const changed = vi.fn()
  const captures = createCaptures({
    clock: setClock('2026-03-02T09:00:00.000Z'),
    newId: numberedIds(),
    dayEnds: () => '04:00',
    forReading: () => store,
    forWriting: async () => store,
    changed,
  })
  return { store, captures, changed }
}

test('what is done while the journal is away fails with its reason', async () => {
  const captures = createCaptures({
    clock: setClock(),
    newId: numberedIds(),
    dayEnds: () => '00:00',
    forReading: () => {
      throw new Failure('folder-missing', 'made up')
    },
    forWriting: () => Promise.reject(new Failure('folder-missing', 'made up')),
    changed: vi.fn(),
  })
  await expect(captures.discard(day, idOf(1))).rejects.toMatchObject({ code: 'folder-missing' })
})

test('what is thrown away is in the trash with its instant, comes back, and goes for good', async () => {
  const { store, captures, changed } = made()
  await store.mergeInbox()
  await captures.discard(day, idOf(1))
  expect((await captures.ofDay(day)).map(({ id }) => id)).toEqual([idOf(2)])
  expect(await captures.trashed()).toMatchObject([{ id: idOf(1), trashed: '2026-03-02T09:00:00.000Z' }])
  await captures.restore(day, idOf(1))
  expect(await captures.ofDay(day)).toHaveLength(2)
  await captures.discard(day, idOf(2))
  await captures.erase(day, idOf(2))
  expect(await captures.trashed()).toEqual([])
  expect(changed).toHaveBeenCalledTimes(4)
  await expect(captures.discard(day, idOf(9))).rejects.toMatchObject({ code: 'not-found' })
})

test('what is caught in the window is of today, as the day ends here', async () => {
  const { captures, store, changed } = made([])
  await captures.add({ kind: 'learned', text: ' Ask first #pilot ' })
  expect(store.stored.get(day)).toMatchObject([
    { id: idOf(1001), kind: 'learned', text: 'Ask first #pilot', tags: ['pilot'] },
  ])
  expect(changed.mock.calls).toEqual([[day]])
  await expect(captures.add({ kind: 'note', text: ' \n' })).rejects.toMatchObject({ code: 'bad-request' })
})

test('one is rewritten, moved, put into an entry and taken out, each day told', async () => {
  const { captures, store, changed } = made([madeCapture(1)])
  await store.mergeInbox()
  await captures.edit(day, idOf(1), { kind: 'kudos', text: ' Thanks @Dana #retro\n' })
  expect(store.stored.get(day)).toMatchObject([
    { id: idOf(1), kind: 'kudos', text: 'Thanks @Dana #retro', tags: ['retro'], people: ['Dana'] },
  ])
  await expect(captures.edit(day, idOf(1), { kind: 'note', text: ' ' })).rejects.toMatchObject({ code: 'bad-request' })
  await captures.use(day, idOf(1), idOf(7))
  expect(await captures.ofDay(day)).toMatchObject([{ usedIn: idOf(7), text: 'Thanks @Dana #retro' }])
  await captures.use(day, idOf(1), null)
  expect(await captures.ofDay(day)).toMatchObject([{ usedIn: null }])
  await captures.move(day, idOf(1), day)
  await captures.move(day, idOf(1), '2026-03-05')
  expect(await captures.ofDay(day)).toEqual([])
  expect(await captures.ofDay('2026-03-05')).toMatchObject([{ id: idOf(1), day: '2026-03-05' }])
  expect(changed.mock.calls.flat()).toEqual([day, day, day, day, '2026-03-05'])
})
