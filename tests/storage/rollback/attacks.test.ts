/** Somebody with the files, or a sync service gone wrong: what goes back behind a state that this device has seen, or is gone, is told once. */
import { expect, test } from 'vitest'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { backUp, goBack } from '../twoDevices/backupActions'
import { catchThought, changeSettings } from '../twoDevices/captureActions'
import type { Device } from '../twoDevices/device'
import { foundIn } from '../twoDevices/foundIn'
import { TwoDevices } from '../twoDevices/model'
import { append, erase, trash, write } from '../twoDevices/pageActions'
import { placeInMemory } from '../twoDevices/places'

const page = 'entries/2026/2026-03-02-01950001-0000-7000-8000-000000000001.json'
const paths = [page, 'captures/2026/2026-03-02.json', 'settings.json']
const rolledBack = paths.map((path) => `rolled-back ${path}`)
const gone = paths.map((path) => `gone ${path}`)

const bytesAt = ({ place }: Device, path: string) => place.synced.files().get(path) ?? Buffer.from('')

/** With the files that A had once, and those that it has now. */
async function before() {
  const world = new TwoDevices([placeInMemory(), placeInMemory()])
  await world.begin()
  const [a, b] = world.devices
  if (!a || !b) throw new Error('there are two')
  const change = async (device: Device) => {
    await write(world, device, 0, append)
    await changeSettings(world, device)
    await catchThought(world, device, '2026-03-02')
    await device.close()
    world.sync.deliverAll()
  }
  const files = () => new Map(paths.map((path) => [path, bytesAt(a, path)]))
  await change(a)
  const old = files()
  await change(b)
  await a.look()
  const put = (from: ReadonlyMap<string, Uint8Array>, only = paths) => {
    for (const path of only) a.place.synced.put(path, from.get(path) ?? Buffer.from(''), 'renamed')
  }
  return { world, a, b, old, newest: files(), put }
}

test('old files that are put back are told once, and again only when it happens anew', async () => {
  const { a, old, newest, put } = await before()
  put(old)
  await a.look()
  // The newest may be on its way still.
  expect(a.alarms).toEqual([])
  expect((await a.watch()).toSorted()).toEqual(rolledBack.toSorted())
  expect(a.alarms.toSorted()).toEqual(rolledBack.toSorted())
  // Health goes on to show it.
  expect((await a.watch()).toSorted()).toEqual(rolledBack.toSorted())
  expect(a.alarms).toHaveLength(3)
  put(newest)
  expect(await a.watch()).toEqual([])
  put(old)
  await a.watch()
  expect(a.alarms).toHaveLength(6)
})

test('files that are taken away are told once', async () => {
  const { a, newest, put } = await before()
  for (const path of paths) a.place.synced.remove(path)
  await a.watch()
  expect((await a.watch()).toSorted()).toEqual(gone.toSorted())
  expect(a.alarms.toSorted()).toEqual(gone.toSorted())
  put(newest)
  expect(await a.watch()).toEqual([])
})

test('an old page is told also while the person goes on from it', async () => {
  const { world, a, old, put } = await before()
  put(old, [page])
  await write(world, a, 0, append)
  await a.watch(async () => await write(world, a, 0, append))
  expect(a.alarms).toEqual([`rolled-back ${page}`])
})

test('an old file under a conflict name alone, after the page itself was taken away', async () => {
  const { a, old } = await before()
  a.place.synced.remove(page)
  a.place.synced.put(page.replace('.json', ' (1).json'), old.get(page) ?? Buffer.from(''), 'renamed')
  await a.watch()
  expect(a.alarms).toEqual([`rolled-back ${page}`])
})

