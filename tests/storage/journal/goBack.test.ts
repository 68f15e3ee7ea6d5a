/** Around a restore: what this device saved last goes with it, and only once it has succeeded. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../../src/main/disk/disk'
import { goBack } from '../../../src/main/storage/journal/goBack'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { isRestored } from '../../../src/main/storage/rollback/restoredMark'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'

const disk = nodeDisk()

async function place() {
  const [folder, states, seen] = [await freshFolder(), await freshFolder(), await freshFolder()]
  const { id, close } = await openJournal({ folder, clock: setClock(), knownBefore: false })
  await close()
  for (const journal of [id, 'another']) {
    await mkdir(join(states, journal), { recursive: true })
    await writeFile(join(states, journal, 'entry-1.json'), 'words')
  }
  return { folder, states, seen, id, at: { disk, folder, id, states, seen } }
}

test('the last states of the journal that is there then go, and those of no other', async () => {
  const { states, seen, id, at } = await place()
  let before: readonly string[] = []
  await goBack(at, async () => {
    before = (await readdir(states)).sort()
  })
  expect(before).toEqual(['another', id].sort())
  expect(await readdir(states)).toEqual(['another'])
  expect(await isRestored(disk, seen, id)).toBe(true)
})

test('a restore that fails leaves them, and nothing that was seen is given up', async () => {
  const { states, seen, id, at } = await place()
  await expect(goBack(at, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(await readFile(join(states, id, 'entry-1.json'), 'utf8')).toBe('words')
  expect(await isRestored(disk, seen, id)).toBe(false)
})
