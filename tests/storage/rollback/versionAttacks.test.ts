/** Somebody with the files takes versions away: told once where thinning, the limit, erasing or a restore can't be the reason, and quiet else. */
import { dirname } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, seed } from '../../effort'
import {
  type Action,
  allArriving,
  arriving,
  catching,
  choosing,
  goingBack,
  locking,
  looking,
  throwing,
  writing,
  writingWithLastVersion,
} from '../twoDevices/actions'
import { backUp, goBack } from '../twoDevices/backupActions'
import type { Device } from '../twoDevices/device'
import { lockOn } from '../twoDevices/lockActions'
import { TwoDevices } from '../twoDevices/model'
import { append, erase, trash, write } from '../twoDevices/pageActions'
import { placeInMemory } from '../twoDevices/places'

const versionOf = /(^|\/)versions\/[0-9a-f-]{36}\/\d+-/

const versionsOf = ({ place }: Device) => [...place.synced.files().keys()].filter((path) => versionOf.test(path)).sort()
const newestOf = (device: Device) => versionsOf(device).at(-1) ?? ''

function remove({ place }: Device, paths: readonly string[]): void {
  for (const path of paths) place.synced.remove(path)
}

/** A page with three versions, and both have seen them. */
async function before() {
  const world = new TwoDevices([placeInMemory(), placeInMemory()])
  await world.begin()
  const [a, b] = world.devices
  if (!a || !b) throw new Error('there are two')
  const both = async () => {
    for (const device of [a, b]) {
      await device.close()
      world.sync.deliverAll()
      await device.look()
    }
  }
  const another = async (device = a) => {
    for (const { clock } of world.devices) clock.advance({ minutes: 20 })
    await write(world, device, 0, append)
    await both()
  }
  for (let count = 0; count < 3; count++) await another()
  expect(versionsOf(b)).toHaveLength(3)
  return { world, a, b, both, another, folder: dirname(newestOf(a)) }
}

test('the newest version, or all of a page, or the whole folder: told once, by day', async () => {
  for (const many of [1, 3]) {
    const { a, folder } = await before()
    remove(a, versionsOf(a).slice(-many))
    await a.look()
    expect(a.alarms).toEqual([])
    expect(await a.watch()).toEqual([`versions-gone ${folder}`])
    expect(a.alarms).toEqual([`versions-gone ${folder}`])
    // Health goes on to show it.
    expect(await a.watch()).toEqual([`versions-gone ${folder}`])
    expect(a.alarms).toHaveLength(1)
  }
})

test('those of several pages are one notice and one finding, and the person dismisses all of them', async () => {
  const { world, a, both } = await before()
  await world.create(a, '2026-03-05')
  await both()
  for (const which of [0, 1]) await write(world, a, which, append)
  await both()
  remove(a, versionsOf(a))
  expect(await a.watch()).toEqual(['versions-gone versions'])
  expect(a.alarms).toEqual(['versions-gone versions'])
  const { rollbacks } = await a.open()
  expect(rollbacks.findings()).toMatchObject([{ recordKind: 'entry', record: null, day: null }])
  await rollbacks.dismiss({ kind: 'entry', record: null, day: null })
  expect(await a.watch()).toEqual([])
  expect(a.alarms).toHaveLength(1)
})

test('it is told again when it happens again, and no more once they are back', async () => {
  const { a, b, another } = await before()
  const newest = newestOf(a)
  const bytes = a.place.synced.files().get(newest) ?? Buffer.from('')
  remove(a, [newest])
  expect(await a.watch()).toHaveLength(1)
  a.place.synced.put(newest, bytes, 'renamed')
  expect(await a.watch()).toEqual([])
  await another(b)
  remove(a, [newestOf(a)])
  await a.watch()
  expect(a.alarms).toHaveLength(2)
})

