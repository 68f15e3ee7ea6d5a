/** Power cuts while a lock is turned on or off: at every file call, with what was not synced absent, half, zeroed or there. */
import { expect, test } from 'vitest'
import type { Files } from '../../../../src/main/disk/files'
import { deep, figure, randomFrom, sampled, seed } from '../../../effort'
import { canaries, leftovers, lockDefects, type MadeKey, sampleJournal, turnedOff, turnedOn } from '../../lockRuns'
import { madeKey } from '../../sealed'
import type { SimulatedDisk } from '../../simulatedDisk'
import { wrappedFiles } from '../../wrappedFiles'

const sound = (files: Files) => files
const statesPerPoint = deep ? 40 : 3

async function cutShort(
  disk: SimulatedDisk,
  key: MadeKey,
  change: (files: Files, key: MadeKey) => Promise<unknown>,
  broken: (files: Files) => Files = sound,
): Promise<{ states: number; defects: string[] }> {
  const random = randomFrom(seed)
  const left: SimulatedDisk[] = []
  const cut = () => {
    left.push(...disk.crashStates(statesPerPoint, random))
    return undefined
  }
  await change(broken(wrappedFiles(disk, cut)), key)
  cut()
  const defects: string[] = []
  for (const state of broken === sound ? sampled(left, 60) : left) {
    defects.push(...(await lockDefects(state, key)))
    // One is enough to show that it is found.
    if (broken !== sound && defects.length > 0) break
  }
  return { states: left.length, defects }
}

async function withLock(key: MadeKey): Promise<SimulatedDisk> {
  const disk = await sampleJournal()
  await turnedOn(disk, key)
  return disk.copy()
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString())
    return true
  } catch {
    return false
  }
}

test('turned on, every word is there and none is readable; turned off, all is as it was but for a line break', async () => {
  const key = await madeKey()
  const disk = await sampleJournal()
  const before = disk.files()
  expect(canaries.filter((canary) => before.some(({ bytes }) => Buffer.from(bytes).includes(canary)))).toEqual(canaries)
  expect(await turnedOn(disk, key)).toBe(0)
  expect(leftovers(disk, true)).toEqual([])
  expect(await lockDefects(disk.copy(), key)).toEqual([])
  await turnedOff(disk, key)
  const inOrder = (files: typeof before) =>
    files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  // But for the key file, which late files of another device are opened with.
  const retired = (path: string) => path.startsWith('/journal/keys/')
  expect(disk.files().filter(({ path }) => retired(path))).toMatchObject([{ bytes: Uint8Array.from(key.bytes) }])
  // And that no sync program takes a file for the one that was there before.
  const renewed = before.map(({ path, bytes }) => {
    const isRenewed = isJson(bytes) && !/^\/journal\/(journal\.json|quarantine\/)/.test(path)
    return { path, bytes: isRenewed ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes }
  })
  expect(inOrder(disk.files().filter(({ path }) => !retired(path)))).toEqual(inOrder(renewed))
  expect(await lockDefects(disk, key)).toEqual([])
})

test('no power cut while it is turned on loses a word', async () => {
  const key = await madeKey()
  const { states, defects } = await cutShort(await sampleJournal(), key, turnedOn)
  figure(`storage: ${states} disks after power cuts while a lock is turned on, ${defects.length} defects`)
  expect(states).toBeGreaterThan(100)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('nor while it is turned off', async () => {
  const key = await madeKey()
  const { states, defects } = await cutShort(await withLock(key), key, turnedOff)
  figure(`storage: ${states} disks after power cuts while a lock is turned off, ${defects.length} defects`)
  expect(states).toBeGreaterThan(100)
  expect(defects, `seed ${seed}`).toEqual([])
})

const withoutFileSync = (files: Files): Files => ({
  ...files,
  create: async (path) => ({ ...(await files.create(path)), sync: async () => undefined }),
})
const withoutFolderSync = (files: Files): Files => ({
  ...files,
  openFolder: async () => ({ sync: async () => undefined, close: async () => undefined }),
})

test.each(Object.entries({ withoutFileSync, withoutFolderSync }))(
  'the check finds what is broken: %s',
  async (_, broken) => {
    const key = await madeKey()
    const on = await cutShort(await sampleJournal(), key, turnedOn, broken)
    const off = await cutShort(await withLock(key), key, turnedOff, broken)
    expect(on.defects).not.toEqual([])
    expect(off.defects).not.toEqual([])
  },
)
