/** Opening a journal that a crash and a bad disk left untidy, with every error at every file call: bytes stay, and the next start puts it right. */
import { expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import type { Files } from '../../../src/main/disk/files'
import { type JournalOptions, openJournal } from '../../../src/main/storage/journal/openJournal'
import { deep, figure, randomFrom, sampled, seed, share } from '../../effort'
import { collected, madeUpProcesses, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { SimulatedDisk } from '../simulatedDisk'
import { FaultPlan, faults, wrappedFiles } from '../wrappedFiles'

const good = sampleEntry()
const lost = sampleEntry({ id: sampleId(2), day: '2026-02-01' })
const twice = sampleEntry({ id: sampleId(3), day: '2026-01-05' })
const twiceLater = nextOf(twice, 'The later one.', { day: '2026-01-06' })
const untouched = sampleEntry({ id: sampleId(4), day: '2024-05-05' })
const damage = Buffer.from('{"schema":1,"id":"half of a fi')
const temporary = '/journal/entries/2026/.throughline-0123456789abcdef01234567.tmp'

const pathOf = ({ day, id }: { day: string; id: string }) => `/journal/entries/${day.slice(0, 4)}/${day}-${id}.json`

/** Damage with and without a good copy, a second file for one id, a temporary file, an old lock. */
async function untidy(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  const clock = setClock('2026-02-20T08:00:00Z')
  const { entries } = await openJournal({ ...options(disk), clock })
  for (const entry of [good, lost, twice, untouched]) await entries.save(entry, 0)
  clock.advance({ hours: 2 })
  await entries.save(nextOf(good, 'Damaged later.'), 1)
  const older = await disk.read(pathOf(twice), 1e6)
  await entries.save(twiceLater, 1)
  disk.put(pathOf(twice), older.bytes)
  disk.put(pathOf(good), damage)
  disk.put(pathOf(lost), damage)
  disk.put(temporary, damage)
  return disk
}

function options(files: Files): JournalOptions {
  const processes = madeUpProcesses().start()
  return { folder: '/journal', files, clock: setClock(), knownBefore: false, wait: async () => undefined, processes }
}

/** Opens and looks at everything, whatever the disk says. */
async function visit(files: Files): Promise<unknown> {
  try {
    const journal = await openJournal(options(files))
    await collected(journal.entries.all())
    await journal.entries.trashed()
    await journal.close()
    return null
  } catch (error) {
    return error
  }
}

function damagedCopies(disk: SimulatedDisk, name: string): number {
  return disk.files().filter(({ path, bytes }) => path.includes(name) && Buffer.compare(bytes, damage) === 0).length
}

async function defectsAt(tidyless: SimulatedDisk, call: number, fault: (typeof faults)[number]): Promise<string[]> {
  const disk = tidyless.copy()
  const plan = new FaultPlan(call, fault, 1)
  plan.arm()
  const failure = await visit(wrappedFiles(disk, plan.before))
  const defects: string[] = []
  if (failure !== null && !(failure instanceof Failure)) defects.push(`threw ${String(failure)}`)
  for (const { id } of [good, lost])
    if (damagedCopies(disk, id) < 1) defects.push(`the damaged bytes of ${id} are gone`)
  const journal = await openJournal(options(disk))
  const shown = await collected(journal.entries.all())
  await journal.close()
  const expected = [good, twiceLater, untouched]
  const missing = expected.filter((entry) => !shown.some((one) => JSON.stringify(one) === JSON.stringify(entry)))
  defects.push(...missing.map(({ id }) => `${id} is not shown`))
  if (shown.length !== expected.length) defects.push(`${shown.length} entries are shown`)
  for (const { id } of [good, lost])
    if (damagedCopies(disk, `quarantine/`) < 2) defects.push(`${id} is not in quarantine`)
  if (disk.files().some(({ path }) => path === temporary)) defects.push('a temporary file is left')
  return defects.map((defect) => `call ${call} (${plan.met}) ${fault}: ${defect}`)
}

test('every file call with every error', async () => {
  const disk = await untidy()
  const plan = new FaultPlan()
  plan.arm()
  await visit(wrappedFiles(disk.copy(), plan.before))
  const random = randomFrom(seed)
  const defects: string[] = []
  let count = 0
  for (let call = 1; call <= plan.calls.length; call++) {
    for (const fault of faults) {
      if (random() >= share(0.5)) continue
      count++
      defects.push(...(await defectsAt(disk, call, fault)))
    }
  }
  figure(`storage: ${count} faults while repairing, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('a power cut at every file call', async () => {
  const disk = await untidy()
  const random = randomFrom(seed)
  const defects: string[] = []
  let states = 0
  const plain = disk.copy()
  const left: SimulatedDisk[] = []
  await visit(
    wrappedFiles(plain, () => {
      left.push(...plain.crashStates(deep ? 40 : 4, random))
      return undefined
    }),
  )
  for (const state of sampled(left, 25)) {
    states++
    defects.push(...(await defectsAt(state, 0, 'EIO')))
  }
  figure(`storage: ${states} disks after power cuts while repairing, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})
