/** The key is overwritten before one of the file calls of a journal with a lock, as when the machine sleeps: all after it fails, and nothing is lost. */
import { expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { openVault } from '../../../../src/main/storage/encryption/cipher/keySlots'
import { openJournal } from '../../../../src/main/storage/journal/openJournal'
import { figure, sampled, seed } from '../../../effort'
import { defectsOf } from '../../defects'
import { emptyWithLock, leftovers, lockDefects, type MadeKey, sampleJournal, turnedOff, turnedOn } from '../../lockRuns'
import { madeUpProcesses } from '../../sample'
import { setClock } from '../../sampleClock'
import { steps, storedAfter } from '../../scenarios'
import { madeKey } from '../../sealed'
import type { SimulatedDisk } from '../../simulatedDisk'
import { wrappedFiles } from '../../wrappedFiles'

const freshVault = ({ bytes, recovery }: MadeKey) =>
  openVault(readKeyFile(bytes), { kind: 'recovery', secret: recovery })

/** Runs the steps up to this one; before its call of that number the key goes. Also says how many calls it has. */
async function runStep(begin: SimulatedDisk, key: MadeKey, at: number, number: number) {
  const disk = begin.copy()
  const vault = await freshVault(key)
  const clock = setClock()
  const processes = madeUpProcesses()
  const options = { folder: '/journal', clock, knownBefore: true, wait: async () => undefined }
  let [isArmed, calls] = [false, 0]
  const files = wrappedFiles(disk, () => {
    if (isArmed && ++calls === number) vault.forget()
    return undefined
  })
  const journal = await openJournal({ ...options, files, vault, processes: processes.start() })
  for (const step of steps.slice(0, at)) await step.run(journal, clock)
  isArmed = true
  const failure: unknown = await steps[at]?.run(journal, clock).then(
    () => null,
    (error: unknown) => error,
  )
  isArmed = false
  await journal.close()
  const defects =
    failure === null || (failure instanceof Failure && failure.code === 'locked') ? [] : [`threw ${failure}`]
  const [before, after] = [storedAfter(steps.slice(0, at)), storedAfter(steps.slice(0, at + 1))]
  const next = await openJournal({
    ...options,
    files: disk,
    vault: await freshVault(key),
    processes: processes.start(),
  })
  defects.push(...(await defectsOf(next, failure === null ? [after] : [before, after])))
  await next.close()
  const harms = leftovers(disk, true).filter((left) => !left.startsWith('left over'))
  return {
    calls,
    isRefused: failure !== null,
    defects: [...defects, ...harms].map((defect) => `${steps[at]?.name}, call ${number}: ${defect}`),
  }
}

test('in each step of a journal, before any of its calls', async () => {
  const key = await madeKey()
  const begin = await emptyWithLock(key)
  const defects: string[] = []
  let refused = 0
  const points: (readonly [at: number, number: number])[] = []
  for (const at of steps.keys()) {
    const { calls } = await runStep(begin, key, at, 0)
    for (let number = 1; number <= calls; number++) points.push([at, number])
  }
  for (const [at, number] of sampled(points, 24)) {
    const run = await runStep(begin, key, at, number)
    if (run.isRefused) refused++
    defects.push(...run.defects)
  }
  figure(`storage: steps that the overwritten key refused: ${refused}, ${defects.length} defects`)
  expect(refused).toBeGreaterThan(5)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('while the lock is turned off: it stays, and nothing is taken for damaged', async () => {
  const made = await madeKey()
  const begin = await sampleJournal()
  await turnedOn(begin, made)
  const defects: string[] = []
  /** Resolves with how many calls there were. */
  const tried = async (number: number) => {
    const disk = begin.copy()
    const vault = await freshVault(made)
    let met = 0
    const files = wrappedFiles(disk, () => {
      if (++met === number) vault.forget()
      return undefined
    })
    await turnedOff(files, { ...made, vault }).catch(() => undefined)
    if (number === 0) return met
    const found = await lockDefects(disk, made)
    const harms = found.filter((defect) => !defect.startsWith('left over: /journal/'))
    defects.push(...harms.map((defect) => `call ${number}: ${defect}`))
    return met
  }
  const calls = await tried(0)
  const numbers = sampled(
    Array.from({ length: calls }, (_, at) => at + 1),
    12,
  )
  for (const number of numbers) await tried(number)
  expect(numbers.length).toBeGreaterThan(5)
  expect(defects, `seed ${seed}`).toEqual([])
})
