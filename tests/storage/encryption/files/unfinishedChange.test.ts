/** Half of a change of the lock that a sync program carries to another device, or that meets files of one: nobody clears what is not theirs. */
import { expect, test } from 'vitest'
import { createJournalEncryption } from '../../../../src/main/storage/encryption/journalEncryption'
import { madeUpProcesses, nextOf, sampleEntry, sampleId } from '../../sample'
import { setClock } from '../../sampleClock'
import { passphrase, quickCost } from '../../sealed'
import { wrappedFiles } from '../../wrappedFiles'
import { pathsOf, type Side, shownOf, twoSides } from '../syncedSides'

const entry = sampleEntry()

/** The process dies at the call that `isLast` answers true for; then nothing of it goes on. */
async function dying(
  { place: { folder, files } }: Side,
  device: string,
  isLast: (name: string, path: string) => boolean,
  work: (seal: ReturnType<typeof createJournalEncryption>) => Promise<unknown>,
): Promise<void> {
  let isDead = false
  const given = wrappedFiles(files, (name, path) => {
    isDead ||= isLast(name, path)
    if (isDead) throw new Error('dead')
    return undefined
  })
  const processes = madeUpProcesses()
  const self = processes.start()
  const seal = createJournalEncryption({
    folder: () => folder,
    files: given,
    clock: setClock(),
    cost: quickCost,
    processes: self,
    wait: async () => undefined,
    device: () => device,
  })
  await work(seal).catch(() => undefined)
  expect(isDead).toBe(true)
  processes.end(self.self)
}

const isKeyFile = (name: string, path: string) => name === 'link' && path.startsWith('/journal/.') === true
const turnOn = (seal: ReturnType<typeof createJournalEncryption>) =>
  seal.prepare(passphrase).then((prepared) => prepared.turnOn(() => undefined))

const sealedOf = (side: Side) => pathsOf(side).filter((path) => path.startsWith('sealed/'))

test('a half that another device writes is left to it; its own next start clears it', async () => {
  const { a, b, sync } = await twoSides()
  await dying(a, 'device0', isKeyFile, turnOn)
  const half = sealedOf(a)
  expect(half).toContain('sealed/unfinished')
  sync.deliverAll()
  expect(await shownOf(b)).toEqual([entry.id])
  expect(sealedOf(b)).toEqual(half)
  await expect(turnOn(b.seal)).rejects.toMatchObject({ code: 'lock-unfinished' })
  expect(await shownOf(a)).toEqual([entry.id])
  sync.deliverAll()
  expect([sealedOf(a), sealedOf(b)]).toEqual([[], []])
})

test('with its own half a device clears nothing that another one has sealed', async () => {
  const { a, b, sync } = await twoSides()
  await dying(a, 'device0', isKeyFile, turnOn)
  await turnOn(b.seal)
  const ofB = b.place.synced.files()
  sync.deliverIn('sealed/')
  expect(await shownOf(a)).toEqual([entry.id])
  sync.deliverAll()
  const now = [...b.place.synced.files().values()].map((bytes) => Buffer.from(bytes).toString('base64'))
  for (const [path, bytes] of ofB)
    if (path.startsWith('sealed/entries')) expect(now).toContain(Buffer.from(bytes).toString('base64'))
  expect(await shownOf(b)).toEqual([entry.id])
})

test('what another device sealed late is no part of what was given up, and waits', async () => {
  const { a, b, sync } = await twoSides()
  await turnOn(a.seal)
  sync.deliverAll()
  await b.seal.unlock(passphrase)
  const journal = await b.open()
  await journal.entries.save(nextOf(entry, 'word6'), 1)
  await journal.entries.save(sampleEntry({ id: sampleId(6) }), 0)
  await journal.close()
  b.seal.forget()
  // Between the switch and the removal of what was sealed.
  const isRemoval = (name: string, path: string) => name === 'remove' && /\/sealed\/.*\d\.json$/.test(path)
  await dying(a, 'device0', isRemoval, (seal) => seal.turnOff(passphrase, () => undefined))
  a.seal.forget()
  sync.deliverAll()
  for (const one of [a, b]) {
    await shownOf(one)
    expect(sealedOf(one).filter((path) => path.includes(sampleId(6)))).toHaveLength(1)
  }
  sync.deliverAll()
  expect(await a.seal.openWaiting(passphrase)).toMatchObject({ left: 0 })
  expect(await shownOf(a)).toEqual([entry.id, sampleId(6)])
})

test('a half of an app that did not say whose it is goes while all of it is in the plain journal', async () => {
  const { a } = await twoSides()
  await dying(a, 'device0', isKeyFile, turnOn)
  const files = a.place.synced
  files.put('sealed/unfinished', Buffer.from('half of a change\n'), 'renamed')
  const path = `sealed/entries/2026/2026-03-02-${sampleId(6)}.json`
  files.put(path, Buffer.from('sealed'), 'renamed')
  await shownOf(a)
  expect(sealedOf(a)).toContain(path)
  files.remove(path)
  await shownOf(a)
  expect(sealedOf(a)).toEqual([])
})

test.each(['stays plain', 'is sealed on the other device, and gone here'])(
  'refused since another device seals as well, a change takes its half back while the journal %s',
  async (how) => {
    const { a, b } = await twoSides()
    await turnOn(a.seal)
    const key = a.place.synced.files().get('lock.json')
    const prepared = await b.seal.prepare('of this one')
    const files = b.place.synced
    const [page = ''] = pathsOf(b).filter((path) => path.startsWith('entries/'))
    const come = (done: number, total: number) => {
      if (done < total || files.files().has('lock.json')) return
      files.put('lock.json', Buffer.from(key ?? ''), 'renamed')
      if (how !== 'stays plain') files.remove(page)
    }
    await expect(prepared.turnOn(come)).rejects.toMatchObject({ code: 'lock-changed' })
    // Where the plain words went meanwhile, what was sealed of them may be the last that is here.
    expect(sealedOf(b).includes(`sealed/${page}`)).toBe(how !== 'stays plain')
    if (how === 'stays plain') expect(pathsOf(b)).toEqual([page, 'journal.json', 'lock.json'].sort())
  },
)

test('where that device never comes back, a lock can be turned on once its half is moved out of the folder', async () => {
  const { a, b, sync } = await twoSides()
  await dying(a, 'device0', isKeyFile, turnOn)
  sync.deliverAll()
  await expect(turnOn(b.seal)).rejects.toMatchObject({ code: 'lock-unfinished' })
  for (const path of sealedOf(b)) b.place.synced.remove(path)
  await turnOn(b.seal)
  expect(await shownOf(b)).toEqual([entry.id])
})
