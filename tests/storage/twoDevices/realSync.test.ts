/** Two journals that are written in at once, with the real Syncthing between them. */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { deep, figure, seed } from '../../effort'
import { freshFolder } from '../freshFolder'
import { type Action, catching, choosing, looking, throwing, writing } from './actions'
import { isKeptOrVersion, TwoDevices } from './model'
import { placeOnDisk } from './places'
import { contentsOf, hasSyncthing, SyncthingPair } from './syncthing'

const canSync = deep && (await hasSyncthing())
const stretches = Number(process.env.RUNS ?? 12)
const actionsInStretch = 25

test.skipIf(!canSync)(
  'two real Syncthing instances: no word is lost, and both sides come to rest (needs EFFORT=deep and syncthing)',
  { timeout: 1_800_000 },
  async () => {
    const folder = await freshFolder()
    const places = ['a', 'b'].map((side) => placeOnDisk(join(folder, side)))
    const synced = places.map((place) => place.synced)
    const pair = await SyncthingPair.start(
      folder,
      places.map((place) => place.folder),
    )
    onTestFinished(() => pair.stop())
    const world = new TwoDevices(places)
    const [first] = world.devices
    if (!first) throw new Error('there are two')
    await world.create(first)
    await first.close()
    await pair.delivered(synced)

    const writtenBy = new Map<string, Action>()
    for (let stretch = 0; stretch < stretches; stretch++) {
      // What is written in one stretch meets while it is on its way.
      for (const action of actionsOf(stretch)) {
        const before = new Set(world.expected)
        await action.run(world)
        for (const word of world.expected) if (!before.has(word)) writtenBy.set(word, action)
      }
      for (const device of world.devices) await device.close()
      await pair.delivered(synced)
    }
    await atRest(world, pair, synced)
    const found = await Promise.all(world.devices.map((device) => device.wordsFound(isKeptOrVersion)))
    const missing = [...world.expected].flatMap((word) =>
      found.flatMap((words, at) => (words.has(word) ? [] : [`${word} is not on ${at}: ${writtenBy.get(word)}`])),
    )
    expect(missing).toEqual([])
    figure(
      `real Syncthing: ${stretches} stretches of ${actionsInStretch} actions, ${world.expected.size} words expected`,
    )
  },
)

function actionsOf(stretch: number): Action[] {
  const kinds = [...writing, ...writing, ...writing, ...catching, ...choosing, ...looking, ...throwing]
  return fc.sample(fc.oneof(...kinds), { numRuns: actionsInStretch, seed: seed + stretch })
}

/** Both start and look, until neither changes anything. */
async function atRest(world: TwoDevices, pair: SyncthingPair, synced: Parameters<typeof contentsOf>[0][]) {
  for (let round = 0; round < 8; round++) {
    const before = synced.map(contentsOf)
    for (const device of world.devices) await device.look()
    await pair.delivered(synced)
    if (isDeepStrictEqual(synced.map(contentsOf), before)) return
  }
  throw new Error('no rest')
}
