/** Resolution a copy with every error at every file call, death and power cuts: both versions stay, and doing it again ends it. */
import { expect, test } from 'vitest'
import type { CopyChoice } from '#shared/domain/entry/copy'
import { Failure } from '#shared/domain/failure'
import type { Files } from '../../../src/main/disk/files'
import type { EntryStore } from '../../../src/main/services/ports/recordStore'
import { deep, figure, randomFrom, sampled, seed, share } from '../../effort'
import { begun, opened, withCopy, wordsIn } from '../copyPlace'
import { collected } from '../sample'
import type { SimulatedDisk } from '../simulatedDisk'
import { type Fault, FaultPlan, faults, wrappedFiles } from '../wrappedFiles'

const [here, there] = ['Written here.', 'Written on the other computer.']
const choices: readonly CopyChoice[] = ['keep', 'take', 'both']

/** As the page does it: what it sees, and the choice; nothing when no copy waits any more. */
async function settle(entries: EntryStore, choice: CopyChoice): Promise<void> {
  const { record: entry, copies } = await entries.copiesOf(begun.id)
  for (const { copy } of copies) await entries.resolveConflict(begun.id, { copy, base: entry.revision, choice })
}

async function attempt(files: Files, choice: CopyChoice, plan = new FaultPlan()): Promise<unknown> {
  const { entries, close } = await opened(wrappedFiles(files, plan.before))
  const { record: entry, copies } = await entries.copiesOf(begun.id)
  const [first] = copies
  if (!first) throw new Error('no copy')
  plan.arm()
  const failure = await entries.resolveConflict(begun.id, { copy: first.copy, base: entry.revision, choice }).then(
    () => null,
    (error: unknown) => error,
  )
  plan.disarm()
  // A dead process does not tidy up.
  if (plan.met === null || failure === null) await close()
  return failure
}

function lost(disk: SimulatedDisk): string[] {
  const words = new Set([...wordsIn(disk, 'entries'), ...wordsIn(disk, 'versions')])
  return [here, there].filter((text) => !words.has(text)).map((text) => `“${text}” is lost`)
}

/** What is wrong about a journal in which the choice was made. */
async function unfinished(disk: SimulatedDisk, choice: CopyChoice): Promise<string[]> {
  const { entries, close } = await opened(disk)
  const shown = (await collected(entries.all())).map(({ sections }) => sections[0]?.text).sort()
  const waiting = (await entries.copiesOf(begun.id)).copies.length
  await close()
  const expected = choice === 'both' ? [here, there] : [choice === 'keep' ? here : there]
  const defects = lost(disk)
  if (shown.join() !== expected.join()) defects.push(`shown: ${shown.join()}`)
  if (waiting > 0) defects.push('a copy is left')
  if (!wordsIn(disk, 'versions').includes(choice === 'take' ? here : there)) defects.push('nothing is in the versions')
  return defects
}

async function defectsAfter(disk: SimulatedDisk, choice: CopyChoice): Promise<string[]> {
  const defects = lost(disk)
  const { entries, close } = await opened(disk)
  await settle(entries, choice)
  await close()
  return [...defects, ...(await unfinished(disk, choice))]
}

async function callsOf(choice: CopyChoice): Promise<number> {
  const plan = new FaultPlan()
  expect(await attempt(await withCopy(), choice, plan)).toBe(null)
  return plan.calls.length
}

test.each(choices)('%s: every file call with every error, and death at every one', async (choice) => {
  const random = randomFrom(seed)
  const calls = await callsOf(choice)
  expect(calls).toBeGreaterThan(10)
  const defects: string[] = []
  let count = 0
  for (let call = 1; call <= calls; call++) {
    for (const fault of [...faults, 'death'] as const) {
      if (random() >= share(0.5)) continue
      count++
      defects.push(...(await defectsWith(choice, call, fault)))
    }
  }
  figure(`storage: ${count} faults while resolving a copy (${choice}), ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

async function defectsWith(choice: CopyChoice, call: number, fault: Fault | 'death'): Promise<string[]> {
  const disk = await withCopy()
  const plan = new FaultPlan(call, fault === 'death' ? 'EIO' : fault, fault === 'death' ? 1_000_000 : 1)
  const failure = await attempt(disk, choice, plan)
  const defects: string[] = []
  if (failure !== null && !(failure instanceof Failure)) defects.push(`threw ${String(failure)}`)
  if (failure === null) defects.push(...(await unfinished(disk.copy(), choice)))
  defects.push(...(await defectsAfter(disk, choice)))
  return defects.map((defect) => `${choice}, call ${call} (${plan.met}) ${fault}: ${defect}`)
}

test.each(choices)('%s: tried again in the same run after every error', async (choice) => {
  const calls = await callsOf(choice)
  const defects: string[] = []
  for (let call = 1; call <= calls; call++) {
    const disk = await withCopy()
    const plan = new FaultPlan(call, 'EIO', 7)
    const { entries, close } = await opened(wrappedFiles(disk, plan.before))
    const { record: entry, copies } = await entries.copiesOf(begun.id)
    const resolution = { copy: copies[0]?.copy ?? '', base: entry.revision, choice }
    plan.arm()
    await entries.resolveConflict(begun.id, resolution).catch(() => undefined)
    plan.disarm()
    // The very same request, then as one who looks again: when the copy is gone already, it was done.
    const changed = await entries.resolveConflict(begun.id, resolution).catch(() => [])
    const revisions = { keep: 0, take: 3, both: 1 }
    for (const { id, revision } of changed) {
      const onDisk = await entries.read(id)
      if (revision !== revisions[choice] || onDisk.revision !== revision)
        defects.push(`${choice}, call ${call} (${plan.met}): revision ${revision}, then ${onDisk.revision}`)
    }
    await settle(entries, choice)
    // Whoever reads the entry can go on from it.
    const read = await entries.read(begun.id)
    const next = { ...read, title: 'Written on', revision: read.revision + 1 }
    await entries.save(next, read.revision).catch((error: unknown) => defects.push(`can’t go on: ${String(error)}`))
    await close()
    defects.push(
      ...(await unfinished(disk, choice)).map((defect) => `${choice}, call ${call} (${plan.met}): ${defect}`),
    )
  }
  expect(defects).toEqual([])
})

test.each(choices)('%s: a power cut at every file call', async (choice) => {
  const random = randomFrom(seed)
  const disk = await withCopy()
  const left: SimulatedDisk[] = []
  const files = wrappedFiles(disk, () => {
    left.push(...disk.crashStates(deep ? 40 : 4, random))
    return undefined
  })
  await attempt(files, choice)
  left.push(...disk.crashStates(deep ? 40 : 4, random))
  const defects: string[] = []
  for (const state of sampled(left, 25)) defects.push(...(await defectsAfter(state, choice)))
  figure(`storage: ${left.length} disks after power cuts while resolving a copy (${choice}), ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})
