/** Power cuts, simulated: every file call, with what was not synced absent, half, zeroed or there. */
import { expect, test } from 'vitest'
import type { Files } from '../../src/main/disk/files'
import { figure, randomFrom, runs, seed } from '../effort'
import { crashReport, firstDefect } from './crashRuns'
import { randomSteps, steps } from './scenarios'
import { madeKey } from './sealed'

test('no power cut loses what was stored', async () => {
  const random = randomFrom(seed)
  const { points, states, defects } = await crashReport(steps, runs({ quick: 1, all: 4, deep: 40 }), random)
  figure(`storage: ${states} disks after ${points} power cuts in ${steps.length} steps, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('nor in a journal with a lock', async () => {
  const random = randomFrom(seed)
  const { points, states, defects } = await crashReport(
    steps,
    runs({ quick: 1, all: 2, deep: 40 }),
    random,
    await madeKey(),
  )
  figure(`storage: ${states} disks after ${points} power cuts in a journal with a lock, ${defects.length} defects`)
  expect(points).toBeGreaterThan(100)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('nor in other orders of steps', async () => {
  const random = randomFrom(seed)
  const defects: string[] = []
  let states = 0
  for (let run = 0; run < runs({ quick: 1, all: 4, deep: 150 }); run++) {
    const report = await crashReport(randomSteps(random, 6), runs({ all: 3, deep: 12 }), random)
    states += report.states
    defects.push(...report.defects)
  }
  figure(`storage: ${states} disks after power cuts in random orders of steps, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

const withoutFileSync = (files: Files): Files => ({
  ...files,
  create: async (path) => ({ ...(await files.create(path)), sync: async () => undefined }),
})
const withoutFolderSync = (files: Files): Files => ({
  ...files,
  openFolder: async () => ({ sync: async () => undefined, close: async () => undefined }),
})
const renameInTwo = (files: Files): Files => ({
  ...files,
  rename: async (from, to) => {
    await files.remove(to).catch(() => undefined)
    await files.rename(from, to)
  },
})
const inPlace = (files: Files): Files => ({
  ...files,
  rename: async (from, to) => {
    const { bytes } = await files.read(from, 1e7)
    await files.remove(to).catch(() => undefined)
    const file = await files.create(to)
    await file.write(bytes)
    await files.remove(from)
  },
})

test.each(Object.entries({ withoutFileSync, withoutFolderSync, renameInTwo, inPlace }))(
  'the check finds a primitive that is broken: %s',
  async (_, broken) => {
    expect(await firstDefect(steps, 6, randomFrom(seed), broken)).toBeDefined()
  },
)
