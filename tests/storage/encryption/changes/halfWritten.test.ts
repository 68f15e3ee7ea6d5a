/** A file that a sync program still writes, in place, while the lock is turned on or off or the journal is unlocked: its other half would go with it. */
import { expect, test } from 'vitest'
import { collected, nextOf, sampleEntry, sampleId } from '../../sample'
import { passphrase } from '../../sealed'
import { pathsOf, type Side, twoSides } from '../syncedSides'

const entry = sampleEntry()
const pathOf = ({ day, id }: typeof entry) => `entries/2026/${day}-${id}.json`
const path = pathOf(entry)
const bytesOf = (page: typeof entry) => Buffer.from(JSON.stringify(page))

/** What is still to come into the file, part by part, each while the device waits. */
async function oneSide() {
  const rest: { path: string; parts: Uint8Array[] } = { path: '', parts: [] }
  const { a } = await twoSides({
    steadyFor: 1000,
    async wait() {
      const next = rest.parts.shift()
      // Without its name the other half goes nowhere.
      if (next && a.place.synced.files().has(rest.path)) a.place.synced.put(rest.path, next, 'in place')
    },
  })
  return {
    a,
    /** The first of so many parts is there. */
    comes(into: string, bytes: Uint8Array, parts: number) {
      const ends = Array.from({ length: parts }, (_, at) => Math.floor((bytes.length * (at + 1)) / parts))
      const [first = bytes, ...further] = ends.map((end) => bytes.slice(0, end))
      Object.assign(rest, { path: into, parts: further })
      a.place.synced.put(into, first, 'in place')
    },
  }
}

const turnOn = async ({ seal }: Side) => (await seal.prepare(passphrase)).turnOn(() => undefined)
const turnOff = ({ seal }: Side) => seal.turnOff(passphrase, () => undefined)

async function textsIn({ open }: Side): Promise<(string | undefined)[]> {
  const journal = await open()
  await journal.arrivals.admit()
  const pages = await Promise.all((await collected(journal.entries.all())).map(({ id }) => journal.entries.read(id)))
  await journal.close()
  return pages.map(({ sections }) => sections[0]?.text).sort()
}

test('the lock is turned on once it is whole', async () => {
  const { a, comes } = await oneSide()
  comes(path, bytesOf(nextOf(entry, 'word1')), 3)
  expect(await turnOn(a)).toEqual({ left: 0 })
  expect(await textsIn(a)).toEqual(['word1'])
  expect(pathsOf(a).filter((one) => one.includes('quarantine'))).toEqual([])
})

test('the lock is turned off once it is whole', async () => {
  const { a, comes } = await oneSide()
  a.place.synced.put(path, bytesOf(nextOf(entry, 'word1')), 'renamed')
  await turnOn(a)
  comes(`sealed/${path}`, a.place.synced.files().get(`sealed/${path}`) ?? Buffer.alloc(0), 2)
  await turnOff(a)
  expect(await textsIn(a)).toEqual(['word1'])
  expect(pathsOf(a).filter((one) => /quarantine|sealed/.test(one))).toEqual([])
})

test('at an unlocking it is sealed once it is whole', async () => {
  const { a, comes } = await oneSide()
  await turnOn(a)
  a.seal.forget()
  const other = sampleEntry({ id: sampleId(6) })
  comes(pathOf(other), bytesOf(nextOf(other, 'word1')), 2)
  await a.seal.unlock(passphrase)
  expect(await textsIn(a)).toContain('word1')
  expect(pathsOf(a)).not.toContain(pathOf(other))
})

test('while it goes on changing the lock is turned neither on nor off, and it stays', async () => {
  const { a, comes } = await oneSide()
  const refused = async (change: (side: Side) => Promise<unknown>, into: string) => {
    const before = pathsOf(a)
    const bytes = a.place.synced.files().get(into) ?? Buffer.alloc(0)
    comes(into, bytes, 20)
    await expect(change(a)).rejects.toMatchObject({ code: 'written-meanwhile' })
    expect(pathsOf(a)).toEqual(before)
    a.place.synced.put(into, bytes, 'in place')
    comes(into, bytes, 1)
  }
  await refused(turnOn, path)
  await turnOn(a)
  await refused(turnOff, `sealed/${path}`)
  a.seal.forget()
  const stray = pathOf(sampleEntry({ id: sampleId(6) }))
  comes(stray, bytesOf(nextOf(entry, 'word1')), 20)
  await a.seal.unlock(passphrase)
  expect(pathsOf(a)).toContain(stray)
})

test('an unsealed file that goes on changing is the reason that is given', async () => {
  const { a, comes } = await oneSide()
  await turnOn(a)
  const stray = pathOf(sampleEntry({ id: sampleId(6) }))
  comes(stray, bytesOf(nextOf(entry, 'word1')), 40)
  await expect(turnOff(a)).rejects.toMatchObject({ code: 'written-meanwhile' })
  expect(pathsOf(a)).toContain(stray)
  expect(pathsOf(a)).toContain('lock.json')
})

test('what is damaged for good holds up neither', async () => {
  const { a, comes } = await oneSide()
  comes(path, Buffer.from('{"half'), 1)
  expect(await turnOn(a)).toEqual({ left: 0 })
  await turnOff(a)
  expect(Buffer.from(a.place.synced.files().get(path) ?? []).toString()).toBe('{"half')
})
