/** How long things have been in the trash is reckoned by each device for itself, outside of the journal. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { freshFolder } from '../freshFolder'
import { sampleEntry } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'

/** A page in the trash, and devices that open one folder. */
async function thrownAway() {
  const folder = await freshFolder()
  const clock = setClock()
  const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  const device = (states: string | null) => async () => {
    const journal = await openJournal({ folder, clock, knownBefore: false, states, vault: encryption.vault() })
    const left = (await journal.entries.trashed()).length
    await journal.close()
    return left
  }
  const journal = await openJournal({ folder, clock, knownBefore: false })
  await journal.entries.save(sampleEntry(), 0)
  await journal.entries.trash(sampleEntry().id)
  await journal.close()
  return { folder, clock, device, encryption, states: `${folder}-states` }
}

/** Without what tells the other devices that something was erased on purpose. */
const inTrash = async (folder: string) =>
  (await readdir(join(folder, 'trash'))).filter((name) => name !== 'given-up').sort()

test('each device waits for 30 days of its own, and none writes into the journal', async () => {
  const { folder, clock, device, states } = await thrownAway()
  const [here, there] = [device(states), device(`${folder}-others`)]
  const left: number[][] = []
  for (let week = 1; week <= 6; week++) {
    clock.advance({ days: 7 })
    // The other one is opened seldom.
    left.push([week % 3 === 0 ? await there() : 1, await here()])
    if (week < 6) expect(await inTrash(folder)).toHaveLength(1)
  }
  expect(left).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 0],
  ])
  expect(await inTrash(folder)).toEqual([])
})

test('a command without a folder of its own erases nothing', async () => {
  const { clock, device } = await thrownAway()
  for (let week = 1; week <= 8; week++) {
    clock.advance({ days: 7 })
    expect(await device(null)()).toBe(1)
  }
})

test('goes on from what earlier versions of the app left in the trash', async () => {
  const { folder, clock, device, states } = await thrownAway()
  clock.advance({ days: 40 })
  const [name = ''] = await inTrash(folder)
  const week = 7 * 86_400_000
  const ages = { schema: 1, files: { [name]: { seen: clock.instant(), believed: 5 * week, longest: week } } }
  await writeFile(join(folder, 'trash', 'ages.json'), JSON.stringify(ages))
  clock.advance({ days: 7 })
  expect(await device(states)()).toBe(0)
})

test('one that can’t be read begins anew, and a newer app’s erases nothing', async () => {
  const { folder, clock, device, states } = await thrownAway()
  const open = device(states)
  for (let week = 1; week <= 5; week++) {
    clock.advance({ days: 7 })
    expect(await open()).toBe(1)
  }
  const [id = ''] = await readdir(states)
  const file = join(states, id, 'ages-entry.json')
  await writeFile(file, '{"schema":1,"files":')
  clock.advance({ days: 7 })
  expect(await open()).toBe(1)
  const [name = ''] = await inTrash(folder)
  const files = { [name]: { seen: clock.instant(), believed: 1e12, longest: 0 } }
  await writeFile(file, JSON.stringify({ schema: 2, files }))
  expect(await open()).toBe(1)
  await writeFile(file, JSON.stringify({ schema: 1, files }))
  expect(await open()).toBe(0)
})

test('with a lock it goes on, sealed', async () => {
  const { clock, device, encryption, states } = await thrownAway()
  const open = device(states)
  for (let week = 1; week <= 6; week++) {
    if (week === 4) await (await encryption.prepare(passphrase)).turnOn(() => undefined)
    clock.advance({ days: 7 })
    expect(await open()).toBe(week === 6 ? 0 : 1)
  }
  const [id = ''] = await readdir(states)
  expect((await readFile(join(states, id, 'ages-entry.json'))).subarray(0, 8).toString()).toBe('TLSEALED')
})