test('in a journal with a lock', async () => {
  const { world, a, both } = await before()
  await lockOn(world, a)
  await both()
  await both()
  expect(versionsOf(a)).toHaveLength(3)
  remove(a, versionsOf(a))
  await a.watch()
  expect(a.alarms).toHaveLength(1)
  expect(a.alarms[0]).toMatch(/^versions-gone versions\//)
})

test('the limit of another device drops all but the newest, also when it is taken back', async () => {
  const { a, b, both } = await before()
  const { history } = await b.open()
  await history.keepWithin(1)
  await both()
  expect(versionsOf(a)).toHaveLength(1)
  expect([...(await a.watch()), ...a.alarms]).toEqual([])
})

test('thinning on another device', async () => {
  const { world, a, b, both } = await before()
  for (let count = 0; count < 12; count++) {
    for (const { clock } of world.devices) clock.advance({ days: 3, minutes: 1 })
    await write(world, b, 0, append)
    await b.close()
  }
  const kept = versionsOf(b)
  expect(kept.length).toBeLessThan(15)
  await both()
  expect([...(await a.watch()), ...a.alarms]).toEqual([])
})

test('a newest version that another device put into quarantine, since it is damaged', async () => {
  const { a, b, both } = await before()
  const newest = newestOf(b)
  b.place.synced.put(newest, Buffer.from('half of it'), 'renamed')
  const [, id = '', name = ''] = newest.split('/')
  const { history } = await b.open()
  await history.setAside(id, name.replace('.json', ''))
  await both()
  expect(versionsOf(a)).toHaveLength(2)
  expect([...(await a.watch()), ...a.alarms]).toEqual([])
})

test('what another device erased, while the page was written on here', async () => {
  const { world, a, b } = await before()
  await trash(world, b, 0)
  await erase(world, b, 0)
  await b.close()
  await write(world, a, 0, append)
  const newest = newestOf(a)
  await a.close()
  world.sync.deliverAll()
  remove(a, [newest])
  expect([...(await a.watch()), ...a.alarms]).toEqual([])
})

test('what going back to a backup took away, here and on the other device, also where the page itself is the same', async () => {
  const { world, a, b, both } = await before()
  const path = newestOf(a)
  const version = a.place.synced.files().get(path) ?? Buffer.from('')
  await backUp(a)
  // Of the other device; the page that goes with it is still on its way.
  a.place.synced.put(path.replace(/\/\d+-\d{8}/, '/9-20260303'), version, 'renamed')
  await a.look()
  await a.close()
  world.sync.deliverAll()
  await b.look()
  expect(versionsOf(b)).toHaveLength(4)
  await goBack(world, a, 0)
  await a.watch()
  await both()
  expect(versionsOf(b)).toHaveLength(3)
  expect([...(await b.watch()), ...(await a.watch()), ...a.alarms, ...b.alarms]).toEqual([])
})

/** Of either device, for as long as the person has chosen it. */
const limiting: fc.Arbitrary<Action>[] = [
  fc.tuple(fc.nat(1), fc.constantFrom(1, 3_000, 10_000)).map(([which, limit]) => ({
    async run({ devices }) {
      const journal = await devices[which]?.open()
      // Another device may have turned a lock on.
      await journal?.history.keepWithin(limit).catch(() => undefined)
    },
    toString: () => `${which === 0 ? 'A' : 'B'}: versions within ${limit} bytes`,
  })),
]

test('whatever two devices do, nobody is told of versions', async () => {
  const all = [writing, writing, arriving, arriving, looking, choosing, throwing, goingBack, locking, limiting]
  const actions = [...all, writing, arriving, writingWithLastVersion, catching, allArriving].map((list) =>
    fc.oneof(...list),
  )
  const lists = fc.array(fc.oneof(...actions), { minLength: 10, maxLength: 35, size: 'max' })
  const property = fc.asyncProperty(lists, async (list) => {
    const world = new TwoDevices([placeInMemory(), placeInMemory()])
    await world.begin()
    for (const one of list) await one.run(world)
    const told = (await world.defects(() => true)).filter((defect) => defect.includes('versions-gone'))
    expect(told, list.join('\n')).toEqual([])
  })
  const numRuns = Number(process.env.RUNS ?? runs({ quick: 5, all: 100, deep: 2_000 }))
  await fc.assert(property, { numRuns, seed, endOnFailure: false })
})
