/** A backup takes the journal's place whole or not at all, under faults and when it is cut off. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { finishRestore } from '../../src/main/backups/finishRestore'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { restoreJournal, tidyRestore } from '../../src/main/backups/restoreJournal'
import { failureOf } from '../../src/main/disk/failureOf'
import { makeFolders } from '../../src/main/disk/makeFolders'
import { moveDurably } from '../../src/main/disk/moveDurably'
import type { RawFiles } from '../../src/main/disk/rawFiles'
import { removeTree } from '../../src/main/disk/removeTree'
import type { RestoreOrder } from '../../src/main/services/ports/backupStore'
import { newKeyFile } from '../../src/main/storage/encryption/cipher/keySlots'
import { figure, randomFrom, runs, sampled, seed, share } from '../effort'
import { errno, type SimulatedDisk } from '../storage/simulatedDisk'
import { FaultPlan, faults, wrappedRawFiles } from '../storage/wrappedFiles'
import { diskWithJournal, folder, on, order, sampleFiles, textsIn } from './diskWithJournal'

const journal = '/home/journal'
const later = {
  ...sampleFiles,
  'entries/2026/2026-03-05-later.json': 'Written since.',
  'settings.json': '{"schema":1,"x":1}',
}
const restore: Omit<RestoreOrder, 'file' | 'coveredBy'> = { journal, now: '2026-03-06T08:00:00Z' }

/** A backup of `then`, and the journal as it is later, with a backup that covers it, or none. */
async function begun(
  now: Readonly<Record<string, string>> | null = later,
  then: Readonly<Record<string, string>> = sampleFiles,
): Promise<{ disk: SimulatedDisk; file: string; coveredBy: string | null }> {
  const disk = await diskWithJournal(then)
  const { backup } = await makeBackup(on(disk), order, folder)
  await removeTree(on(disk), journal)
  if (now !== null) {
    for (const [path, text] of Object.entries(now)) {
      const place = join(journal, path)
      await makeFolders(on(disk), join(place, '..'))
      disk.put(place, Buffer.from(text))
    }
  }
  const covering = now?.['journal.json'] === undefined ? null : await makeBackup(on(disk), order, folder)
  return {
    disk: disk.copy(),
    file: join(folder, backup.name),
    coveredBy: covering && join(folder, covering.backup.name),
  }
}

const names = async (disk: SimulatedDisk) => (await disk.list('/home')).map(({ name }) => name).sort()

/** As the next start does. */
async function startAgain(disk: SimulatedDisk): Promise<void> {
  await finishRestore(on(disk), journal)
  await tidyRestore(on(disk), journal)
}

test('the journal becomes what it was then, and the next start leaves no trace', async () => {
  const { disk, file, coveredBy } = await begun()
  await restoreJournal(on(disk), { ...restore, file, coveredBy })
  expect(textsIn(disk)).toEqual(sampleFiles)
  expect(await names(disk)).toEqual(['.throughline-journal.replaced', 'journal', 'journal-backups'])
  await startAgain(disk)
  expect(textsIn(disk)).toEqual(sampleFiles)
  expect(await names(disk)).toEqual(['journal', 'journal-backups'])
})

test('a folder that is gone comes back', async () => {
  const { disk, file, coveredBy } = await begun(null)
  await restoreJournal(on(disk), { ...restore, file, coveredBy })
  expect(textsIn(disk)).toEqual(sampleFiles)
  expect(await names(disk)).toEqual(['journal', 'journal-backups'])
})

test('what no backup holds is put aside and stays', async () => {
  const { disk, file, coveredBy } = await begun({ 'holiday.txt': 'mine' })
  await restoreJournal(on(disk), { ...restore, file, coveredBy })
  await startAgain(disk)
  expect(textsIn(disk)).toEqual(sampleFiles)
  expect(textsIn(disk, '/home/journal-before-restore-20260306T080000000Z')).toEqual({ 'holiday.txt': 'mine' })
})

test('what was saved since the present state was backed up is put aside and stays', async () => {
  const { disk, file, coveredBy } = await begun()
  disk.put(join(journal, 'entries/2026/2026-03-05-later.json'), Buffer.from('Written meanwhile.'))
  await restoreJournal(on(disk), { ...restore, file, coveredBy })
  await startAgain(disk)
  expect(textsIn(disk)).toEqual(sampleFiles)
  expect(textsIn(disk, '/home/journal-before-restore-20260306T080000000Z')).toEqual({
    ...later,
    'entries/2026/2026-03-05-later.json': 'Written meanwhile.',
  })
})