test('names that somebody puts into quarantine excuse nothing', async () => {
  for (const folder of ['quarantine', 'quarantine/settled']) {
    const { a, old, put } = await before()
    put(old)
    for (const path of paths) {
      const name = path.slice(path.lastIndexOf('/') + 1).replace('.json', '.20200101T000000000Z-abcdef12.json')
      a.place.synced.put(`${folder}/${name}`, Buffer.from('nothing'), 'renamed')
    }
    await a.watch()
    expect(a.alarms.toSorted(), folder).toEqual(rolledBack.toSorted())
  }
})

test('a damaged page that is told excuses what took its place, and no older file after that', async () => {
  const { world, a, old, put } = await before()
  await a.watch(async () => {
    const { entries, rollbacks } = await a.open()
    const look = () => rollbacks.look(foundIn(a.place))
    a.place.synced.put(page, Buffer.from('half of it'), 'renamed')
    await collected(entries.all())
    await look()
    expect(rollbacks.findings()).toEqual([])
    await write(world, a, 0, append)
    await look()
    put(old, [page])
    await look()
  })
  expect(a.alarms).toEqual([`rolled-back ${page}`])
})

test('junk that lies beside a page under a name of a sync program excuses nothing', async () => {
  for (const junk of ['hello', '{"schema": 99}', 'TLSEALED']) {
    const { a, old, put } = await before()
    put(old, [page])
    a.place.synced.put(page.replace('.json', ' x.json'), Buffer.from(junk), 'renamed')
    await a.watch()
    expect(a.alarms, junk).toEqual([`rolled-back ${page}`])
  }
})

test('what a person has dismissed is told no more', async () => {
  const { a } = await before()
  a.place.synced.remove(page)
  await a.watch()
  const { rollbacks, entries } = await a.open()
  const [found] = rollbacks.findings()
  const over: string[] = []
  entries.onNotice(
    () => undefined,
    ({ kind, file }) => void over.push(`${kind} ${file}`),
  )
  await rollbacks.dismiss({ kind: 'entry', record: found?.record ?? null, day: null })
  expect(over).toContain(`gone ${page}`)
  expect(await a.watch()).toEqual([])
  expect(a.alarms).toHaveLength(1)
})

/** A page that an app wrote twice which does not count saves, with its file of the first time. */
async function uncounted() {
  const { world, a, b } = await before()
  const entry = sampleEntry({ id: sampleId(77), day: '2026-03-05' })
  const path = `entries/2026/${entry.day}-${entry.id}.json`
  const save = (revision: number) =>
    a.withLastVersion(async ({ entries }) => {
      await entries.save(nextOf({ ...entry, revision: revision - 1 }, `text ${revision}`), revision - 1)
    })
  await save(1)
  const old = bytesAt(a, path)
  await a.look()
  await save(2)
  await a.look()
  world.sync.deliverAll()
  await b.look()
  expect(JSON.parse(Buffer.from(bytesAt(a, path)).toString())).not.toHaveProperty('saves')
  return { world, a, b, path, id: entry.id, old, newest: bytesAt(a, path) }
}

test('a page of an app that does not count saves is missed as well, by its revision', async () => {
  const { a, path, old, newest } = await uncounted()
  expect(await a.watch()).toEqual([])
  a.place.synced.put(path, old, 'renamed')
  expect(await a.watch()).toEqual([`rolled-back ${path}`])
  a.place.synced.remove(path)
  expect(await a.watch()).toEqual([`gone ${path}`])
  a.place.synced.put(path, newest, 'renamed')
  expect(await a.watch()).toEqual([])
  a.place.synced.remove(path)
  expect(await a.watch()).toEqual([`gone ${path}`])
  expect(a.alarms).toHaveLength(3)
})

test('what counts it from then on is told by its saves, and what erases it by both', async () => {
  const { world, a, b, path, id, newest } = await uncounted()
  const { entries } = await b.open()
  const page = await entries.read(id)
  await entries.save(nextOf(page, 'counted'), page.revision)
  await b.close()
  const counted = bytesAt(b, path)
  world.sync.deliverAll()
  expect(await a.watch()).toEqual([])
  // Of two that were merged the revision may be a lower one.
  a.place.synced.put(
    path,
    Buffer.from(
      Buffer.from(counted)
        .toString()
        .replace(/"revision": 3/, '"revision": 1'),
    ),
    'renamed',
  )
  expect(await a.watch()).toEqual([])
  a.place.synced.put(path, newest, 'renamed')
  expect(await a.watch()).toEqual([`rolled-back ${path}`])
})

