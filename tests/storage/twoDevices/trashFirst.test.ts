/** A page in the trash that a sync program delivers before the removal of the page. */
import { expect, test } from 'vitest'
import { collected } from '../sample'
import { TwoDevices } from './model'
import { placeInMemory } from './places'

test('a page that the other device threw away is in the trash, also when the trash comes first', async () => {
  const world = new TwoDevices([placeInMemory(), placeInMemory()])
  await world.begin()
  const [a, b] = world.devices
  if (!a || !b) throw new Error('there are two')
  const { entries } = await b.open()
  const [page] = await collected(entries.all())
  await entries.trash(page?.id ?? '')
  await b.close()
  world.sync.deliverIn('trash/')
  await a.look()
  world.sync.deliverAll()
  for (const device of world.devices) {
    const journal = await device.open()
    const shown = await collected(journal.entries.all())
    const trashed = await journal.entries.trashed()
    await device.close()
    expect(shown.length + trashed.length, device.name).toBe(1)
  }
})