test('a thought that another process left meanwhile is carried along, now or with the next start', async () => {
  for (const isStuck of [false, true]) {
    const { disk, file, coveredBy } = await begun()
    await makeFolders(on(disk), join(journal, 'captures/inbox'))
    disk.put(join(journal, 'captures/inbox/thought.json'), Buffer.from('caught'))
    const files = wrappedRawFiles(disk, (name, path) => {
      if (isStuck && name === 'rename' && path.endsWith('thought.json')) throw errno('EIO')
      return undefined
    })
    await restoreJournal(on(files), { ...restore, file, coveredBy })
    if (isStuck) await startAgain(disk)
    expect(textsIn(disk)['captures/inbox/thought.json']).toBe('caught')
  }
})

test('a thought that was left sealed is carried into a journal of the same key, and into no other', async () => {
  const made = (passphrase: string) =>
    newKeyFile({ passphrase, recovery: Buffer.alloc(16, 1), now: order.now, cost: { n: 2 ** 14, r: 8, p: 1 } })
  const [own, other] = [await made('own'), await made('other')]
  for (const [then, isCarried] of [
    [own, true],
    [other, false],
  ] as const) {
    const { disk, file, coveredBy } = await begun(
      { ...later, 'lock.json': Buffer.from(own.bytes).toString() },
      {
        ...sampleFiles,
        'lock.json': Buffer.from(then.bytes).toString(),
      },
    )
    await makeFolders(on(disk), join(journal, 'sealed/captures/inbox'))
    disk.put(join(journal, 'sealed/captures/inbox/thought.json'), Buffer.from('sealed'))
    await restoreJournal(on(disk), { ...restore, file, coveredBy })
    expect(textsIn(disk)['sealed/captures/inbox/thought.json']).toBe(isCarried ? 'sealed' : undefined)
  }
})

test('too little room, and a folder above that is away, change nothing', async () => {
  const { disk, file, coveredBy } = await begun()
  disk.free = 1_000
  await expect(restoreJournal(on(disk), { ...restore, file, coveredBy })).rejects.toMatchObject({ code: 'no-room' })
  expect(textsIn(disk)).toEqual(later)
  disk.free = 1e12
  const away = restoreJournal(on(disk), { ...restore, file, coveredBy: null, journal: '/media/usb/journal' })
  await expect(away.catch((error: unknown) => Promise.reject(failureOf(error)))).rejects.toMatchObject({
    code: 'folder-missing',
  })
  expect((await disk.list('/')).map(({ name }) => name)).toEqual(['home'])
})

test('where the journal’s folder can’t be moved, it stays', async () => {
  const { disk, file, coveredBy } = await begun()
  const files = wrappedRawFiles(disk, (name, path) => {
    if (name === 'rename' && path === journal) throw errno('EBUSY')
    return undefined
  })
  await expect(restoreJournal(on(files), { ...restore, file, coveredBy })).rejects.toThrow('EBUSY')
  expect(textsIn(disk)).toEqual(later)
  expect(await names(disk)).toEqual(['journal', 'journal-backups'])
})

/** One of the two, whole; before the next start has put it in order there may be none, but then one is ready. */
function stateOf(disk: SimulatedDisk): 'before' | 'restored' | 'neither' {
  const texts = JSON.stringify(sorted(textsIn(disk)))
  if (texts === JSON.stringify(sorted(later))) return 'before'
  return texts === JSON.stringify(sorted(sampleFiles)) ? 'restored' : 'neither'
}

function sorted(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))
}

