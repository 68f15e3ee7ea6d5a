/** A lock that one device turns off while another one goes on sealing: its late files wait beside the plain journal, and open with the old passphrase. */
import { expect, test } from 'vitest'
import { readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { knownLockOf, sealForKnown } from '../../../../src/main/storage/encryption/keys/knownLock'
import { collected, nextOf, sampleEntry, sampleId } from '../../sample'
import { passphrase } from '../../sealed'
import { findingsOf, pathsOf, type Side, shownOf, twoSides } from '../syncedSides'

const entry = sampleEntry()
const onlyB = sampleEntry({ id: sampleId(6) })

/** B wrote the page that both have, and one of its own, before it had what A did. */
async function withLateFiles() {
  const { a, b, sync } = await twoSides()
  const prepared = await a.seal.prepare(passphrase)
  await prepared.turnOn(() => undefined)
  sync.deliverAll()
  await b.seal.unlock(passphrase)
  const journal = await b.open()
  await journal.entries.save(nextOf(entry, 'word6'), 1)
  await journal.entries.save(onlyB, 0)
  await journal.close()
  b.seal.forget()
  await a.seal.turnOff(passphrase, () => undefined)
  sync.deliverAll()
  return { a, b, sync, code: prepared.code }
}

const sealedPaths = (side: Side) => pathsOf(side).filter((path) => path.startsWith('sealed/'))

async function pageOf({ open }: Side) {
  const journal = await open()
  const { record, copies } = await journal.entries.copiesOf(entry.id)
  await journal.close()
  return [record, ...copies.map((copy) => copy.record)].map(({ sections }) => sections[0]?.text).sort()
}

test('the key file stays where the passphrase finds it, and what comes late opens on each device', async () => {
  const { a, b, sync } = await withLateFiles()
  for (const one of [a, b]) {
    expect(await shownOf(one)).toEqual([entry.id])
    expect(await findingsOf(one)).toContain('sealed')
    const before = sealedPaths(one)
    await expect(one.seal.verifyWaiting('another passphrase')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    // While the journal may be open nothing of it is touched.
    await one.seal.verifyWaiting(passphrase)
    expect(sealedPaths(one)).toEqual(before)
    await expect(one.seal.openWaiting('another passphrase')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(await one.seal.openWaiting(passphrase)).toMatchObject({ left: 0 })
    expect(sealedPaths(one)).toEqual([])
  }
  // What a device does with a late file follows from its bytes: no two files of one.
  expect(pathsOf(a)).toEqual(pathsOf(b))
  sync.deliverAll()
  expect(await shownOf(a)).toEqual([entry.id, onlyB.id])
  // It continues the page that lay there.
  expect(await pageOf(a)).toEqual(['word6'])
  expect(await findingsOf(a)).not.toContain('sealed')
})

test('so it does with the recovery code', async () => {
  const { a, code } = await withLateFiles()
  const { opened, left } = await a.seal.openWaiting(code)
  expect([opened > 0, left]).toEqual([true, 0])
  expect(await shownOf(a)).toEqual([entry.id, onlyB.id])
})

test('a lock can be turned on again then, and its own files are no late ones', async () => {
  const { a } = await withLateFiles()
  await a.seal.openWaiting(passphrase)
  await (await a.seal.prepare('a new passphrase')).turnOn(() => undefined)
  expect(await shownOf(a)).toEqual([entry.id, onlyB.id])
  await expect(a.seal.unlock(passphrase)).rejects.toMatchObject({ code: 'retired-passphrase' })
})

test('what another lock sealed waits in a locked journal too, until the old passphrase is given', async () => {
  const { a, b, sync } = await withLateFiles()
  await a.seal.openWaiting(passphrase)
  await (await a.seal.prepare('a new passphrase')).turnOn(() => undefined)
  const late = b.place.synced.files().get(sealedPaths(b).find((path) => path.includes(onlyB.id)) ?? '')
  sync.deliverAll()
  const path = `sealed/entries/2026/2026-03-03-${sampleId(7)}.json`
  a.place.synced.put(path, late ?? Buffer.from(''), 'renamed')
  expect(await findingsOf(a)).toContain('sealed')
  expect(await a.seal.openWaiting(passphrase)).toEqual({ opened: 1, left: 0 })
  expect(await findingsOf(a)).not.toContain('sealed')
  const journal = await a.open()
  expect((await collected(journal.entries.all())).length).toBeGreaterThan(1)
  await journal.close()
})

test('what another lock sealed stays sealed when the lock is turned off, and opens with the old passphrase then', async () => {
  const { a, b } = await withLateFiles()
  const capture = `sealed/captures/inbox/${sampleId(51)}.json`
  const key = [...a.place.synced.files()].find(([path]) => path.startsWith('keys/'))?.[1]
  const former = readKeyFile(key ?? Buffer.from(''))
  await a.seal.openWaiting(passphrase)
  await (await a.seal.prepare('a new passphrase')).turnOn(() => undefined)
  a.place.synced.put(
    capture,
    sealForKnown(knownLockOf({ file: former, bytes: Buffer.from('') }), Buffer.from('{}')),
    'renamed',
  )
  const late = sealedPaths(b).filter((path) => path.includes(onlyB.id))
  const aside = `sealed/quarantine/2026-03-02-${onlyB.id}.20260302T090000000Z-01234567.json`
  for (const path of [...late, aside])
    a.place.synced.put(path, b.place.synced.files().get(late[0] ?? '') ?? Buffer.from(''), 'renamed')
  await a.seal.turnOff('a new passphrase', () => undefined)
  expect(sealedPaths(a).sort()).toEqual([...late, aside, capture].sort())
  expect(pathsOf(a).filter((path) => path.startsWith('quarantine/'))).toEqual([])
  expect(await findingsOf(a)).toContain('sealed')
  expect(await a.seal.openWaiting(passphrase)).toEqual({ opened: 3, left: 0 })
  expect(await shownOf(a)).toEqual([entry.id, onlyB.id])
  expect(sealedPaths(a)).toEqual([])
})

test('so it does where of the other lock only its files have come yet, and these keep no journal closed', async () => {
  const { a, b } = await twoSides()
  const second = 'of the other one'
  for (const [side, chosen] of [
    [a, passphrase],
    [b, second],
  ] as const)
    await (await side.seal.prepare(chosen)).turnOn(() => undefined)
  const pages = [onlyB, sampleEntry({ id: sampleId(7) })]
  const journal = await b.open()
  for (const page of pages) await journal.entries.save(page, 0)
  await journal.close()
  const key = b.place.synced.files().get('lock.json') ?? Buffer.from('')
  const capture = `sealed/captures/inbox/${sampleId(51)}.json`
  const left = sealForKnown(knownLockOf({ file: readKeyFile(key), bytes: key }), Buffer.from('{}'))
  a.place.synced.put(capture, left, 'renamed')
  const late = sealedPaths(b).filter((path) => pages.some(({ id }) => path.includes(id)))
  for (const path of late) a.place.synced.put(path, b.place.synced.files().get(path) ?? Buffer.from(''), 'renamed')
  await a.seal.turnOff(passphrase, () => undefined)
  expect(sealedPaths(a)).toEqual([capture, ...late].sort())
  expect(pathsOf(a).filter((path) => path.startsWith('quarantine/'))).toEqual([])
  // They are more than the plain ones.
  expect(await shownOf(a)).toEqual([entry.id])
  expect(await findingsOf(a)).toContain('sealed')
  await b.seal.turnOff(second, () => undefined)
  for (const [path, bytes] of b.place.synced.files())
    if (path.startsWith('keys/')) a.place.synced.put(path, bytes, 'renamed')
  expect(await a.seal.openWaiting(second)).toEqual({ opened: 3, left: 0 })
  expect(await shownOf(a)).toEqual([entry.id, onlyB.id, sampleId(7)])
  expect(sealedPaths(a)).toEqual([])
})

test('what is damaged goes to quarantine when the lock is turned off, with one copy of its key file', async () => {
  const { a } = await twoSides()
  await (await a.seal.prepare(passphrase)).turnOn(() => undefined)
  const [path = ''] = sealedPaths(a).filter((one) => one.includes(entry.id))
  const bytes = Buffer.from(a.place.synced.files().get(path) ?? [])
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  for (const id of [sampleId(7), sampleId(8)]) a.place.synced.put(path.replace(entry.id, id), bytes, 'renamed')
  await a.seal.turnOff(passphrase, () => undefined)
  expect(sealedPaths(a)).toEqual([])
  const kept = pathsOf(a).filter((one) => one.startsWith('quarantine/'))
  expect(kept).toHaveLength(3)
  expect(kept.filter((one) => one.startsWith('quarantine/lock.'))).toHaveLength(1)
})

test('one late file that is not on this computer keeps no journal closed, and no file is read where their number says enough', async () => {
  const { a, b } = await withLateFiles()
  const [late = ''] = sealedPaths(b).filter((path) => path.includes(onlyB.id))
  const bytes = Buffer.from(b.place.synced.files().get(late) ?? [])
  const beside = late.replace(onlyB.id, sampleId(7))
  for (const path of [late, beside]) a.place.synced.put(path, bytes, 'renamed')
  const placeholder = late.replace(/[^/]+$/, `.2026-03-03-${sampleId(8)}.json.icloud`)
  a.place.synced.put(placeholder, Buffer.from('away'), 'renamed')
  // More than there are plain ones: their marks say that they are of a lock that is off.
  expect(await shownOf(a)).toEqual([entry.id])
  a.place.synced.remove(beside)
  a.place.synced.remove(late)
  expect(await shownOf(a)).toEqual([entry.id])
})

test('where no more of them can be read than can’t, they are not known for late ones', async () => {
  const { a } = await withLateFiles()
  for (const [at] of sealedPaths(a).entries()) {
    const placeholder = `sealed/entries/2026/.2026-03-03-${sampleId(10 + at)}.json.icloud`
    a.place.synced.put(placeholder, Buffer.from('away'), 'renamed')
  }
  await expect(a.open()).rejects.toMatchObject({ code: 'elsewhere' })
})

test('a plain file that comes while the lock is turned off refuses that with words, and the lock stays', async () => {
  const { a } = await twoSides()
  await (await a.seal.prepare(passphrase)).turnOn(() => undefined)
  const path = `entries/2026/${entry.day}-${entry.id}.json`
  const come = () => {
    if (!a.place.synced.files().has(path)) a.place.synced.put(path, Buffer.from('{}'), 'renamed')
  }
  // One is written before: the journal has a second file.
  const journal = await a.open()
  await journal.settings.change((settings) => ({ ...settings, manager: 'Ada' }))
  await journal.close()
  await expect(a.seal.turnOff(passphrase, come)).rejects.toMatchObject({ code: 'written-meanwhile' })
  expect(await shownOf(a)).toEqual([entry.id])
  expect(pathsOf(a)).toContain(`sealed/${path}`)
  await a.seal.turnOff(passphrase, () => undefined)
})
