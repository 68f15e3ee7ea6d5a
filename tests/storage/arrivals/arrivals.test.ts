/** Files from another device or program in a journal with a lock: they wait, sealed, and nothing of them is shown before the person lets them in. */
import { expect, test } from 'vitest'
import { arrivedFileSchema, pathOfArrived } from '#shared/domain/health/finding'
import type { Files } from '../../../src/main/disk/files'
import { arrivalPlace } from '../../../src/main/storage/encryption/files/arrivalPlace'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { nextOf, sampleEntry, sampleId } from '../sample'
import { madeKey } from '../sealed'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'
import {
  arrivedIn,
  captureName,
  captureText,
  dropped,
  entry,
  findingsOf,
  folder,
  lockedDevice,
  noticesOf,
  placeOf,
  titlesIn,
} from './lockedDevice'

const anything = { subject: '', takesAny: true }

test('a file that was dropped in waits where no walk of records finds it, is told of, and joins with one press', async () => {
  const { disk, key, drop, unlock, open, filesIn } = await lockedDevice()
  const text = JSON.stringify(dropped)
  drop(placeOf(dropped), text)
  drop('settings.json', '{"schema":1,"manager":"Nobody"}')
  await unlock()
  expect(filesIn('').filter((path) => !path.startsWith('sealed/'))).toEqual(['journal.json', 'lock.json'])
  const journal = await open()
  expect(noticesOf(journal)).toEqual(['arrived quarantine/arrivals'])
  expect([await titlesIn(journal), journal.settings.value.manager]).toEqual([['Kept'], null])
  expect(await titlesIn(await openJournalForReading({ folder, files: disk, vault: key.vault }))).toEqual(['Kept'])
  const files = await arrivedIn(journal)
  expect(files.map(pathOfArrived).sort()).toEqual([placeOf(dropped), 'settings.json'])
  expect(files.every((file) => arrivedFileSchema.safeParse(file).success)).toBe(true)
  const page = files.find((file) => file.endsWith(placeOf(dropped))) ?? ''
  expect(Buffer.from(await journal.arrivals.read(page)).toString()).toBe(text)
  await journal.arrivals.admit()
  expect(await titlesIn(journal)).toEqual(['Dropped in', 'Kept'])
  expect([await arrivedIn(journal), await journal.arrivals.areThere()]).toEqual([[], false])
  expect(filesIn('sealed/quarantine')).toEqual([])
  await journal.close()
})

test('while the journal is open one that comes is sealed and told, once nothing writes it any more', async () => {
  const { drop, unlock, open, filesIn } = await lockedDevice()
  await unlock()
  const journal = await open()
  const told = noticesOf(journal)
  await journal.lookForStrays()
  expect(told).toEqual([])
  drop(placeOf(dropped), JSON.stringify(dropped))
  await journal.lookForStrays()
  expect(told).toEqual(['arrived quarantine/arrivals'])
  expect(filesIn('entries')).toEqual([])
  expect((await arrivedIn(journal)).map(pathOfArrived)).toEqual([placeOf(dropped)])
  expect(await titlesIn(journal)).toEqual(['Kept'])
  await journal.close()
  // Closed, it may be without its lock by now.
  drop(placeOf(dropped), JSON.stringify(dropped))
  await journal.lookForStrays()
  expect(filesIn('entries')).toHaveLength(1)
})

test('one that another program still writes stays until it rests', async () => {
  const device = await lockedDevice()
  await device.unlock()
  let rest = [JSON.stringify(dropped).slice(0, 40), JSON.stringify(dropped)]
  const wait = async () => {
    const [next, ...further] = rest
    if (next !== undefined) device.drop(placeOf(dropped), next)
    rest = further
  }
  const journal = await device.open(device.disk, { wait, steadyFor: 5_000 })
  device.drop(placeOf(dropped), '{')
  for (const isHeld of [false, false, true]) {
    await journal.lookForStrays()
    expect(device.filesIn('entries')).toHaveLength(isHeld ? 0 : 1)
  }
  const [file = ''] = await arrivedIn(journal)
  expect(Buffer.from(await journal.arrivals.read(file)).toString()).toBe(JSON.stringify(dropped))
  await journal.close()
})