test('every fault at every call: said, and one of the two is there', async () => {
  const counting = new FaultPlan()
  counting.arm()
  const first = await begun()
  await restoreJournal(on(wrappedRawFiles(first.disk, counting.before)), {
    ...restore,
    file: first.file,
    coveredBy: first.coveredBy,
  })
  const random = randomFrom(seed)
  const defects: string[] = []
  let runs = 0
  for (let call = 1; call <= counting.calls.length; call++) {
    for (const fault of faults) {
      for (const times of [1, 7]) {
        if (random() >= share(0.08)) continue
        runs += 1
        const { disk, file, coveredBy } = await begun()
        const plan = new FaultPlan(call, fault, times)
        plan.arm()
        const failure = await restoreJournal(on(wrappedRawFiles(disk, plan.before)), {
          ...restore,
          file,
          coveredBy,
        }).then(
          () => null,
          (error: unknown) => failureOf(error),
        )
        const where = `call ${call} (${plan.met}) ${fault}×${times}`
        if (failure?.code === 'unexpected') defects.push(`${where}: ${failure.message}`)
        const now = await textsNow(disk)
        // A folder that was not synced in time is said to have failed, and may be the new one all the same.
        if (now === 'neither' || (failure === null && now !== 'restored')) defects.push(`${where}: ${now}`)
        await startAgain(disk)
        if (stateOf(disk) === 'neither') defects.push(`${where}: neither after the next start`)
        if (stateOf(disk) !== now && now !== 'away') defects.push(`${where}: another one after the next start`)
        if ((await names(disk)).length !== 2) defects.push(`${where}: left ${await names(disk)}`)
      }
    }
  }
  figure(`backups: restore: ${runs} faults, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

/** `away`: between the two renames, and even the way back failed. */
async function textsNow(disk: SimulatedDisk): Promise<'before' | 'restored' | 'neither' | 'away'> {
  if ((await names(disk)).includes('journal')) return stateOf(disk)
  return 'away'
}

async function defectsWhenCut(
  files: (disk: SimulatedDisk, cut: () => undefined) => RawFiles,
  states: number,
  isBroken = false,
) {
  const random = randomFrom(seed)
  const { disk, file, coveredBy } = await begun()
  const left: { disk: SimulatedDisk; isDone: boolean }[] = []
  let isDone = false
  let points = 0
  const cut = () => {
    points += 1
    left.push(...[...disk.crashStates(states, random)].map((state) => ({ disk: state, isDone })))
    return undefined
  }
  await restoreJournal(on(files(disk, cut)), { ...restore, file, coveredBy })
  isDone = true
  cut()
  const defects: string[] = []
  for (const { disk: state, isDone: wasDone } of isBroken ? left : sampled(left, 30)) {
    // One is enough to show that it is found.
    if (isBroken && defects.length > 0) break
    await startAgain(state)
    const found = (await names(state)).includes('journal') ? stateOf(state) : 'neither'
    if (found === 'neither' || (wasDone && found !== 'restored'))
      defects.push(`${found}${wasDone ? ' when it was done' : ''}`)
    if ((await names(state)).length !== 2) defects.push(`left ${await names(state)}`)
    // What was cut off can be done again.
    await restoreJournal(on(state), { ...restore, file, coveredBy }).catch((error: unknown) =>
      defects.push(String(error)),
    )
    if (stateOf(state) !== 'restored') defects.push('the next one did not restore')
  }
  return { points, states: left.length, defects }
}

test('cut off at every call: after the next start one of the two is there, whole, and nothing else', async () => {
  const { points, states, defects } = await defectsWhenCut(wrappedRawFiles, runs({ quick: 1, all: 3, deep: 40 }))
  figure(`backups: restore: cut off at ${points} points, ${states} disks, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

const careless = {
  'files are not synced': (files: RawFiles): RawFiles => ({
    ...files,
    create: async (path) => ({ ...(await files.create(path)), sync: async () => undefined }),
  }),
  'folders are not synced': (files: RawFiles): RawFiles => ({
    ...files,
    openFolder: async () => ({ sync: async () => undefined, close: async () => undefined }),
  }),
  'the old journal goes before the new one is whole': (files: RawFiles): RawFiles => ({
    ...files,
    openToRead: async (path) => {
      if ((await files.info(journal).catch(() => null)) !== null) await removeTree(on(files), journal)
      return files.openToRead(path)
    },
  }),
}

test.each(Object.entries(careless))('the check finds a restore that is broken: %s', async (_, broken) => {
  const found = await defectsWhenCut((disk, cut) => broken(wrappedRawFiles(disk, cut)), 3, true).then(
    ({ defects }) => defects,
    (error: unknown) => [String(error)],
  )
  expect(found).not.toEqual([])
})

test('moving a folder keeps all that is in it', async () => {
  const { disk } = await begun()
  await moveDurably(on(disk), journal, '/home/other')
  for (const state of disk.crashStates(20, randomFrom(seed))) {
    const there = (await names(state)).find((name) => name === 'journal' || name === 'other')
    expect(textsIn(state, `/home/${there}`)).toEqual(later)
  }
})
