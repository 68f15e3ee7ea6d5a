/** SIGKILL at the system calls of a backup, of going back to one, of the lock turned on and off, of its files migrated, and of a version brought back: nothing that was stored is missed at the next start. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tidyRestore } from '../../src/main/backups/restoreJournal'
import { rawDisk } from '../../src/main/disk/rawFiles'
import { isTemporaryName } from '../../src/main/disk/temporaryName'
import { deep, figure } from '../effort'
import { type Action, missing, ofMore, ofSteps, placeIn } from './actions'
import { type ChildScript, childScript, linesOf, started } from './childScript'
import { canTrace, killedAt, oneThread } from './strace'

/** What changes the disk; the calls of the runtime's own start are not among them, or few. */
const kinds = ['fsync', 'rename', 'link', 'unlink', 'mkdir', 'rmdir', 'pwrite64', 'write', 'openat', 'close', 'statx']
/** Calls of one kind after which one in `stride` is enough. */
const all = 60
const stride = 5
const mostCalls = 2_000

const names = [
  'bring a version back',
  'back up',
  'go back to a backup',
  'turn the lock on',
  'turn the lock off',
  'migrate what is sealed',
]
const actions = [...ofSteps, ...ofMore].filter(({ name }) => names.includes(name))

let script: ChildScript
beforeAll(async () => {
  script = await childScript('killedAction')
})
afterAll(() => script.remove())

/** A killed action: how far it came, and what would be missed. */
async function killed(action: Action, prepared: string, kind: string, at: number) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-killed-'))
  try {
    cpSync(prepared, folder, { recursive: true })
    const command = killedAt(kind, at, [process.execPath, script.path, action.name, folder])
    const lines = await linesOf(started(command, oneThread))
    const [isBegun, isDone] = [lines.includes('begun'), lines.includes('done')]
    const place = placeIn(folder)
    const defects = await missing(place, isDone ? [action.after] : [action.before, action.after])
    await tidyRestore(rawDisk(), place.journal).catch((error: unknown) => defects.push(`not tidied: ${error}`))
    defects.push(...((await action.check?.(place)) ?? []))
    const left = readdirSync(place.journal, { recursive: true, encoding: 'utf8' })
    for (const name of left)
      if (isTemporaryName(name.slice(name.lastIndexOf('/') + 1))) defects.push(`left over: ${name}`)
    return { isBegun, isDone, defects: defects.map((defect) => `${action.name}, ${kind} ${at}: ${defect}`) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(!deep || !canTrace())('SIGKILL (needs EFFORT=deep, strace and the right to trace)', () => {
  test.each(actions.map((action) => [action.name, action] as const))('%s', async (_, action) => {
    const prepared = mkdtempSync(join(tmpdir(), 'throughline-prepared-'))
    const place = placeIn(prepared)
    mkdirSync(place.backups)
    await action.prepare(place)
    const defects: string[] = []
    let points = 0
    for (const kind of kinds) {
      for (let at = 1; at < mostCalls; at += at > all ? stride : 1) {
        const report = await killed(action, prepared, kind, at)
        if (report.isDone) break
        if (report.isBegun) points += 1
        defects.push(...report.defects)
      }
    }
    rmSync(prepared, { recursive: true })
    figure(`storage: ${action.name}: SIGKILL at ${points} system calls, ${defects.length} defects`)
    expect(defects).toEqual([])
  })
})
