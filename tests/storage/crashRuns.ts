/** Cuts the power between any two file calls of a sequence of steps, and looks at each disk that could be left. */
import type { Files } from '../../src/main/disk/files'
import { isTemporaryName } from '../../src/main/disk/temporaryName'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { defectsOf } from './defects'
import { emptyWithLock, type MadeKey } from './lockRuns'
import { madeUpProcesses } from './sample'
import { setClock } from './sampleClock'
import { nothing, type Step, type Stored } from './scenarios'
import { SimulatedDisk } from './simulatedDisk'
import { wrappedFiles } from './wrappedFiles'

interface Crash {
  readonly disk: SimulatedDisk
  readonly during: string
  readonly known: boolean
  /** One of these has to be what is found. */
  readonly possible: readonly Stored[]
}

export interface CrashReport {
  readonly points: number
  readonly states: number
  readonly defects: string[]
}

/** `broken` stands between the journal and the disk, to show that the checks find what it breaks. */
export async function crashReport(
  steps: readonly Step[],
  statesPerPoint: number,
  random: () => number,
  key: MadeKey | null = null,
): Promise<CrashReport> {
  const defects: string[] = []
  let [points, states] = [0, 0]
  for await (const crash of crashes(steps, statesPerPoint, random, (files) => files, key)) {
    if (crash === 'point') points++
    else {
      states++
      defects.push(...(await defectsAfter(crash, key)).map((defect) => `${crash.during}: ${defect}`))
    }
  }
  return { points, states, defects }
}

/** What the check finds first with such files; undefined when it finds nothing. */
export async function firstDefect(
  steps: readonly Step[],
  statesPerPoint: number,
  random: () => number,
  broken: (files: Files) => Files,
): Promise<string | undefined> {
  for await (const crash of crashes(steps, statesPerPoint, random, broken, null)) {
    const [defect] = crash === 'point' ? [] : await defectsAfter(crash, null)
    if (defect !== undefined) return defect
  }
  return undefined
}

async function* crashes(
  steps: readonly Step[],
  statesPerPoint: number,
  random: () => number,
  broken: (files: Files) => Files,
  key: MadeKey | null,
): AsyncGenerator<Crash | 'point'> {
  const disk = key === null ? new SimulatedDisk() : await emptyWithLock(key)
  const clock = setClock()
  const found: Crash[] = []
  let points = 0
  let now = { during: 'opening', known: false, possible: [nothing] }
  const cut = () => {
    points++
    for (const state of disk.crashStates(statesPerPoint, random)) found.push({ disk: state, ...now })
    return undefined
  }
  function* taken(): Generator<Crash | 'point'> {
    yield* found.splice(0)
    for (; points > 0; points--) yield 'point'
  }
  const files = broken(wrappedFiles(disk, cut))
  const journal = await openJournal({
    folder: '/journal',
    clock,
    knownBefore: false,
    files,
    vault: key?.vault ?? null,
    processes: madeUpProcesses().start(),
  })
  yield* taken()
  let stored = nothing
  for (const step of steps) {
    now = { during: step.name, known: true, possible: [stored, step.after(stored)] }
    await step.run(journal, clock)
    stored = step.after(stored)
    now = { during: `after ${step.name}`, known: true, possible: [stored] }
    cut()
    yield* taken()
  }
  now = { during: 'closing', known: true, possible: [stored] }
  await journal.close()
  cut()
  yield* taken()
}

async function defectsAfter({ disk, known, possible }: Crash, key: MadeKey | null): Promise<string[]> {
  try {
    const vault = key?.vault ?? null
    const options = {
      folder: '/journal',
      clock: setClock('2026-03-03T08:00:00Z'),
      files: disk,
      knownBefore: known,
      vault,
    }
    const journal = await openJournal({ ...options, processes: madeUpProcesses().start() })
    const defects = await defectsOf(journal, possible)
    await journal.close()
    for (const { path } of disk.files()) {
      if (isTemporaryName(path.slice(path.lastIndexOf('/') + 1))) defects.push(`left over: ${path}`)
      if (path.includes('/quarantine/')) defects.push(`in quarantine: ${path}`)
    }
    return defects
  } catch (error) {
    return [`does not open: ${String(error)}`]
  }
}
