/** The machine's sleep is held up while there is something to lock, by a child that lets go when it is told to and when the app is gone. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSleepDelay } from '../../../src/main/system/sleepDelay'
import { processesWith } from '../../standin/processes'

let folder: string
const log = () => join(folder, 'log')
const lines = () => (existsSync(log()) ? readFileSync(log(), 'utf8').split('\n').filter(Boolean) : [])

/** A `systemd-inhibit` that notes what it is given, runs the command as the system's does, and notes its end. */
function install(script: string): void {
  writeFileSync(join(folder, 'systemd-inhibit'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'systemd-inhibit'), 0o755)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-sleep-'))
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('one child holds it, until it is released or there is nothing to lock', async () => {
    install(`echo "held $1 $2" >> '${log()}'; cat > /dev/null; echo released >> '${log()}'`)
    let isWanted = false
    const delay = createSleepDelay(() => isWanted)
    delay.look()
    isWanted = true
    for (let look = 0; look < 5; look += 1) delay.look()
    await expect.poll(lines).toEqual(['held --what=sleep --mode=delay'])
    delay.release()
    await expect.poll(lines).toHaveLength(2)
    delay.look()
    await expect.poll(lines).toHaveLength(3)
    isWanted = false
    delay.look()
    await expect
      .poll(lines)
      .toEqual(['held --what=sleep --mode=delay', 'released', 'held --what=sleep --mode=delay', 'released'])
  })

  test('where nothing can hold it, it is not asked for again and again', async () => {
    install(`echo asked >> '${log()}'; exit 1`)
    const delay = createSleepDelay(() => true)
    delay.look()
    await expect.poll(lines).toEqual(['asked'])
    await expect.poll(() => processesWith(folder)).toEqual([])
    // Its end comes as an event of a turn after that.
    for (let turn = 0; turn < 10; turn += 1) await nextTurn()
    delay.look()
    expect(processesWith(folder)).toEqual([])
    expect(lines()).toEqual(['asked'])
  })
})
