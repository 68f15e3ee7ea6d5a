/** SIGKILL between any two file calls of a process that writes a journal: what it said is stored is there at the next start. */
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapConcurrent } from '../../src/main/async/mapConcurrent'
import { isTemporaryName } from '../../src/main/disk/temporaryName'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { deep, figure, sampled } from '../effort'
import { type ChildScript, childScript, linesOf, started } from './childScript'
import { defectsOf } from './defects'
import { freshFolder } from './freshFolder'
import { setClock } from './sampleClock'
import { steps, storedAfter } from './scenarios'
import { canTrace, killedAt, oneThread } from './strace'

let script: ChildScript
beforeAll(async () => {
  script = await childScript('killedChild')
})
afterAll(() => script.remove())

interface Killed {
  readonly defects: string[]
  /** How many steps were stored; -1 when the journal was not even open. */
  readonly stored: number
  readonly finished: boolean
}

async function killed(command: (folder: string) => readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Killed> {
  const folder = await freshFolder()
  const lines = await linesOf(started(command(folder), env))
  const stored = lines.filter((line) => line.startsWith('stored')).length - 1
  const possible = [stored, stored + 1].map((count) => storedAfter(steps.slice(0, Math.max(count, 0))))
  const journal = await openJournal({ folder, clock: setClock('2026-03-03T08:00:00Z'), knownBefore: stored >= 0 })
  const defects = await defectsOf(journal, possible)
  await journal.close()
  for (const name of await readdir(folder, { recursive: true })) {
    if (name.startsWith('quarantine/')) defects.push(`in quarantine: ${name}`)
    if (isTemporaryName(name.slice(name.lastIndexOf('/') + 1))) defects.push(`left over: ${name}`)
  }
  return { defects, stored, finished: lines.some((line) => line.startsWith('calls')) }
}

test('at every file call', async () => {
  const folder = await freshFolder()
  const calls = Number((await linesOf(started([process.execPath, script.path, folder]))).at(-1)?.split(' ')[1])
  expect(calls).toBeGreaterThan(100)
  const all = Array.from({ length: calls }, (_, at) => at + 1)
  const points = deep
    ? all
    : sampled(
        all.filter((point) => point % 4 === 1),
        8,
      )
  const defects: string[] = []
  const kill = async (point: number) => {
    const report = await killed((place) => [process.execPath, script.path, place, String(point)])
    return [...report.defects, ...(report.finished ? ['was not killed'] : [])].map(
      (defect) => `call ${point}: ${defect}`,
    )
  }
  for await (const found of mapConcurrent(points, 2, kill)) defects.push(...found)
  figure(`storage: ${points.length} of ${calls} file calls with SIGKILL, ${defects.length} defects`)
  expect(defects).toEqual([])
})

test.skipIf(!deep || !canTrace())(
  'at every system call (needs EFFORT=deep, strace and the right to trace)',
  async () => {
    const kinds = ['fsync', 'rename', 'link', 'unlink', 'mkdir', 'openat', 'close', 'write', 'statx', 'getdents64']
    const defects: string[] = []
    let points = 0
    for (const kind of kinds) {
      for (let at = 1; at < 400; at++) {
        const report = await killed((folder) => killedAt(kind, at, [process.execPath, script.path, folder]), oneThread)
        if (report.finished) break
        if (report.stored >= 0) points++
        defects.push(...report.defects.map((defect) => `${kind} ${at}: ${defect}`))
      }
    }
    figure(`storage: ${points} system calls with SIGKILL while the journal was open, ${defects.length} defects`)
    expect(defects).toEqual([])
  },
  1_800_000,
)
