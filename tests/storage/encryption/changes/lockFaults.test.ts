/** The disk refuses one call while a lock is turned on or off: the change is whole or was never made, and every word is there. */
import { expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import type { Files } from '../../../../src/main/disk/files'
import { deep, figure, randomFrom, seed, share } from '../../../effort'
import { lockDefects, type MadeKey, sampleJournal, turnedOff, turnedOn } from '../../lockRuns'
import { madeKey } from '../../sealed'
import type { SimulatedDisk } from '../../simulatedDisk'
import { type Fault, FaultPlan, faults, wrappedFiles } from '../../wrappedFiles'

type Change = (files: Files, key: MadeKey) => Promise<unknown>

async function refused(
  begin: SimulatedDisk,
  key: MadeKey,
  change: Change,
): Promise<{ tries: number; defects: string[] }> {
  const random = randomFrom(seed)
  const counting = new FaultPlan()
  counting.arm()
  await change(wrappedFiles(begin.copy(), counting.before), key)
  const defects: string[] = []
  let tries = 0
  for (let number = 1; number <= counting.calls.length; number++) {
    const some = faults.filter(() => random() < share(0.2))
    for (const fault of deep ? faults : some.slice(0, 1)) {
      tries++
      defects.push(...(await defectsOfOne(begin, key, change, number, fault)))
    }
  }
  return { tries, defects }
}

async function defectsOfOne(begin: SimulatedDisk, key: MadeKey, change: Change, number: number, fault: Fault) {
  const disk = begin.copy()
  const plan = new FaultPlan(number, fault)
  plan.arm()
  await change(wrappedFiles(disk, plan.before), key).catch(() => undefined)
  const found = await lockDefects(disk, key)
  // What could not be removed is looked for again after a crash; it is no name of anything.
  const harms = found.filter((defect) => !defect.startsWith('left over: /journal/'))
  return harms.map((defect) => `${fault} at ${plan.met} (${number}): ${defect}`)
}

test('a refused call while it is turned on', async () => {
  const key = await madeKey()
  const { tries, defects } = await refused(await sampleJournal(), key, turnedOn)
  figure(`storage: ${tries} refused calls while a lock is turned on, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('a refused call while it is turned off', async () => {
  const key = await madeKey()
  const begin = await sampleJournal()
  await turnedOn(begin, key)
  const { tries, defects } = await refused(begin.copy(), key, turnedOff)
  figure(`storage: ${tries} refused calls while a lock is turned off, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test.each(['on', 'off'] as const)(
  'a disk that gives back other bytes than it was given: it is not turned %s',
  async (to) => {
    const key = await madeKey()
    const disk = await sampleJournal()
    if (to === 'off') await turnedOn(disk, key)
    const begin = disk.copy()
    let written = 0
    const lying = wrappedFiles(begin, () => undefined)
    const files: Files = {
      ...lying,
      create: async (path) => {
        const file = await lying.create(path)
        return {
          ...file,
          // One in the middle of the set.
          write: (bytes) => file.write(++written === 5 ? Buffer.from(bytes).fill(0x20, bytes.length - 4) : bytes),
        }
      },
    }
    const change = to === 'on' ? turnedOn(files, key) : turnedOff(files, key)
    await expect(change).rejects.toBeInstanceOf(Failure)
    expect(begin.files().some(({ path }) => path === '/journal/lock.json')).toBe(to === 'off')
    // What came back otherwise can't be told from what another program left: it waits.
    const harms = (await lockDefects(begin, key)).filter(
      (defect) => !/^(?:notice arrived|in quarantine: .*arrivals)/.test(defect),
    )
    expect(harms).toEqual([])
  },
)
