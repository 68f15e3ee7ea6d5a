/**
 * Power cuts and refused calls while dropped files are sealed, let in, put away, or carried out of the lock: each of them waits or is where it belongs,
 * once, and none lies in clear text beside a lock.
 */
import { expect, test } from 'vitest'
import type { Files } from '../../../src/main/disk/files'
import { isTemporaryName } from '../../../src/main/disk/temporaryName'
import { findLock } from '../../../src/main/storage/encryption/files/encryptedLayout'
import { deep, figure, quick, randomFrom, sampled, seed } from '../../effort'
import { homeOn } from '../lockRuns'
import { nextOf } from '../sample'
import type { SimulatedDisk } from '../simulatedDisk'
import { FaultPlan, faults, wrappedFiles } from '../wrappedFiles'
import { arrivedIn, captureName, captureText, dropped, entry, lockedDevice, placeOf, titlesIn } from './lockedDevice'

type Device = Awaited<ReturnType<typeof lockedDevice>>

interface Action {
  readonly run: (device: Device, files: Files) => Promise<unknown>
  /** Dropped files are put away by it, and wait no more. */
  readonly settles?: true
}

const opened = async (
  device: Device,
  files: Files,
  work: (journal: Awaited<ReturnType<Device['open']>>) => Promise<unknown>,
) => {
  const journal = await device.open(files)
  // A device that is cut off closes nothing.
  await work(journal)
  await journal.close()
}

const actions: Readonly<Record<string, Action>> = {
  'sealing them at the unlocking': { run: (device, files) => device.unlock(files) },
  'letting them in': {
    run: async (device, files) => {
      await device.unlock()
      await opened(device, files, (journal) => journal.arrivals.admit())
    },
  },
  'putting them away': {
    settles: true,
    run: async (device, files) => {
      await device.unlock()
      await opened(device, files, async (journal) => {
        for (const file of await arrivedIn(journal)) await journal.arrivals.dismiss(file)
      })
    },
  },
  'turning the lock off': {
    run: async (device, files) => {
      await device.unlock()
      await device.turnOff(files)
    },
  },
}

const theirs = { ...nextOf(entry, 'From the laptop'), title: 'Theirs' }

/** A page of a new name, another text of a page that is there, and a capture that someone sealed to the public key. */
async function begun(): Promise<Device> {
  const device = await lockedDevice()
  device.drop(placeOf(dropped), JSON.stringify(dropped))
  device.drop(placeOf(entry), JSON.stringify(theirs))
  device.forge(captureName(7), captureText(7, 'Not mine'))
  return lockedDevice(device.disk.copy())
}

/** The next start, and the press. */
async function defectsAfter(disk: SimulatedDisk, { settles }: Action): Promise<string[]> {
  try {
    const device = await lockedDevice(disk)
    const isLocked = (await findLock(homeOn(disk))) !== null
    if (isLocked) await device.unlock()
    const journal = await (isLocked ? device.open() : device.openPlain())
    const defects: string[] = []
    if (isLocked)
      for (const { path, bytes } of disk.files())
        if (Buffer.from(bytes).includes('"title"') || Buffer.from(bytes).includes('Not mine'))
          defects.push(`unsealed: ${path}`)
    for (let press = 0; press < 2; press++) {
      await journal.arrivals.admit()
      await journal.captures.mergeInbox()
    }
    const [titles, { copies }] = [await titlesIn(journal), await journal.entries.copiesOf(entry.id)]
    const captures = (await journal.captures.ofDay('2026-03-02')).map(({ text }) => text)
    const found = [...titles, ...copies.map(({ record }) => record.title), ...captures]
    const settled = disk.files().filter(({ path }) => path.includes('/quarantine/settled/')).length
    const expected = ['Dropped in', 'Kept', 'Not mine', 'Theirs']
    const isAll = settles ? found.length + settled >= expected.length : found.sort().join() === expected.join()
    if (!isAll || new Set(found).size !== found.length || !found.includes('Kept'))
      defects.push(`found ${found}, settled ${settled}`)
    if (await journal.arrivals.areThere()) defects.push('some still wait')
    await journal.close()
    for (const { path } of disk.files())
      if (isTemporaryName(path.slice(path.lastIndexOf('/') + 1))) defects.push(`left over: ${path}`)
    return defects
  } catch (error) {
    return [`does not open: ${String(error)}`]
  }
}

/** All of them only in the deep run. */
function some<T>(all: readonly T[]): readonly T[] {
  const random = randomFrom(seed)
  return quick ? sampled(all, 12) : all.filter(() => deep || random() < 60 / all.length)
}

test.each(Object.entries(actions))('no power cut while %s loses one or shows one twice', async (name, action) => {
  const device = await begun()
  const random = randomFrom(seed)
  const left: SimulatedDisk[] = []
  const cut = () => {
    left.push(...device.disk.crashStates(deep ? 20 : 2, random))
    return undefined
  }
  await action.run(device, wrappedFiles(device.disk, cut))
  cut()
  const defects: string[] = []
  for (const state of some(left)) defects.push(...(await defectsAfter(state, action)))
  figure(`storage: ${left.length} disks after power cuts while ${name}, ${defects.length} defects`)
  expect(left.length).toBeGreaterThan(20)
  expect(defects, `seed ${seed}`).toEqual([])
})

test.each(Object.entries(actions))('no refused call while %s loses one or shows one twice', async (name, action) => {
  const counting = new FaultPlan()
  const counted = await begun()
  counting.arm()
  await action.run(counted, wrappedFiles(counted.disk, counting.before))
  const cases = counting.calls.flatMap((_, at) => faults.map((fault) => ({ call: at + 1, fault })))
  const defects: string[] = []
  for (const { call, fault } of some(cases)) {
    const device = await begun()
    const plan = new FaultPlan(call, fault)
    plan.arm()
    await action.run(device, wrappedFiles(device.disk, plan.before)).catch(() => undefined)
    const found = await defectsAfter(device.disk.copy(), action)
    // What could not be removed is looked for again after a crash; it is no name of anything.
    const harms = found.filter((defect) => !defect.startsWith('left over: /'))
    defects.push(...harms.map((defect) => `${fault} at ${plan.met} (${call}): ${defect}`))
  }
  figure(`storage: ${cases.length} refused calls while ${name}, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})
