/** Two devices that each turned a lock on apart, and a sync program that then brings them together. */
import { expect, test } from 'vitest'
import { checkHealth } from '../../../../src/main/storage/health/checkHealth'
import { checkSealed } from '../../../../src/main/storage/health/checkSealed'
import { collected, nextOf, sampleEntry, sampleId } from '../../sample'
import { madeKey } from '../../sealed'
import { findingsOf, pathsOf, type Side, shownOf, twoSides } from '../syncedSides'

const [ofA, ofB] = ['a long walk by the sea', 'a short walk in the rain']
const all = [sampleId(1), sampleId(5), sampleId(6)]

/** Both have the page; each has written another one apart, and turned a lock on. */
async function twoLocks(passphrases = [ofA, ofB]) {
  const { a, b, sync } = await twoSides()
  const codes: string[] = []
  for (const [at, one] of [a, b].entries()) {
    const opened = await one.open()
    await opened.entries.save(nextOf(sampleEntry({ id: sampleId(5 + at), revision: 0 }), `word${at}`), 0)
    await opened.close()
    const prepared = await one.seal.prepare(passphrases[at] ?? '')
    await prepared.turnOn(() => undefined)
    codes.push(prepared.code)
    one.seal.forget()
  }
  sync.deliverAll()
  return { a, b, sync, codes }
}

