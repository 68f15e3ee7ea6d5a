/** A backup under every fault at every call, and cut off between any two calls: what was there stays, and nothing half made has a backup's name. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupsIn } from '../../src/main/backups/backupFolder'
import { checkArchive } from '../../src/main/backups/checkArchive'
import { copyBackup } from '../../src/main/backups/copyBackup'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { failureOf } from '../../src/main/disk/failureOf'
import type { RawFiles } from '../../src/main/disk/rawFiles'
import { deep, figure, randomFrom, sampled, seed, share } from '../effort'
import type { SimulatedDisk } from '../storage/simulatedDisk'
import { FaultPlan, faults, wrappedRawFiles } from '../storage/wrappedFiles'
import { diskWithJournal, folder, on, order, sampleFiles, textsIn } from './diskWithJournal'

const second = '/home/disk'

/** A journal with one backup, and an empty folder on what stands for another disk. */
async function begun(): Promise<SimulatedDisk> {
  const disk = await diskWithJournal()
  await makeBackup(on(disk), order, folder)
  await disk.makeFolder(second)
  return disk.copy()
}

const sequences = {
  'a backup': (files: RawFiles) => makeBackup(on(files), { ...order, now: '2026-03-03T18:00:00Z' }, folder),
  'a copy': async (files: RawFiles) => {
    const [backup] = await backupsIn(on(files), folder)
    if (backup) await copyBackup(on(files), backup, folder, second, '2026-03-03T18:00:00Z')
  },
}

/** Whatever bears a backup's name is whole, the first one is still there, and the journal is as it was. */
async function defectsOf(disk: SimulatedDisk): Promise<string[]> {
  const defects: string[] = []
  for (const place of [folder, second]) {
    for (const { name } of await backupsIn(on(disk), place)) {
      const whole = await checkArchive(on(disk), join(place, name), null).then(
        () => true,
        () => false,
      )
      if (!whole) defects.push(`${name} is not whole`)
    }
  }
  const first = (await backupsIn(on(disk), folder)).filter(({ generation }) => generation === 1)
  if (first.length !== 1) defects.push('the first backup is gone')
  if (JSON.stringify(textsIn(disk)) !== JSON.stringify(sampleTexts)) defects.push('the journal changed')
  return defects
}

const sampleTexts = textsIn(await diskWithJournal())

test.each(Object.entries(sequences))('%s, every fault at every call', async (name, run) => {
  expect(sampleTexts).toEqual(sampleFiles)
  const counting = new FaultPlan()
  counting.arm()
  await run(wrappedRawFiles(await begun(), counting.before))
  const defects: string[] = []
  const random = randomFrom(seed)
  let runs = 0
  for (let call = 1; call <= counting.calls.length; call++) {
    for (const fault of faults) {
      if (random() >= share(0.15)) continue
      runs += 1
      const disk = await begun()
      const plan = new FaultPlan(call, fault)
      plan.arm()
      const failure = await run(wrappedRawFiles(disk, plan.before)).then(
        () => null,
        (error: unknown) => failureOf(error),
      )
      const where = `call ${call} (${plan.met}) ${fault}`
      if (failure?.code === 'unexpected') defects.push(`${where}: unexpected`)
      defects.push(...(await defectsOf(disk)).map((defect) => `${where}: ${defect}`))
      const unfinished = disk.files('/home').filter(({ path }) => path.endsWith('.tmp')).length
      if (unfinished > 1 && plan.met !== 'remove') defects.push(`${where}: left something half made`)
      await run(disk).catch((error: unknown) => defects.push(`${where}: the next one failed: ${String(error)}`))
    }
  }
  figure(`backups: ${name}: ${runs} faults, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test.each(Object.entries(sequences))('%s, cut off at every call', async (name, run) => {
  const random = randomFrom(seed)
  const disk = await begun()
  const left: SimulatedDisk[] = []
  let points = 0
  const cut = () => {
    points += 1
    left.push(...disk.crashStates(deep ? 40 : 4, random))
    return undefined
  }
  await run(wrappedRawFiles(disk, cut))
  cut()
  const defects: string[] = []
  for (const state of sampled(left, 25)) {
    defects.push(...(await defectsOf(state)))
    await run(state).catch((error: unknown) => defects.push(`the next one failed: ${String(error)}`))
  }
  figure(`backups: ${name}: cut off at ${points} points, ${left.length} disks, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test.each([
  ['no sync of the archive', 'sync'],
  ['no sync of its folder', 'syncFolder'],
] as const)('the check finds a backup that is broken: %s', async (_, without) => {
  const random = randomFrom(seed)
  const disk = await begun()
  const found: string[] = []
  const files = wrappedRawFiles(disk, () => undefined)
  const careless: RawFiles = {
    ...files,
    create: async (path) => {
      const file = await files.create(path)
      return without === 'sync' ? { ...file, sync: async () => undefined } : file
    },
    openFolder: async (path) =>
      without === 'syncFolder' ? { sync: async () => undefined, close: async () => undefined } : files.openFolder(path),
  }
  await sequences['a backup'](careless)
  for (const state of disk.crashStates(40, random)) {
    found.push(...(await defectsOf(state)))
    if ((await backupsIn(on(state), folder)).length < 2) found.push('an acknowledged backup is gone')
  }
  expect(found).not.toEqual([])
})
