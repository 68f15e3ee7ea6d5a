/** What `--check` misses: the same as the app, at once, and without writing anything. */
import { expect, test } from 'vitest'
import { rawDisk } from '../../../src/main/disk/rawFiles'
import { missedFindings } from '../../../src/main/storage/rollback/missedFindings'
import type { Device } from '../twoDevices/device'
import { TwoDevices } from '../twoDevices/model'
import { append, trash, write } from '../twoDevices/pageActions'
import { placeInMemory } from '../twoDevices/places'

/** A page with three versions, which the device has seen. */
async function before() {
  const world = new TwoDevices([placeInMemory(), placeInMemory()])
  await world.begin()
  const [device] = world.devices
  if (!device) throw new Error('there is one')
  for (let count = 0; count < 3; count++) {
    for (const { clock } of world.devices) clock.advance({ minutes: 20 })
    await write(world, device, 0, append)
    await device.close()
  }
  await device.look()
  return { world, device }
}

const pathsOf = ({ place }: Device, part: RegExp) =>
  [...place.synced.files().keys()].filter((path) => part.test(path)).sort()

async function missedBy(
  { place }: Device,
  wait: () => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  const { files, folder, seen, states, synced } = place
  const { id } = JSON.parse(Buffer.from(synced.files().get('journal.json') ?? []).toString())
  const found = await missedFindings({ disk: { ...rawDisk({ files }), wait }, folder, id, seen, states })
  return found.map(({ kind, file }) => `${kind} ${file}`)
}

test('nothing, where nothing was taken away', async () => {
  const { world, device } = await before()
  expect(await missedBy(device)).toEqual([])
  await trash(world, device, 0)
  await device.close()
  expect(await missedBy(device)).toEqual([])
  // Of what is in the trash no version is missed.
  for (const path of pathsOf(device, /^versions\//)) device.place.synced.remove(path)
  expect(await missedBy(device)).toEqual([])
})

test('a page, or its newest version; an older one may be thinned', async () => {
  const { device } = await before()
  const [page = ''] = pathsOf(device, /^entries\//)
  const [oldest = '', , newest = ''] = pathsOf(device, /^versions\//)
  device.place.synced.remove(oldest)
  expect(await missedBy(device)).toEqual([])
  const bytes = device.place.synced.files().get(newest) ?? Buffer.from('')
  device.place.synced.remove(newest)
  const gone = `versions-gone ${newest.slice(0, newest.lastIndexOf('/'))}`
  expect(await missedBy(device)).toEqual([gone])
  // What comes back while it looks is not missed.
  expect(await missedBy(device, async () => device.place.synced.put(newest, bytes, 'renamed'))).toEqual([])
  device.place.synced.remove(newest)
  await device.watch()
  // Told in the app, until it is dismissed there or lies there again.
  expect(await missedBy(device)).toEqual([gone])
  device.place.synced.put(newest, bytes, 'renamed')
  expect(await missedBy(device)).toEqual([])
  device.place.synced.remove(page)
  expect(await missedBy(device)).toEqual([`gone ${page}`])
})
