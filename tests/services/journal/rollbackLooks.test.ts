/** When files are compared with what was seen before: not with each save, and again while something is in doubt. */
import { expect, test } from 'vitest'
import { createRollbackLooks } from '../../../src/main/services/journal/rollbackLooks'
import type { FoundStates } from '../../../src/main/services/ports/library'
import { fakeJournal } from '../made'

function made(answers: readonly FoundStates[], inDoubt: number | null = null) {
  const open = fakeJournal()
  const looked: FoundStates[] = []
  const due: { milliseconds: number; work: () => void }[] = []
  const waiting = [...answers]
  const nothing: FoundStates = { states: [], isLast: true }
  const state = { isRead: true }
  const rollbacks = {
    ...open.rollbacks,
    async look(found: FoundStates) {
      looked.push(found)
      return inDoubt
    },
  }
  const looks = createRollbackLooks({
    journal: { trouble: null, isOpen: true, forReading: () => ({ ...open, rollbacks }) },
    library: () => ({ states: async () => waiting.shift() ?? nothing }),
    isRead: () => state.isRead,
    later: (milliseconds, work) => void due.push({ milliseconds, work }),
  })
  return { looks, looked, due, state }
}

const part = (isLast: boolean): FoundStates => ({ states: [], isLast })

test('all that waits is asked for, in parts', async () => {
  const { looks, looked, due } = made([part(false), part(false), part(true)])
  await looks.now()
  expect(looked.map(({ isLast }) => isLast)).toEqual([false, false, true])
  expect(due).toEqual([])
})

test('before all files were read nothing is said to be gone', async () => {
  const { looks, looked, state } = made([part(true)])
  state.isRead = false
  await looks.now()
  expect(looked).toEqual([])
})

test('many saves are one look, a while later', async () => {
  const { looks, looked, due } = made([])
  for (let save = 0; save < 20; save++) looks.soon()
  expect(due.map(({ milliseconds }) => milliseconds)).toEqual([10_000])
  due[0]?.work()
  await looks.now()
  expect(looked.length).toBeGreaterThan(0)
  looks.soon()
  expect(due).toHaveLength(2)
})

test('what is in doubt is looked at again when it may be told', async () => {
  const { looks, due } = made([], 900_000)
  await looks.now()
  await looks.now()
  expect(due.map(({ milliseconds }) => milliseconds)).toEqual([900_000])
})