test('one that was dropped into quarantine waits as well, and is no page before the person lets it in', async () => {
  const { drop, unlock, open, filesIn } = await lockedDevice()
  const aside = `quarantine/${dropped.day}-${dropped.id}.20260302T090000000Z-01234567.json`
  const settled = aside.replace('quarantine/', 'quarantine/settled/')
  for (const path of [aside, settled]) drop(path, JSON.stringify(dropped))
  await unlock()
  expect(filesIn('quarantine')).toEqual([])
  const journal = await open()
  expect([await journal.lookAtQuarantine(), await titlesIn(journal)]).toEqual([[], ['Kept']])
  expect((await arrivedIn(journal)).map(pathOfArrived).sort()).toEqual([aside, settled])
  await journal.arrivals.admit()
  await journal.lookAtQuarantine()
  expect(await titlesIn(journal)).toEqual(['Dropped in', 'Kept'])
  await journal.close()
})

test('two files of one name that come one after the other both stay, and the same one that comes again stays one', async () => {
  const { drop, unlock, open, filesIn } = await lockedDevice()
  const [laptop, desk] = ['From the laptop', 'From the desk'].map((title) => ({ ...nextOf(entry, title), title }))
  for (const page of [laptop, desk, laptop, desk]) {
    drop(placeOf(entry), JSON.stringify(page))
    await unlock()
  }
  const journal = await open()
  expect((await arrivedIn(journal)).map(pathOfArrived)).toEqual([placeOf(entry), placeOf(entry)])
  await journal.arrivals.admit()
  const { copies } = await journal.entries.copiesOf(entry.id)
  expect(copies.map(({ record }) => record.title).sort()).toEqual(['From the desk', 'From the laptop'])
  expect([await titlesIn(journal), filesIn('sealed/quarantine')]).toEqual([['Kept'], []])
  await journal.close()
})

test('devices that have the key give the same file the same place; another key gives it another, so that none shows the words', async () => {
  const { key, drop, unlock, filesIn } = await lockedDevice()
  const other = await lockedDevice()
  for (const device of [{ drop, unlock }, other]) {
    device.drop(placeOf(dropped), JSON.stringify(dropped))
    await device.unlock()
  }
  const places = filesIn('sealed/quarantine/arrivals')
  expect(places).toHaveLength(1)
  expect(other.filesIn('sealed/quarantine/arrivals')).toEqual(places)
  const [bytes, names] = [Buffer.from(JSON.stringify(dropped)), placeOf(dropped).split('/')]
  expect(arrivalPlace(key.vault, names, bytes).slice(2).join('/')).toBe(places[0])
  expect(
    arrivalPlace((await madeKey()).vault, names, bytes)
      .slice(2)
      .join('/'),
  ).not.toBe(places[0])
})

test.each(['let in', 'put away'] as const)(
  'what two devices sealed apart is one file that waits, and is %s as one',
  async (how) => {
    const { disk, key, drop, unlock, open, filesIn } = await lockedDevice()
    drop(placeOf(dropped), JSON.stringify(dropped))
    await unlock()
    const [place = ''] = filesIn('sealed/quarantine/arrivals')
    const theirs = place.replace('.json', '.sync-conflict-20260302-101010-ABCDEFG.json')
    disk.put(
      `${folder}/sealed/quarantine/arrivals/${theirs}`,
      key.vault.seal(Buffer.from(JSON.stringify(dropped)), 'anything'),
    )
    const journal = await open()
    expect(await arrivedIn(journal)).toEqual([`quarantine/arrivals/${place}`])
    if (how === 'let in') await journal.arrivals.admit()
    else await journal.arrivals.dismiss(`quarantine/arrivals/${place}`)
    expect([await arrivedIn(journal), filesIn('sealed/quarantine/arrivals')]).toEqual([[], []])
    expect(await titlesIn(journal)).toEqual(how === 'let in' ? ['Dropped in', 'Kept'] : ['Kept'])
    expect(filesIn('sealed/quarantine/settled')).toHaveLength(how === 'let in' ? 0 : 1)
    await journal.close()
  },
)

test('what a crash left, with the bytes that are sealed, goes and is not told', async () => {
  const { key, drop, unlock, open, filesIn, bytesOf } = await lockedDevice()
  drop(placeOf(entry), key.vault.open(await bytesOf(`sealed/${placeOf(entry)}`), anything).toString())
  await unlock()
  expect(filesIn('entries')).toEqual([])
  const journal = await open()
  expect([noticesOf(journal), await findingsOf(journal)]).toEqual([[], []])
  await journal.close()
})

