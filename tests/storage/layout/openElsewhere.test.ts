/** Other computers that have the journal open: known by what changes in their locks, seen on our own clock, whatever the times of the files are. */
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../../src/main/disk/disk'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { JournalFolder } from '../../../src/main/storage/layout/journalFolder'
import { OtherComputers, signOf } from '../../../src/main/storage/layout/otherComputers'
import type { Processes } from '../../../src/main/storage/layout/processes'
import { ProcessLock } from '../../../src/main/storage/layout/processLock'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'

const minute = 60_000

/** Two computers with one folder: each takes the other's processes for unknown. */
async function twoComputers(named: { readonly there?: string } = { there: 'Ines’s laptop' }) {
  const folder = await freshFolder()
  await (await openJournal({ folder, clock: setClock(), knownBefore: false })).close()
  let now = 0
  const on = (host: string, device?: string) => {
    const self = { host, boot: 'bb', space: 'cc', pid: 7, started: '1' }
    const processes: Processes = {
      self,
      ...(device !== undefined && { device }),
      state: (mark) => (mark.host === host ? 'dead' : 'unknown'),
    }
    return new ProcessLock(new JournalFolder(nodeDisk(), folder), processes, () => now)
  }
  const [here, there] = [on('aa', 'Desk'), on('dd', named.there)]
  const locks = () => readdir(join(folder, 'locks'))
  const lockOf = async (host: string) =>
    join(folder, 'locks', (await locks()).find((name) => name.startsWith(host)) ?? '')
  return { folder, here, there, locks, lockOf, pass: (time: number) => (now += time) }
}

test('each heartbeat writes another content, in place', async () => {
  const { here, lockOf } = await twoComputers()
  await here.hold()
  const path = await lockOf('aa')
  const signs = [await readFile(path, 'utf8')]
  for (let beat = 0; beat < 12; beat++) {
    await here.beat()
    signs.push(await readFile(path, 'utf8'))
  }
  expect(new Set(signs).size).toBe(signs.length)
  expect(signs.at(-1)).toBe('{"schema":1,"beat":13,"device":"Desk"}')
  await here.release()
})

test('another computer is told once it shows a sign of life, refuses nothing, and is gone when it ends', async () => {
  const { here, there, pass, locks } = await twoComputers()
  const told: (readonly string[])[] = []
  here.elsewhere.onChange((devices) => told.push(devices))
  await there.hold()
  await here.hold()
  // Its lock may lie there for long.
  expect(here.elsewhere.devices).toEqual([])
  await there.beat()
  pass(minute)
  await here.beat()
  expect(here.elsewhere.devices).toEqual(['Ines’s laptop'])
  await there.release()
  pass(minute)
  await here.beat()
  expect(told).toEqual([['Ines’s laptop'], []])
  await here.release()
  expect(await locks()).toEqual([])
})

test('one that comes later is told at once, also without a name', async () => {
  const { here, there, pass } = await twoComputers({})
  await here.hold()
  await there.hold()
  pass(minute)
  await here.beat()
  expect(here.elsewhere.devices).toEqual([''])
  await there.release()
  await here.release()
})

test('one that says nothing new for three minutes of our clock has ended, whatever the times of its file say', async () => {
  const { here, there, pass, lockOf, locks } = await twoComputers()
  await here.hold()
  await there.hold()
  await here.beat()
  expect(here.elsewhere.devices).toHaveLength(1)
  const lock = await lockOf('dd')
  for (const year of [2020, 2031]) {
    await utimes(lock, new Date(`${year}-01-01`), new Date(`${year}-01-01`))
    pass(minute)
    await here.beat()
    expect(here.elsewhere.devices).toHaveLength(1)
  }
  pass(minute)
  await here.beat()
  expect(here.elsewhere.devices).toEqual([])
  expect((await locks()).filter((name) => name.startsWith('dd'))).toEqual([])
  // It lives after all: the sync was slow. Its next heartbeat finds no file, and its next write asks again.
  await there.beat()
  await there.hold()
  await here.beat()
  expect(here.elsewhere.devices).toHaveLength(1)
  await there.release()
  await here.release()
})

test('the byte of an earlier version of the app is a sign of life by its time', async () => {
  const { here, there, pass, lockOf } = await twoComputers()
  await there.hold()
  const lock = await lockOf('dd')
  await writeFile(lock, '.')
  await here.hold()
  await here.beat()
  expect(here.elsewhere.devices).toEqual([])
  await utimes(lock, new Date('2026-03-02'), new Date('2026-03-02'))
  pass(minute)
  await here.beat()
  expect(here.elsewhere.devices).toEqual([''])
  await rm(lock)
  await there.release()
  await here.release()
})

test('a computer of one name counts once; what is no sign has none', () => {
  const others = new OtherComputers()
  others.look(new Map(), 0)
  others.look(
    new Map([
      ['a', signOf(1, 'Desk')],
      ['b', signOf(2, 'Desk')],
      ['c', '{"schema":1,"device":7}'],
      ['d', 'null'],
    ]),
    1,
  )
  expect(others.devices).toEqual(['', 'Desk'])
})
