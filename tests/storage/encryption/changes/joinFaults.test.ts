/** Power cuts and refused calls while two locks become one, and while late files are opened: every word is there, and trying again ends it. */
import { expect, test } from 'vitest'
import type { Files } from '../../../../src/main/disk/files'
import { joinLocks } from '../../../../src/main/storage/encryption/changes/joinLocks'
import { openLateFiles } from '../../../../src/main/storage/encryption/changes/openLateFiles'
import { readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { sealedPlace } from '../../../../src/main/storage/encryption/cipher/sealedPlace'
import { findLock, sealedFolderAsItLies } from '../../../../src/main/storage/encryption/files/encryptedLayout'
import { InboxGate } from '../../../../src/main/storage/encryption/files/inboxGate'
import { hasTwo, keyFilesIn } from '../../../../src/main/storage/encryption/keys/keyFiles'
import { kinds } from '../../../../src/main/storage/kinds/kinds'
import type { JournalFolder } from '../../../../src/main/storage/layout/journalFolder'
import { deep, figure, randomFrom, sampled, seed, share } from '../../../effort'
import { homeOn, lockDefects, type MadeKey, sampleJournal, turnedOff, turnedOn } from '../../lockRuns'
import { madeKey } from '../../sealed'
import type { SimulatedDisk } from '../../simulatedDisk'
import { FaultPlan, faults, wrappedFiles } from '../../wrappedFiles'

const [first, second] = [await madeKey(), await madeKey()]
const id = ({ bytes }: MadeKey) => readKeyFile(bytes).id
const [lower, higher] = id(first) < id(second) ? [first, second] : [second, first]

/** Of `counts`, in which every other file was sealed by the other one's lock. */
async function twoLocked(counts: MadeKey): Promise<SimulatedDisk> {
  const other = counts === lower ? higher : lower
  const disk = await sampleJournal()
  await turnedOn(disk, counts)
  let at = 0
  for (const { path, bytes } of disk.files('/journal/sealed')) {
    if (path.endsWith('lock.json') || at++ % 2 === 0) continue
    const place = sealedPlace(kinds, path.split('/').slice(3))
    disk.put(path, other.vault.seal(counts.vault.open(bytes, place), place.subject))
  }
  disk.put('/journal/lock (conflicted copy).json', other.bytes)
  return disk.copy()
}

const gateOf = (home: JournalFolder) => new InboxGate(sealedFolderAsItLies(home))

async function joined(files: Files): Promise<void> {
  const home = homeOn(files)
  const found = await findLock(home)
  if (found === null) throw new Error('no lock')
  const [own, other] = found.file.id === id(lower) ? [lower, higher] : [higher, lower]
  const key = (await keyFilesIn(home)).find(({ file }) => file.id === id(other))
  if (key) await joinLocks(home, { key: found, vault: own.vault }, { key, vault: other.vault }, gateOf(home))
}

/** A late file of each place, beside a journal whose lock is off and in which every other one is missing. */
async function withLateFiles(): Promise<SimulatedDisk> {
  const disk = await sampleJournal()
  await turnedOn(disk, first)
  const sealed = disk.files('/journal/sealed').filter(({ path }) => !path.endsWith('lock.json'))
  await turnedOff(disk, first)
  for (const { path, bytes } of sealed) disk.put(path, bytes)
  for (const { path } of sealed.filter((_, at) => at % 2 === 0)) await disk.remove(path.replace('/sealed', ''))
  return disk.copy()
}

async function opened(files: Files): Promise<void> {
  const home = homeOn(files)
  await openLateFiles({ home, vault: first.vault, now: '2026-03-02T08:00:00Z', gate: gateOf(home) })
}

const changes = {
  'the lock that counts stays': { begin: () => twoLocked(lower), change: joined, key: lower },
  'the other one counts from here on': { begin: () => twoLocked(higher), change: joined, key: lower },
  'late files are opened': { begin: withLateFiles, change: opened, key: first },
}

/** As a person goes on: once more, then a start. */
async function defects(disk: SimulatedDisk, change: (files: Files) => Promise<void>, key: MadeKey): Promise<string[]> {
  await change(disk)
  // What is left over the next start looks for where a process died; it is no name of anything.
  return (await lockDefects(disk, key)).filter(
    (defect) => !/^left over: |\.throughline-[0-9a-f]{24}\.tmp$/.test(defect),
  )
}

test.each(Object.entries(changes))('no power cut loses a word: %s', async (_, { begin, change, key }) => {
  const disk = await begin()
  const random = randomFrom(seed)
  const left: SimulatedDisk[] = []
  const cut = () => {
    left.push(...disk.crashStates(deep ? 20 : 2, random))
    return undefined
  }
  await change(wrappedFiles(disk, cut))
  cut()
  const found: string[] = []
  for (const state of sampled(left, 12)) found.push(...(await defects(state, change, key)))
  figure(`storage: ${left.length} disks after power cuts while ${_}, ${found.length} defects`)
  expect(left.length).toBeGreaterThan(50)
  expect(found, `seed ${seed}`).toEqual([])
})

test('wherever it is cut off, there are two until the other one counts: turning one off would leave what the other one sealed', async () => {
  const disk = await twoLocked(higher)
  const left: SimulatedDisk[] = []
  await joined(wrappedFiles(disk, () => void left.push(disk.copy())))
  const seen = await Promise.all(
    left.map(async (state) => {
      const home = homeOn(state)
      return { counts: (await findLock(home))?.file.id, isTwo: await hasTwo(home) }
    }),
  )
  const before = seen.filter(({ counts }) => counts === id(higher))
  expect(before.length).toBeGreaterThan(50)
  expect(before.filter(({ isTwo }) => !isTwo)).toEqual([])
  expect(await hasTwo(homeOn(disk))).toBe(false)
})

test.each(Object.entries(changes))('nor does a refused call: %s', async (_, { begin, change, key }) => {
  const from = await begin()
  const counting = new FaultPlan()
  counting.arm()
  await change(wrappedFiles(from.copy(), counting.before))
  const random = randomFrom(seed)
  const found: string[] = []
  for (let number = 1; number <= counting.calls.length; number++) {
    const some = faults.filter(() => random() < share(0.1))
    for (const fault of deep ? faults : some.slice(0, 1)) {
      const disk = from.copy()
      const plan = new FaultPlan(number, fault)
      plan.arm()
      await change(wrappedFiles(disk, plan.before)).catch(() => undefined)
      found.push(
        ...(await defects(disk, change, key)).map((defect) => `${fault} at ${plan.met} (${number}): ${defect}`),
      )
    }
  }
  expect(found, `seed ${seed}`).toEqual([])
})