test('so is one beside which a second version waits', async () => {
  const { a, path, newest } = await uncounted()
  const copy = path.replace('.json', ' (1).json')
  const other = Buffer.from(newest).toString().replaceAll('text 2', 'other words')
  a.place.synced.put(copy, Buffer.from(other), 'renamed')
  expect(await a.watch()).toEqual([])
  expect(a.place.synced.files().has(copy)).toBe(true)
  for (const one of [path, copy]) a.place.synced.remove(one)
  expect(await a.watch()).toEqual([`gone ${path}`])
})

test('a page that was never counted is not missed once it is erased', async () => {
  const { world, a, b, id } = await uncounted()
  const { entries } = await b.open()
  await entries.trash(id)
  await entries.erase(id)
  await b.close()
  world.sync.deliverAll()
  expect(await a.watch()).toEqual([])
})

test('a page that the other device erased is not missed, and what says so holds none of its words', async () => {
  const { world, a, b } = await before()
  await trash(world, b, 0)
  await erase(world, b, 0)
  await b.close()
  world.sync.deliverAll()
  expect(await a.watch()).toEqual([])
  expect(a.alarms).toEqual([])
  const [path = '', ...others] = [...a.place.synced.files().keys()].filter((one) => one.startsWith('trash/given-up/'))
  expect(others).toEqual([])
  expect(path).toMatch(/^trash\/given-up\/entry-[0-9a-f-]{36}-[0-9a-f]{8}\.json$/)
  expect(Buffer.from(bytesAt(a, path)).toString()).not.toContain('word')
  expect(await collected((await a.open()).entries.all())).toEqual([])
  const findings = await collected((await a.open()).checkHealth(() => undefined))
  expect(findings).toEqual([])
  await a.close()
})

test('what one device left behind by going back to a backup, and then to another, is not missed on the other one', async () => {
  const { world, a, b } = await before()
  await backUp(a)
  await write(world, a, 0, append)
  await a.watch()
  await a.close()
  world.sync.deliverAll()
  expect(await b.watch()).toEqual([])
  await b.close()
  for (let time = 0; time < 2; time++) {
    await goBack(world, a, 0)
    await a.watch()
    await a.close()
  }
  world.sync.deliverAll()
  expect(await b.watch()).toEqual([])
  expect(b.alarms).toEqual([])
})

test('two devices that erase the same write the same', async () => {
  const { world, a, b } = await before()
  for (const device of [a, b]) {
    await trash(world, device, 0)
    await erase(world, device, 0)
    await device.close()
  }
  const given = ({ place }: Device) =>
    [...place.synced.files()]
      .filter(([path]) => path.startsWith('trash/given-up/'))
      .map(([path, bytes]) => [path, Buffer.from(bytes).toString()])
  expect(given(a)).toHaveLength(1)
  expect(given(a)).toEqual(given(b))
})

test('a memory that was lost, or is damaged, begins anew in silence', async () => {
  for (const harm of ['lost', 'damaged']) {
    const { a, old, put } = await before()
    const [name = ''] = (await a.place.files.list(a.place.seen)).map((one) => one.name)
    const path = `${a.place.seen}/${name}`
    await a.place.files.remove(path)
    if (harm === 'damaged') {
      const file = await a.place.files.create(path)
      await file.write(Buffer.from('{"schema": 1, "states": 7'))
      await file.close()
    }
    put(old)
    expect(await a.watch(), harm).toEqual([])
    expect(a.alarms).toEqual([])
  }
})
