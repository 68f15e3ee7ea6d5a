/** What comes out of a lock has other bytes than it went in with: two devices that each take the other form away leave one of them. */
import { expect, test } from 'vitest'
import { nextOf, sampleEntry } from '../../sample'
import { passphrase } from '../../sealed'
import { findingsOf, pathsOf, type Side, shownOf, twoSides } from '../syncedSides'

const entry = sampleEntry()
const plain = `entries/2026/${entry.day}-${entry.id}.json`

const bytesOf = ({ place }: Side, path = plain) => Buffer.from(place.synced.files().get(path) ?? []).toString()

async function turnOn(side: Side): Promise<void> {
  await (await side.seal.prepare(passphrase)).turnOn(() => undefined)
}

test('one device seals a page while another opens it: the two removals don’t meet', async () => {
  const { a, b, sync } = await twoSides()
  await turnOn(a)
  // The sealed page is there, and the plain one not gone yet.
  sync.deliverIn('sealed/')
  await b.seal.turnOff(passphrase, () => undefined)
  sync.deliverAll()
  // The key file came late as well: the lock is on, and what it did not seal waits for the person's word.
  for (const side of [a, b]) {
    await side.seal.unlock(passphrase)
    const journal = await side.open()
    await journal.arrivals.admit()
    await journal.close()
    sync.deliverAll()
  }
  expect(await shownOf(b)).toEqual([entry.id])
  expect(await shownOf(a)).toEqual([entry.id])
})

test('so it is where the lock is off already, and the page comes late', async () => {
  const { a, b, sync } = await twoSides()
  await turnOn(a)
  sync.deliverAll()
  const late = b.place.synced.files()
  await a.seal.turnOff(passphrase, () => undefined)
  sync.deliverAll()
  const before = bytesOf(a)
  a.place.synced.put(`sealed/${plain}`, late.get(`sealed/${plain}`) ?? Buffer.from(''), 'renamed')
  expect(await a.seal.openWaiting(passphrase)).toEqual({ opened: 1, left: 0 })
  expect(pathsOf(a).filter((path) => path.startsWith('entries/'))).toEqual([plain])
  expect(JSON.parse(bytesOf(a))).toEqual(JSON.parse(before))
  expect(bytesOf(a)).not.toBe(before)
})

test('a page that was there before it came out of a lock is known beside it, and so is the other way round', async () => {
  const { a } = await twoSides()
  const first = bytesOf(a)
  await turnOn(a)
  await a.seal.turnOff(passphrase, () => undefined)
  const second = bytesOf(a)
  expect(second).not.toBe(first)
  for (const [sealed, beside] of [
    [first, second],
    [second, first],
  ]) {
    a.place.synced.put(plain, Buffer.from(sealed ?? ''), 'renamed')
    await turnOn(a)
    a.place.synced.put(plain, Buffer.from(beside ?? ''), 'renamed')
    await a.seal.unlock(passphrase)
    expect(pathsOf(a)).not.toContain(plain)
    expect(await findingsOf(a)).not.toContain('arrived')
    await a.seal.turnOff(passphrase, () => undefined)
  }
})

test('other words wait as before', async () => {
  const { a } = await twoSides()
  await turnOn(a)
  a.place.synced.put(plain, Buffer.from(`${JSON.stringify(nextOf(entry, 'other words'))}\n`), 'renamed')
  await a.seal.unlock(passphrase)
  expect(await findingsOf(a)).toContain('arrived')
})
