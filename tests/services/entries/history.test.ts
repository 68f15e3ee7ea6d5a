import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createHistory } from '../../../src/main/services/entries/history'
import { fakeJournal, madeEntry } from '../made'

const back = { version: '1-20260302T101010500Z', base: 1, as: 'revision' } as const

function made() {
  const { history: store } = fakeJournal()
  const changed = vi.fn()
  const writing = vi.fn(async () => store)
  const history = createHistory({ forReading: () => store, forWriting: writing, limit: () => 500, changed })
  return { store, history, changed, writing }
}

test('what was brought back is told as a change, and named', async () => {
  const { store, history, changed } = made()
  const entry = madeEntry(2)
  store.bring = vi.fn(async () => entry)
  expect(await history.bring(madeEntry(1).id, back)).toBe(entry.id)
  expect(store.bring).toHaveBeenCalledExactlyOnceWith(madeEntry(1).id, back)
  expect(changed).toHaveBeenCalledExactlyOnceWith(entry)
})

test('what could not be brought back is no change', async () => {
  const { history, changed } = made()
  await expect(history.bring(madeEntry(1).id, back)).rejects.toMatchObject({ code: 'not-found' })
  expect(changed).not.toHaveBeenCalled()
})

test('the limit is in megabytes, and a disk that refuses is asked another day', async () => {
  const { store, history } = made()
  store.keepWithin = vi.fn(async () => {
    throw new Failure('read-only', 'no')
  })
  await history.keepWithinLimit()
  expect(store.keepWithin).toHaveBeenCalledExactlyOnceWith(500_000_000)
})

test('reading asks for no lock', async () => {
  const { store, history, writing } = made()
  store.of = async () => ({ record: madeEntry(1), isInTrash: false, versions: [] })
  expect(await history.read(madeEntry(1).id)).toEqual({ entry: madeEntry(1), isInTrash: false, versions: [] })
  await history.taken()
  expect(writing).not.toHaveBeenCalled()
})