test('each passphrase opens what its lock sealed; the rest waits, is named, and nothing of it is touched', async () => {
  const { a } = await twoLocks()
  const before = a.place.synced.files()
  const found: string[][] = []
  // The one whose key file is in front.
  const counts = await a.seal.verify(ofA).then(
    () => ofA,
    () => ofB,
  )
  for (const passphrase of [ofA, ofB]) {
    await a.seal.unlock(passphrase)
    found.push(await shownOf(a))
    expect(await noticesOf(a)).toEqual(new Set(['sealed']))
    const kinds = new Set(await findingsOf(a))
    expect([...kinds].filter((kind) => kind !== 'copy')).toEqual(['second-lock', 'sealed'])
    a.seal.forget()
  }
  await expect(a.seal.unlock('neither of them')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await expect(a.seal.verify(counts === ofA ? ofB : ofA)).rejects.toMatchObject({ code: 'two-locks' })
  await expect(a.seal.turnOff(counts, () => undefined)).rejects.toMatchObject({ code: 'two-locks' })
  expect(found.map((ids) => ids.includes(sampleId(5)))).toEqual([true, false])
  expect(found.map((ids) => ids.includes(sampleId(6)))).toEqual([false, true])
  const after = a.place.synced.files()
  for (const [path, bytes] of before)
    if (!path.startsWith('locks/')) expect([path, after.get(path)]).toEqual([path, bytes])
  expect((await checkSealed({ ...a.place })).map(({ kind }) => kind)).not.toContain('damaged')
})

async function noticesOf({ open }: Side): Promise<Set<string>> {
  const journal = await open()
  const told = new Set<string>()
  journal.entries.onNotice(({ kind }) => void told.add(kind))
  await collected(journal.entries.all())
  await journal.close()
  return told
}

test('once both were given on each side, both have all under the same key, byte for byte, and rest', async () => {
  const { a, b, sync } = await twoLocks()
  await a.seal.unlock(ofA)
  expect(await a.seal.openWaiting(ofB)).toMatchObject({ left: 0 })
  await b.seal.unlock(ofB)
  expect(await b.seal.openWaiting(ofA)).toMatchObject({ left: 0 })
  expect(sync.waitingPaths().filter((path) => a.place.synced.files().get(path) !== undefined)).not.toEqual([])
  expect(pathsOf(a)).toEqual(pathsOf(b))
  for (const [path, bytes] of a.place.synced.files())
    expect([path, b.place.synced.files().get(path)]).toEqual([path, bytes])
  sync.deliverAll()
  for (const one of [a, b]) {
    expect(await shownOf(one)).toEqual(all)
    expect(await findingsOf(one)).toEqual([])
    expect(pathsOf(one).filter((path) => /(^|\/)lock/.test(path))).toEqual(['lock.json', 'sealed/lock.json'])
  }
  const ids = await Promise.all([a.seal.id(), b.seal.id()])
  const [retired] = pathsOf(a).filter((path) => path.startsWith('keys/'))
  expect(ids[0]).toBe(ids[1])
  expect(`keys/${ids[0]}.json` < (retired ?? '')).toBe(true)
})

test('given on one side only: the other has it by the sync, and the passphrase of the lock that counts opens it', async () => {
  const { a, b, sync, codes } = await twoLocks()
  await a.seal.unlock(ofA)
  await a.seal.openWaiting(codes[1] ?? '')
  sync.deliverAll()
  const [stays, goes] = (await opens(b, ofA)) ? [ofA, ofB] : [ofB, ofA]
  await expect(b.seal.unlock(goes)).rejects.toMatchObject({ code: 'retired-passphrase' })
  await b.seal.unlock(stays)
  expect(await shownOf(b)).toEqual(all)
})

async function opens({ seal }: Side, passphrase: string): Promise<boolean> {
  const isOpened = await seal.unlock(passphrase).then(
    () => true,
    () => false,
  )
  seal.forget()
  return isOpened
}

test('one passphrase for both is asked for once', async () => {
  const { a } = await twoLocks([ofA, ofA])
  await a.seal.unlock(ofA)
  expect(await shownOf(a)).toEqual(all)
  expect(await findingsOf(a)).toEqual([])
})

test('the one that counts is turned off elsewhere: the other one counts, under whatever name its key file is left', async () => {
  const { a } = await twoLocks()
  const files = a.place.synced
  const counts = await a.seal.verify(ofA).then(
    () => ofA,
    () => ofB,
  )
  for (const path of ['lock.json', 'sealed/lock.json']) files.remove(path)
  await a.seal.unlock(counts === ofA ? ofB : ofA)
  expect(pathsOf(a)).toContain('lock.json')
  expect(await shownOf(a)).toContain(counts === ofA ? sampleId(6) : sampleId(5))
})

test('a key file of another lock that sealed nothing here is named; its passphrase makes one of both, and then the lock can be turned off', async () => {
  const { a } = await twoSides()
  await (await a.seal.prepare(ofA)).turnOn(() => undefined)
  const second = await madeKey({ passphrase: ofB })
  a.place.synced.put('lock (conflicted copy).json', Buffer.from(second.bytes), 'renamed')
  const { folder, files } = a.place
  const named = (await collected(checkHealth({ folder, files, vault: a.seal.vault() }))).map(({ kind, file }) => [
    kind,
    file,
  ])
  expect(named).toEqual([['second-lock', 'lock (conflicted copy).json']])
  await expect(a.seal.turnOff(ofA, () => undefined)).rejects.toMatchObject({ code: 'two-locks' })
  expect(await a.seal.openWaiting(ofB)).toMatchObject({ left: 0 })
  expect(await findingsOf(a)).toEqual([])
  await a.seal.turnOff((await opens(a, ofA)) ? ofA : ofB, () => undefined)
  expect(await shownOf(a)).toEqual([sampleId(1)])
})

test('moved out of the folder, such a key file keeps no lock on', async () => {
  const { a } = await twoSides()
  await (await a.seal.prepare(ofA)).turnOn(() => undefined)
  const second = await madeKey({ passphrase: ofB })
  const files = a.place.synced
  files.put('sealed/lock (1).json', Buffer.from(second.bytes), 'renamed')
  expect(await findingsOf(a)).toEqual(['second-lock'])
  files.remove('sealed/lock (1).json')
  await a.seal.turnOff(ofA, () => undefined)
  expect(await shownOf(a)).toEqual([sampleId(1)])
})
