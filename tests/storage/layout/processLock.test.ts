/** One process for each journal. */
import { once } from 'node:events'
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { nodeDisk } from '../../../src/main/disk/disk'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { checkUnused } from '../../../src/main/storage/layout/checkUnused'
import { JournalFolder } from '../../../src/main/storage/layout/journalFolder'
import { nodeProcesses } from '../../../src/main/storage/layout/processes'
import { ProcessLock } from '../../../src/main/storage/layout/processLock'
import { processLockName } from '../../../src/main/storage/layout/processLockName'
import { figure, runs } from '../../effort'
import { type ChildScript, childScript, lineOf, started } from '../childScript'
import { freshFolder } from '../freshFolder'
import { madeUpProcesses, sampleEntry } from '../sample'
import { setClock } from '../sampleClock'

let script: ChildScript
beforeAll(async () => {
  script = await childScript('lockingChild')
})
afterAll(() => script.remove())

const open = (folder: string) => openJournal({ folder, clock: setClock(), knownBefore: false })
const inUse = expect.objectContaining({ code: 'in-use' })

async function withLock(folder: string, holder: Parameters<typeof processLockName>[0], age: number): Promise<string> {
  await (await open(folder)).close()
  const path = join(folder, 'locks', processLockName(holder))
  await mkdir(join(folder, 'locks'), { recursive: true })
  await writeFile(path, '')
  // By the file system's clock, which need not be ours.
  const then = (await stat(path)).mtimeMs / 1000 - age
  await utimes(path, then, then)
  return path
}

test('a second process is refused while the first lives, and let in when it is killed', async () => {
  const folder = await freshFolder()
  const child = started([process.execPath, script.path, folder])
  expect(await lineOf(child)).toBe('open')
  await expect(open(folder)).rejects.toEqual(inUse)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await open(folder)).close()
  expect(await readdir(join(folder, 'locks'))).toEqual([])
})

test('a journal is looked at before it is replaced: another process’s is in use, an absent one is nobody’s', async () => {
  const folder = await freshFolder()
  const place = new JournalFolder(nodeDisk(), folder)
  await checkUnused(place)
  await (await open(folder)).close()
  await checkUnused(place)
  expect(await readdir(join(folder, 'locks'))).toEqual([])
  const child = started([process.execPath, script.path, folder])
  expect(await lineOf(child)).toBe('open')
  await expect(checkUnused(place)).rejects.toEqual(inUse)
  child.kill('SIGKILL')
  await once(child, 'exit')
})

test('of processes that start at once, at most one is let in', async () => {
  const rounds = runs({ quick: 1, all: 3, deep: 30 })
  let [owners, none] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const folder = await freshFolder()
    const children = [1, 2, 3].map(() => started([process.execPath, script.path, folder]))
    const said = await Promise.all(children.map(lineOf))
    const open = said.filter((line) => line === 'open').length
    expect(
      said.every((line) => line === 'open' || line === 'in-use'),
      said.join(),
    ).toBe(true)
    expect(open).toBeLessThanOrEqual(1)
    owners += open
    none += open === 0 ? 1 : 0
    await Promise.all(
      children.map(async (child, at) => {
        const ended = child.exitCode === null ? once(child, 'exit') : undefined
        if (said[at] === 'open') child.stdin?.end('end\n')
        await ended
      }),
    )
  }
  figure(`storage: ${rounds} starts of three processes at once: ${owners} owners, ${none} rounds without one`)
})

const self = nodeProcesses().self

test('a lock of a process that ended, or of an earlier start of the machine, is put aside', async () => {
  const folder = await freshFolder()
  await withLock(folder, { ...self, pid: 2 ** 22 + 1 }, 0)
  await withLock(folder, { ...self, boot: '0123456789ab' }, 0)
  await withLock(folder, { ...self, started: '1' }, 0)
  await (await open(folder)).close()
  expect(await readdir(join(folder, 'locks'))).toEqual([])
})

test('a lock given up while its disk was away holds nobody out when that comes back', async () => {
  const folder = await freshFolder()
  const away = `${folder}-away`
  onTestFinished(() => rm(away, { recursive: true, force: true }))
  await (await open(folder)).close()
  const home = new JournalFolder(nodeDisk(), folder)
  const locks = () => readdir(join(folder, 'locks'))
  for (const leave of [(lock: ProcessLock) => lock.release(), (lock: ProcessLock) => lock.beat()]) {
    const lock = new ProcessLock(home, nodeProcesses())
    await lock.hold()
    const [left] = await locks()
    await rename(folder, away)
    await leave(lock)
    await rename(away, folder)
    expect(await locks()).toEqual([left])
    const next = new ProcessLock(home, nodeProcesses())
    await next.hold()
    expect(await locks()).not.toContain(left)
    expect(next.foundCrash).toBe(false)
    await next.release()
    await lock.release()
    expect(await locks()).toEqual([])
  }
})

test('a lock of this process that is held holds out', async () => {
  const folder = await freshFolder()
  const journal = await open(folder)
  await expect(open(folder)).rejects.toEqual(inUse)
  await journal.close()
})

test('the lock of another sandbox counts while it is fresh', async () => {
  const holder = { ...self, space: '0123456789ab' }
  const folder = await freshFolder()
  await withLock(folder, holder, 10)
  await expect(open(folder)).rejects.toEqual(inUse)
  const later = await freshFolder()
  await withLock(later, holder, 600)
  await (await open(later)).close()
})

test.each([10, 600])('another computer refuses nothing, however old its lock is', async (age) => {
  const folder = await freshFolder()
  const path = await withLock(folder, { ...self, host: '0123456789ab' }, age)
  const journal = await open(folder)
  await journal.entries.save(sampleEntry(), 0)
  await journal.close()
  expect(await readdir(join(folder, 'locks'))).toEqual([basename(path)])
})

test('a foreign file among the locks is left alone', async () => {
  const folder = await freshFolder()
  await (await open(folder)).close()
  await writeFile(join(folder, 'locks', 'notes.txt'), 'mine')
  await (await open(folder)).close()
  expect(await readdir(join(folder, 'locks'))).toEqual(['notes.txt'])
})

test('without knowing who lives, two would be let in: the check above can fail', async () => {
  const folder = await freshFolder()
  const options = { folder, clock: setClock(), knownBefore: false }
  const first = await openJournal({ ...options, processes: madeUpProcesses().start() })
  const second = await openJournal({ ...options, processes: madeUpProcesses().start() })
  await second.close()
  await first.close()
})
