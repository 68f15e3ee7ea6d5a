/** What the model of two devices has found once, each as small as it gets. */
import { expect, test } from 'vitest'
import { collected } from '../sample'
import { changeSettings } from './captureActions'
import { isKeptOrVersion, TwoDevices } from './model'
import { append, erase, trash, writeWithLastVersion } from './pageActions'
import { placeInMemory } from './places'

async function twoDevices() {
  const world = new TwoDevices([placeInMemory(), placeInMemory()])
  await world.begin()
  const [a, b] = world.devices
  if (!a || !b) throw new Error('there are two')
  return { world, a, b }
}

// Each start wrote when it saw what lies in the trash, by its own clock, and the sync carried it to the other side.
test('with something in the trash neither device writes at a start at which nothing has changed', async () => {
  const { world, a, b } = await twoDevices()
  const { entries } = await b.open()
  const [page] = await collected(entries.all())
  await entries.trash(page?.id ?? '')
  for (let round = 0; round < 6; round++) {
    await a.look()
    await b.look()
    world.sync.deliverAll()
  }
  await a.look()
  await b.look()
  expect(world.sync.waitingPaths()).toEqual([])
})

// The one that was written last went, whichever the person had picked.
test.each([0, 1])(
  'of two states in the trash that were made apart number %i is erased, and the other stays',
  async (picked) => {
    const { world, a, b } = await twoDevices()
    for (const device of [a, b]) await writeWithLastVersion(world, device, 0, append)
    for (const device of [a, b]) await trash(world, device, 0)
    world.sync.deliverAll()
    await erase(world, a, picked)
    expect([...world.expected]).toEqual([picked === 0 ? 'word2' : 'word3'])
    expect(await world.defects(isKeptOrVersion)).toEqual([])
  },
)

// They stayed where they were, and the app showed those of a first run.
test('second settings are the settings where there are no first ones', async () => {
  const { world, a } = await twoDevices()
  await a.open()
  await changeSettings(world, a)
  await a.close()
  const files = a.place.synced
  files.put('settings (1).json', files.files().get('settings.json') ?? Buffer.from(''), 'renamed')
  files.remove('settings.json')
  const { settings } = await a.open()
  const { manager } = settings.value
  await a.close()
  expect(manager).toBe('word2')
})
