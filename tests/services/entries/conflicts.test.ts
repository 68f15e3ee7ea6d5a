import { expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createConflicts } from '../../../src/main/services/entries/conflicts'
import { fakeEntryStore } from '../fakeEntryStore'
import { idOf, madeEntry } from '../made'

const copy = 'tQWJWSA0yR+/fjq3MGOZxg'

function made() {
  const store = fakeEntryStore([madeEntry(1)])
  const [changed, resolved]: [string[], string[]] = [[], []]
  const copies = createConflicts({
    forReading: () => store,
    forWriting: async () => store,
    changed: ({ title, revision }) => void changed.push(`${title} ${revision}`),
    resolved: (id) => void resolved.push(id),
  })
  const leave = (...copyIds: string[]) =>
    store.copies.set(
      idOf(1),
      copyIds.map((id) => ({ copy: id, record: madeEntry(1, { title: 'Theirs', revision: 9 }) })),
    )
  return { store, copies, changed, resolved, leave }
}

test('what is taken is told as a change, and the notice goes with the last copy', async () => {
  const { copies, changed, resolved, leave } = made()
  leave('another', copy)
  await copies.resolve(idOf(1), { copy: 'another', base: 1, choice: 'keep' })
  expect([changed, resolved]).toEqual([[], []])
  await copies.resolve(idOf(1), { copy, base: 1, choice: 'take' })
  expect([changed, resolved]).toEqual([['Theirs 2'], [idOf(1)]])
})

test('reading finds out that nothing waits any more', async () => {
  const { copies, resolved, leave } = made()
  leave(copy)
  expect((await copies.read(idOf(1))).copies).toHaveLength(1)
  expect(resolved).toEqual([])
  leave()
  await copies.read(idOf(1))
  expect(resolved).toEqual([idOf(1)])
  await expect(copies.read(idOf(2))).rejects.toMatchObject({ code: 'not-found' })
})

test('a choice that failed half-way tells what the entry is by then', async () => {
  const { store, copies, changed, leave } = made()
  leave(copy)
  const resolve = store.resolveConflict
  store.resolveConflict = async (id, resolution) => {
    await resolve(id, resolution)
    throw new Failure('disk-error', 'at the last step')
  }
  const failing = copies.resolve(idOf(1), { copy, base: 1, choice: 'take' })
  await expect(failing).rejects.toMatchObject({ code: 'disk-error' })
  expect(changed).toEqual(['Theirs 2'])
})
