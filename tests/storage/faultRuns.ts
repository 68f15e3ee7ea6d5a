/** One fault at one file call of one step, and what went wrong then that must not. */
import { cp } from 'node:fs/promises'
import type { FailureCode } from '#shared/domain/failure'
import { Failure } from '#shared/domain/failure'
import type { Files } from '../../src/main/disk/files'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { type JournalOptions, type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { defectsOf } from './defects'
import { freshFolder } from './freshFolder'
import { madeUpProcesses } from './sample'
import { type SetClock, setClock } from './sampleClock'
import { steps, storedAfter } from './scenarios'
import { SimulatedDisk } from './simulatedDisk'
import { type Fault, FaultPlan, faults, wrappedFiles } from './wrappedFiles'

const codes: Record<Fault, FailureCode> = {
  ENOSPC: 'disk-full',
  EIO: 'disk-error',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'disk-error',
  EROFS: 'read-only',
  EMFILE: 'disk-error',
  short: 'disk-error',
}

export type Opener = (options: JournalOptions) => Promise<OpenJournal>
export interface Place {
  readonly folder: string
  readonly files: Files
}
/** A place for a journal, and a way to look at a copy of it. */
export type Start = () => Promise<Place & { copy(): Promise<Place> }>

export const inMemory: Start = async () => {
  const files = new SimulatedDisk()
  return { folder: '/journal', files, copy: async () => ({ folder: '/journal', files: files.copy() }) }
}
export const onDisk: Start = async () => {
  const folder = await freshFolder()
  const copy = async () => {
    const copied = await freshFolder()
    await cp(folder, copied, { recursive: true })
    return { folder: copied, files: nodeFiles }
  }
  return { folder, files: nodeFiles, copy }
}

export interface Case {
  readonly step: number
  readonly call: number
  readonly fault: Fault
  readonly times: number
}

/** Runs the steps before the chosen one, then that one with one fault. Says what went wrong that must not. */
export async function defectsWith(
  { step: at, call, fault, times }: Case,
  start: Start,
  open: Opener,
): Promise<string[]> {
  const { folder, files, copy } = await start()
  const clock = setClock()
  const plan = new FaultPlan(call, fault, times)
  const wrapped = wrappedFiles(files, plan.before)
  const processes = madeUpProcesses()
  const options = { folder, clock, knownBefore: false, wait: async () => undefined }
  const journal = await open({ ...options, files: wrapped, processes: processes.start() })
  // What is told on the way is between the journal and the step; only what is told afterwards is a defect.
  journal.entries.onNotice(() => undefined)
  await perform(journal, clock, at)
  const [step, before, after] = [steps[at], storedAfter(steps.slice(0, at)), storedAfter(steps.slice(0, at + 1))]
  if (!step) return []
  plan.arm()
  const failure = await step.run(journal, clock).then(
    () => null,
    (error: unknown) => error,
  )
  plan.disarm()
  const defects: string[] = []
  if (failure !== null && !(failure instanceof Failure)) defects.push(`threw ${String(failure)}`)
  if (failure instanceof Failure && failure.code !== codes[fault]) defects.push(`said ${failure.code}`)
  if (failure !== null && journal.settings.value !== before.settings && step.name === 'save settings') {
    defects.push('memory is ahead of the disk')
  }
  // Another process looks: what it finds is what the disk has.
  const possible = failure === null ? [after] : [before, after]
  const onlooker = await openJournal({ ...options, ...(await copy()), processes: madeUpProcesses().start() })
  defects.push(...(await defectsOf(onlooker, possible)).map((defect) => `on disk: ${defect}`))
  await onlooker.close()
  if (failure !== null) {
    await step.run(journal, clock).catch((error: unknown) => defects.push(`the retry failed: ${String(error)}`))
  }
  defects.push(...(await defectsOf(journal, [after])).map((defect) => `at the end: ${defect}`))
  await journal.close()
  return defects.map((defect) => `${step.name}, call ${call} (${plan.met}) ${fault}×${times}: ${defect}`)
}

async function perform(journal: OpenJournal, clock: SetClock, count: number): Promise<void> {
  for (const step of steps.slice(0, count)) await step.run(journal, clock)
}

async function callsOf(at: number): Promise<number> {
  const plan = new FaultPlan()
  const clock = setClock()
  const files = wrappedFiles(new SimulatedDisk(), plan.before)
  const journal = await openJournal({ folder: '/journal', clock, knownBefore: false, files })
  await perform(journal, clock, at)
  plan.arm()
  await steps[at]?.run(journal, clock)
  plan.disarm()
  await journal.close()
  return plan.calls.length
}

export async function allCases(): Promise<Case[]> {
  const cases: Case[] = []
  for (const step of steps.keys()) {
    const calls = await callsOf(step)
    for (let call = 1; call <= calls; call++) {
      // Seven in a row outlast the patience of a rename; once is over with the next call.
      for (const fault of faults)
        for (const times of fault === 'short' ? [1] : [1, 7]) cases.push({ step, call, fault, times })
    }
  }
  return cases
}
