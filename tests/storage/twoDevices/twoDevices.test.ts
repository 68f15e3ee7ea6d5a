/** Two devices that write on one journal through a sync program, at random. */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deep, figure, runs, seed } from '../../effort'
import { freshFolder } from '../freshFolder'
import {
  type Action,
  allArriving,
  arriving,
  arrivingSilently,
  catching,
  choosing,
  goingBack,
  locking,
  looking,
  throwing,
  writing,
  writingWithLastVersion,
} from './actions'
import { isKeptForGood, isKeptOrVersion, TwoDevices } from './model'
import { type Place, placeInMemory, placeOnDisk } from './places'

type Weighted = readonly (readonly [weight: number, actions: readonly fc.Arbitrary<Action>[]])[]

const listOf = (weighted: Weighted) =>
  fc.array(fc.oneof(...weighted.map(([weight, list]) => ({ weight, arbitrary: fc.oneof(...list) }))), {
    minLength: 10,
    maxLength: deep ? 50 : 35,
    size: 'max',
  })

async function lived(
  list: readonly Action[],
  isKept: (path: string) => boolean,
  places: readonly Place[],
): Promise<string[]> {
  const world = new TwoDevices(places)
  await world.begin()
  for (const one of list) await one.run(world)
  return await world.defects(isKept)
}

const inMemory = () => [placeInMemory(), placeInMemory()]

async function assertSafe(
  weighted: Weighted,
  isKept: (path: string) => boolean,
  numRuns: number,
  places: () => readonly Place[] = inMemory,
) {
  let count = 0
  const property = fc.asyncProperty(listOf(weighted), async (list) => {
    count += list.length
    expect(await lived(list, isKept, places()), list.join('\n')).toEqual([])
  })
  const asked = Number(process.env.RUNS ?? numRuns)
  await fc.assert(property, { numRuns: asked, seed, endOnFailure: false })
  figure(`two devices: ${asked} runs of ${count} actions`)
}

const usual: Weighted = [
  [10, writing],
  [4, writingWithLastVersion],
  [3, choosing],
  [3, looking],
  [4, catching],
  [12, arriving],
  [1, allArriving],
]

test('no word of an acknowledged save is lost, and both sides come to rest', async () => {
  await assertSafe(usual, isKeptForGood, runs({ quick: 8, all: 200, deep: 6_000 }))
})

test('nor where the sync puts one page over the other and leaves no copy of it', async () => {
  const weighted = usual.filter(([, actions]) => actions !== writingWithLastVersion)
  await assertSafe([...weighted, [3, arrivingSilently]], isKeptForGood, runs({ quick: 4, all: 100, deep: 3_000 }))
})

test('nor with pages that are thrown away, brought back and erased', async () => {
  await assertSafe([...usual, [4, throwing]], isKeptOrVersion, runs({ quick: 6, all: 200, deep: 4_000 }))
})

test('nor where one of them goes back to a backup', async () => {
  await assertSafe([...usual, [3, goingBack]], isKeptOrVersion, runs({ quick: 3, all: 60, deep: 1_000 }))
})

test('nor with a lock that either turns on and off, and two that were turned on apart', async () => {
  await assertSafe([...usual, [10, locking]], isKeptOrVersion, runs({ quick: 4, all: 60, deep: 2_000 }))
})

test('nor on real folders', async () => {
  const folder = await freshFolder()
  let made = 0
  const places = () => ['a', 'b'].map((side) => placeOnDisk(join(folder, `${++made}${side}`)))
  await assertSafe([...usual, [4, throwing]], isKeptOrVersion, runs({ quick: 1, all: 10, deep: 200 }), places)
})
