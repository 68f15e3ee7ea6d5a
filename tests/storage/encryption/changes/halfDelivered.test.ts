/** A change of the lock of which a sync program brings one part before the other, while the other device is at work. */
import { expect, test } from 'vitest'
import { nextOf, sampleEntry } from '../../sample'
import { passphrase } from '../../sealed'
import { pathsOf, type Side, shownOf, twoSides } from '../syncedSides'

const entry = sampleEntry()
const plainPath = `entries/2026/${entry.day}-${entry.id}.json`

async function bothLocked() {
  const { a, b, sync } = await twoSides()
  await (await a.seal.prepare(passphrase)).turnOn(() => undefined)
  sync.deliverAll()
  return { a, b, sync }
}

async function openLate({ seal }: Side) {
  if ((await seal.look()) === 'none') await seal.openWaiting(passphrase).catch(() => undefined)
}

// It took the plain one for what a crash had left, and the removals of both files met.
test('a page that comes unsealed from a device that turns the lock off is there once that is turned off', async () => {
  const { a, b, sync } = await bothLocked()
  await a.seal.turnOff(passphrase, () => undefined)
  sync.deliverIn('entries/')
  await b.seal.unlock(passphrase)
  b.seal.forget()
  sync.deliverAll()
  for (const one of [a, b]) {
    await openLate(one)
    expect(await shownOf(one)).toEqual([entry.id])
    sync.deliverAll()
  }
})

test('nor is what lies in quarantine, whatever it was sealed for', async () => {
  const { a, b, sync } = await bothLocked()
  const aside = 'quarantine/1-20260302T080000000Z.20260302T090000000Z-01234567.json'
  a.place.synced.put(`sealed/${aside}`, a.place.synced.files().get(`sealed/${plainPath}`) ?? Buffer.alloc(0), 'renamed')
  sync.deliverAll()
  await a.seal.turnOff(passphrase, () => undefined)
  sync.deliverIn('quarantine/')
  await b.seal.unlock(passphrase)
  b.seal.forget()
  sync.deliverAll()
  for (const one of [a, b]) {
    expect(pathsOf(one).filter((path) => path.endsWith(aside))).toHaveLength(1)
    await openLate(one)
    expect(pathsOf(one)).toContain(aside)
    sync.deliverAll()
  }
})

test('what a sync program writes over an unsealed file while that is taken in stays', async () => {
  const { a } = await bothLocked()
  const { synced, files } = a.place
  const text = (word: string) => Buffer.from(JSON.stringify(nextOf(entry, word)))
  synced.put(plainPath, text('word1'), 'renamed')
  // The call by which the first one gets its place.
  const link = files.link.bind(files)
  files.link = async (existing, added) => {
    await link(existing, added)
    if (added.includes('/arrivals/')) synced.put(plainPath, text('word2'), 'renamed')
  }
  await a.seal.unlock(passphrase)
  expect(Buffer.from(synced.files().get(plainPath) ?? []).toString()).toBe(text('word2').toString())
})

test('so does what it writes over a late file while that is opened', async () => {
  const { a, b, sync } = await bothLocked()
  const late = `sealed/${plainPath}`
  await b.seal.unlock(passphrase)
  const sealed = (word: string) =>
    b.seal.vault()?.seal(Buffer.from(JSON.stringify(nextOf(entry, word))), `record ${entry.id}`)
  const [first, second] = [sealed('word1'), sealed('word2')]
  await a.seal.turnOff(passphrase, () => undefined)
  sync.deliverAll()
  const { synced, files } = a.place
  synced.put(late, first ?? Buffer.alloc(0), 'renamed')
  const link = files.link.bind(files)
  files.link = async (existing, added) => {
    await link(existing, added)
    if (added.includes('/entries/')) synced.put(late, second ?? Buffer.alloc(0), 'renamed')
  }
  expect(await a.seal.openWaiting(passphrase)).toMatchObject({ left: 1 })
  expect(Uint8Array.from(synced.files().get(late) ?? [])).toEqual(Uint8Array.from(second ?? []))
})