test('a full disk leaves the file where it is until there is room, and a link is no file of the journal', async () => {
  const { disk, drop, unlock, open, filesIn } = await lockedDevice()
  drop(placeOf(dropped), JSON.stringify(dropped))
  const full = wrappedFiles(disk, (call, path) => {
    if (call === 'create' && path.includes('quarantine')) throw errno('ENOSPC', path)
    return undefined
  })
  await unlock(full)
  expect(filesIn('entries')).toEqual([placeOf(dropped).slice(8)])
  const asLink: Files = {
    ...wrappedFiles(disk, () => undefined),
    list: async (path) =>
      (await disk.list(path)).map((found) => (found.kind === 'file' ? { ...found, kind: 'link' } : found)),
  }
  await unlock(asLink)
  expect(filesIn('entries')).toEqual([placeOf(dropped).slice(8)])
  await unlock()
  const journal = await open()
  expect((await arrivedIn(journal)).map(pathOfArrived)).toEqual([placeOf(dropped)])
  await journal.close()
})

test('dismissed, it is shown no more and stays on the disk', async () => {
  const { key, drop, forge, unlock, open, filesIn, bytesOf } = await lockedDevice()
  drop(placeOf(dropped), JSON.stringify(dropped))
  forge(captureName(7), captureText(7, 'Not mine'))
  await unlock()
  const journal = await open()
  for (const file of await arrivedIn(journal)) await journal.arrivals.dismiss(file)
  expect([await findingsOf(journal), await titlesIn(journal), await journal.captures.mergeInbox()]).toEqual([
    [],
    ['Kept'],
    [],
  ])
  const settled = filesIn('sealed/quarantine/settled')
  const texts = await Promise.all(
    settled.map(async (name) => key.vault.open(await bytesOf(`sealed/quarantine/settled/${name}`), anything)),
  )
  expect(texts.map(String).sort()).toEqual([captureText(7, 'Not mine'), JSON.stringify(dropped)].sort())
  await expect(journal.arrivals.dismiss('quarantine/arrivals/x')).rejects.toMatchObject({ code: 'not-found' })
  await journal.close()
})

test('with the lock off it waits on, plain, and joins with the same press; so does what lay in the inbox', async () => {
  const { drop, forge, turnOff, openPlain, filesIn } = await lockedDevice()
  const forged = sampleEntry({ id: sampleId(8), title: 'Forged' })
  drop(placeOf(dropped), JSON.stringify(dropped))
  forge(captureName(7), captureText(7, 'Not mine'))
  forge(placeOf(forged), JSON.stringify(forged))
  await turnOff()
  expect(filesIn('sealed')).toEqual([])
  const journal = await openPlain()
  expect([await titlesIn(journal), await journal.captures.mergeInbox()]).toEqual([['Kept'], []])
  expect(noticesOf(journal)).toEqual(['arrived quarantine/arrivals'])
  expect((await arrivedIn(journal)).map(pathOfArrived).sort()).toEqual([captureName(7), placeOf(dropped)].sort())
  await journal.arrivals.admit()
  // What was sealed for an inbox is no page anywhere: it lies with what can't be read.
  expect(await titlesIn(journal)).toEqual(['Dropped in', 'Kept'])
  expect(await journal.captures.mergeInbox()).toEqual(['2026-03-02'])
  await journal.close()
})

test('a damaged one keeps no other out, and can be dismissed', async () => {
  const { disk, drop, unlock, open } = await lockedDevice()
  for (const page of [dropped, { ...dropped, id: sampleId(5) }]) drop(placeOf(page), JSON.stringify(page))
  await unlock()
  const journal = await open()
  const [first = ''] = await arrivedIn(journal)
  disk.put(`${folder}/sealed/${first}`, Buffer.from('half of it'))
  await journal.arrivals.admit()
  expect([await titlesIn(journal), await findingsOf(journal)]).toEqual([['Dropped in', 'Kept'], [`damaged ${first}`]])
  await journal.arrivals.dismiss(first)
  expect(await findingsOf(journal)).toEqual([])
  await journal.close()
})

test('what lies there and lay nowhere in a journal is put nowhere', async () => {
  const { key, disk, open } = await lockedDevice()
  const mark = '0'.repeat(24)
  for (const path of ['lock.json', 'sealed/lock.json', 'locks/x.lock', 'entries'])
    disk.put(`${folder}/sealed/quarantine/arrivals/${mark}/${path}`, key.vault.seal(Buffer.from('{}'), 'anything'))
  const journal = await open()
  await journal.arrivals.admit()
  expect([await journal.arrivals.areThere(), await titlesIn(journal)]).toEqual([false, ['Kept']])
  expect(disk.files().filter(({ path }) => path.includes(`arrivals/${mark}`))).toHaveLength(4)
  await journal.close()
})
