/** What this device saved last stays readable whatever becomes of the lock, and goes only when it is what was looked at. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../../src/main/disk/disk'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import type { Vault } from '../../../src/main/storage/encryption/cipher/vault'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { encoded } from '../../../src/main/storage/format/fileFormat'
import { type JournalOptions, openJournal } from '../../../src/main/storage/journal/openJournal'
import { sealStatesAnew } from '../../../src/main/storage/journal/sealStatesAnew'
import { captureKind } from '../../../src/main/storage/kinds/captureKind'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { LastStates } from '../../../src/main/storage/records/lastStates'
import { madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { madeKey, passphrase, quickCost } from '../sealed'

const stateOf = (title: string, count: number) => sampleEntry({ title, saves: { aa: count } })

async function statesIn(folder: string, vault: Vault | null, ...saved: ReturnType<typeof stateOf>[]) {
  const states = new LastStates(nodeDisk(), folder, vault)
  for (const state of saved) states.saved(entryKind, state)
  await states.flush()
  return states
}

async function titlesIn(folder: string, vault: Vault | null): Promise<string[]> {
  const states = new LastStates(nodeDisk(), folder, vault)
  return (await states.of(entryKind)).map(({ state }) => state.title).toSorted()
}

test('a state that was written while a look was under way is not forgotten with the one that was looked at', async () => {
  const folder = await freshFolder()
  const states = await statesIn(folder, null, stateOf('looked at', 1))
  const [looked] = await states.of(entryKind)
  states.saved(entryKind, stateOf('written since', 2))
  await states.flush()
  if (looked) await states.forget(entryKind, looked)
  expect(await titlesIn(folder, null)).toEqual(['written since'])
  const [now] = await states.of(entryKind)
  if (now) await states.forget(entryKind, now)
  expect(await titlesIn(folder, null)).toEqual([])
})

test('what another key sealed is put aside by the next save, and is read once that key was given', async () => {
  for (const next of [null, (await madeKey()).vault]) {
    const [folder, { vault: former }] = [await freshFolder(), await madeKey()]
    await statesIn(folder, former, stateOf('of the former key', 1))
    await statesIn(folder, next, sampleEntry({ title: 'of now', saves: { ab: 1 } }))
    expect(await titlesIn(folder, next)).toEqual(['of now'])
    await new LastStates(nodeDisk(), folder, next).sealAnewFrom(former)
    expect(await titlesIn(folder, next)).toEqual(['of now', 'of the former key'])
  }
})

test('what another key sealed may hold any number of saves: the next ones count under another name', async () => {
  const [folder, states, { vault: former }, clock] = [
    await freshFolder(),
    await freshFolder(),
    await madeKey(),
    setClock(),
  ]
  const day = '2026-03-02'
  const page = sampleEntry()
  const saved = async (path: string) => Object.entries(JSON.parse(await readFile(join(folder, path), 'utf8')).saves)
  const counts = async () => [
    await saved(`entries/2026/${page.day}-${page.id}.json`),
    await saved(`captures/2026/${day}.json`),
  ]
  const session = async (...numbers: readonly number[]) => {
    const { entries, captures, id, close } = await openJournal({
      folder,
      clock,
      states,
      device: 'aa',
      knownBefore: false,
    })
    for (const number of numbers) {
      await entries.save({ ...page, title: `${number}`, revision: number }, number - 1)
      await captures.add({ ...madeCapture(number), day })
    }
    await close()
    return join(states, id)
  }
  const kept = await session(1)
  const lost = new LastStates(nodeDisk(), kept, former)
  lost.saved(entryKind, { ...page, saves: { aa: 5 } })
  lost.saved(captureKind, { schema: 1, day, revision: 5, captures: [], saves: { aa: 5 } })
  await lost.flush()
  await session(2, 3)
  const another = [expect.stringMatching(/^aa\.[0-9a-f]{8}$/), 2]
  expect(await counts()).toEqual([
    [['aa', 1], another],
    [['aa', 1], another],
  ])
  // The next run does not know either under which names what is sealed had counted.
  await session(4)
  expect((await counts()).map((names) => names.length)).toEqual([3, 3])
  await new LastStates(nodeDisk(), kept, null).sealAnewFrom(former)
  const before = await counts()
  await session(5)
  expect(await counts()).not.toEqual(before)
  expect((await counts()).map((names) => names.length)).toEqual([3, 3])
})

test('what is saved while one of a former key is opened stays', async () => {
  const [folder, { vault: former }] = [await freshFolder(), await madeKey()]
  await statesIn(folder, former, stateOf('of the former key', 1))
  const name = `entry-${sampleEntry().id}.json`
  const newer = encoded(entryKind.format, stateOf('saved meanwhile', 2))
  let isMeanwhile = true
  const files = {
    ...nodeFiles,
    async create(path: string) {
      if (isMeanwhile) await writeFile(join(folder, name), newer)
      isMeanwhile = false
      return await nodeFiles.create(path)
    },
  }
  await new LastStates(nodeDisk({ files }), folder, null).sealAnewFrom(former)
  expect(isMeanwhile).toBe(false)
  expect(await titlesIn(folder, null)).toEqual(['saved meanwhile'])
})

test('a lock that is turned off leaves what this device keeps beside the journal readable', async () => {
  const [folder, states, seen, clock] = [await freshFolder(), await freshFolder(), await freshFolder(), setClock()]
  let id = ''
  const encryption = createJournalEncryption({
    folder: () => folder,
    clock,
    cost: quickCost,
    turnedOff: (former) => sealStatesAnew({ disk: nodeDisk(), id, states, seen }, former, null),
  })
  const [first, other] = [sampleEntry({ title: 'Zaunkönig' }), sampleEntry({ id: sampleId(2) })]
  async function session(given: Partial<JournalOptions>, revision: number) {
    const options = { folder, clock, states, seen, device: 'aa', knownBefore: false, vault: encryption.vault() }
    const journal = await openJournal({ ...options, ...given })
    id = journal.id
    await journal.entries.save({ ...first, revision: revision + 1 }, revision)
    await journal.rollbacks.look({
      states: [{ kind: 'entry', of: first.id, saves: { aa: revision + 1 }, day: first.day }],
      isLast: true,
    })
    await journal.close()
  }
  await session({}, 0)
  const journal = await openJournal({ folder, clock, knownBefore: true })
  await journal.entries.save(other, 0)
  await journal.entries.trash(other.id)
  await journal.close()
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  await session({}, 1)
  const texts = async () => {
    const names = (await readdir(join(states, id))).map((name) => join(states, id, name))
    return await Promise.all([...names, join(seen, `${id}.json`)].map((path) => readFile(path, 'utf8')))
  }
  const isOpen = (text: string) => text.startsWith('{')
  const sealed = await texts()
  // The page, how long the other one is in the trash, and what was seen.
  expect(sealed).toHaveLength(3)
  expect(sealed.filter(isOpen)).toEqual([])
  await encryption.turnOff(passphrase, () => undefined)
  expect((await texts()).map(isOpen)).toEqual(sealed.map(() => true))
  expect(await titlesIn(join(states, id), null)).toEqual(['Zaunkönig'])
})
