/** What is left without the key goes to the lock that was opened on this device, and to no other: whoever can write into the folder can put a key file there. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentOfText } from '#shared/document/document'
import { messages } from '#shared/messages/messages'
import { openForCommand } from '../../../../src/main/cli/openForCommand'
import { openPageWriter } from '../../../../src/main/cli/pageWriter'
import { nodeDisk } from '../../../../src/main/disk/disk'
import { sealedMark } from '../../../../src/main/storage/encryption/cipher/fileCipher'
import { readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import { contentFiles } from '../../../../src/main/storage/encryption/files/contentFiles'
import { sealedFolderAsItLies } from '../../../../src/main/storage/encryption/files/encryptedLayout'
import { JournalFolder } from '../../../../src/main/storage/layout/journalFolder'
import { madeCapture } from '../../../services/made'
import { freshFolder } from '../../freshFolder'
import { collected, sampleEntry, sampleId } from '../../sample'
import { passphrase } from '../../sealed'
import { aDevice, bytesIn, forge, modeOf, openedBy, readableIn, type TestDevice } from '../deviceWithLock'

const canary = 'Zaunkönigskanarie'
const { caught, keptHere } = messages.capturing
const other = 'another walk entirely'

async function turnedOn() {
  const device = await aDevice()
  await device.opened(async () => undefined)
  await (await device.seal.prepare(passphrase)).turnOn(() => undefined)
  await device.opened(async () => undefined)
  const keep = async (from: string) => {
    const to = await mkdtemp(join(tmpdir(), 'throughline-known-'))
    await cp(from, to, { recursive: true })
    return to
  }
  return { folder: await keep(device.folder), userData: await keep(device.userData), key: device.seal.copyKey() }
}

// Stretching a passphrase takes its time: once for all of them.
let made: ReturnType<typeof turnedOn> | null = null
afterAll(async () => {
  const { folder, userData } = (await made) ?? {}
  for (const place of [folder, userData]) if (place !== undefined) await rm(place, { recursive: true })
})

/** A device on which the lock was turned on, as after a start. */
async function withLock(): Promise<TestDevice> {
  made ??= turnedOn()
  const [folder, from] = [await freshFolder(), await made]
  await cp(from.folder, folder, { recursive: true })
  return aDevice(folder, from.userData)
}

const unlock = async ({ seal }: TestDevice) => seal.unlockWithKey((await made)?.key ?? '')

const idOf = async (device: TestDevice) => (await device.locks.find())?.id
const inboxOf = (device: TestDevice) => join(device.userData, 'kept')

/** Sealed on this device, and nothing of it in the folder or for that key. */
async function expectKept(device: TestDevice, forger: Awaited<ReturnType<typeof forge>>): Promise<void> {
  const before = await bytesIn(device.folder)
  expect(await device.capture(canary)).toBe(keptHere)
  expect(await bytesIn(device.folder)).toEqual(before)
  expect(await openedBy(forger, device.folder)).toEqual([])
  expect(await openedBy(forger, inboxOf(device))).toEqual([])
  expect((await bytesIn(inboxOf(device))).size).toBe(1)
}

test('the lock is known once it is turned on here, and once it is unlocked here, whatever passphrase or code it has then', async () => {
  const first = await withLock()
  const id = await first.seal.id()
  expect(await idOf(first)).toBe(id)
  const second = await aDevice(await first.copied())
  expect(await second.locks.find()).toBeNull()
  await second.seal.unlock(passphrase)
  await second.opened(async () => undefined)
  expect(await idOf(second)).toBe(id)
  const known = await second.locks.find()
  await second.seal.changePassphrase(passphrase, other)
  await (await second.seal.newCode(other)).keep()
  await second.opened(async () => undefined)
  second.seal.forget()
  expect(await second.locks.find()).toMatchObject({ id, publicKey: known?.publicKey })
  expect(await second.capture(canary)).toBe(caught)
  expect(await readableIn(second.folder, canary)).toEqual([])
  await second.seal.unlock(other)
  expect(await second.captures()).toEqual([canary])
})

test('an app that starts into a locked journal is told: what it kept in clear text has to go', async () => {
  const device = await withLock()
  await expect(device.open()).rejects.toMatchObject({ code: 'locked' })
  expect(device.lockedStarts).toHaveLength(1)
  await unlock(device)
  await device.opened(async () => undefined)
  expect(device.lockedStarts).toHaveLength(1)
})

test('what was noted by the app of before is known: the public key of the journal that was opened last', async () => {
  const { folder, device, locks, seal } = await withLock()
  const { publicKey = '', journal = '' } = device.value.knownLocks?.[0] ?? {}
  const { knownLocks: _, ...before } = device.value
  await device.save({ ...before, lastJournal: { folder, id: journal, publicKey } })
  expect(await locks.find()).toMatchObject({ id: null, publicKey })
  expect(await seal.isOther()).toBe(false)
})

describe('before it was ever unlocked here', () => {
  test.each(['as it is', 'forged'] as const)(
    'with a key file %s, words stay on this device, for this account alone, until it is',
    async (how) => {
      const first = await withLock()
      const device = await aDevice(await first.copied())
      const [front, copy] = [join(device.folder, 'lock.json'), join(device.folder, 'sealed/lock.json')]
      const own = (await bytesIn(device.folder)).get(front) ?? Buffer.alloc(0)
      const forger = how === 'forged' ? await forge(device.folder, 'both') : null
      const before = await bytesIn(device.folder)
      expect(await device.capture(canary)).toBe(keptHere)
      expect(await bytesIn(device.folder)).toEqual(before)
      if (forger) expect(await openedBy(forger, device.folder)).toEqual([])
      const [kept = ''] = await readableIn(device.userData, canary)
      expect(await modeOf(kept)).toBe(0o600)

      for (const path of [front, copy]) await writeFile(path, own)
      await unlock(device)
      expect(await device.captures()).toEqual([canary])
      expect((await bytesIn(inboxOf(device))).size).toBe(0)
      expect(await readableIn(device.folder, canary)).toEqual([])
      // Once is enough.
      expect(await device.captures()).toEqual([canary])
    },
  )

  test('a key file that comes and goes: the words wait for the question what became of it', async () => {
    const device = await aDevice()
    await device.opened(async () => undefined)
    await forge(device.folder, 'front')
    expect(await device.capture(canary)).toBe(keptHere)
    await rm(join(device.folder, 'lock.json'))
    await device.opened(async (_, isLockGone) => expect(isLockGone).toBe(true))
    expect(await device.locks.bring()).toBe(1)
    expect(await readableIn(device.folder, canary)).toEqual([])
    await device.locks.give()
    expect(await device.captures()).toEqual([canary])
    await device.opened(async (_, isLockGone) => expect(isLockGone).toBe(false))
  })
})

describe('once it is known', () => {
  test.each(['front', 'copy', 'same id', 'damaged'] as const)(
    'a forged key file, %s: words are sealed to the true one, on this device, and join the journal once that is back',
    async (how) => {
      const device = await withLock()
      const [front, copy] = [join(device.folder, 'lock.json'), join(device.folder, 'sealed/lock.json')]
      const own = (await bytesIn(device.folder)).get(front) ?? Buffer.alloc(0)
      if (how === 'copy') await rm(front)
      const like = how === 'same id' ? { id: readKeyFile(own).id } : {}
      const forger = await forge(device.folder, how === 'copy' ? 'copy' : 'both', like)
      if (how === 'damaged') for (const path of [front, copy]) await writeFile(path, 'no key file')
      await expectKept(device, forger)
      expect(await readableIn(device.userData, canary)).toEqual([])
      if (how !== 'damaged') expect(await device.seal.isOther()).toBe(true)
      await expect(unlock(device)).rejects.toThrow()

      for (const path of [front, copy]) await writeFile(path, own)
      expect(await device.seal.isOther()).toBe(false)
      await unlock(device)
      expect(await device.captures()).toEqual([canary])
      expect((await bytesIn(inboxOf(device))).size).toBe(0)
    },
  )

  test('words of a page are sealed to the true one too', async () => {
    const device = await withLock()
    const forger = await forge(device.folder, 'both')
    await keepDraft(device)
    expect(await readableIn(device.userData, canary)).toEqual([])
    expect(await openedBy(forger, device.userData)).toEqual([])
  })

  test('turned off and on anew elsewhere: it is told, its passphrase opens it, and what waited opens with the one of before', async () => {
    const device = await withLock()
    const elsewhere = await aDevice(device.folder)
    await elsewhere.seal.turnOff(passphrase, () => undefined)
    await (await elsewhere.seal.prepare(other)).turnOn(() => undefined)
    expect(await device.seal.isOther()).toBe(true)
    expect(await device.capture(canary)).toBe(keptHere)
    await keepDraft(device)
    await device.seal.unlock(other)
    expect(await device.captures()).toEqual([])
    expect(await idOf(device)).toBe(await elsewhere.seal.id())
    expect(await device.seal.isOther()).toBe(false)

    expect(await device.locks.waits(device.drafts)).toBe(true)
    const wrong = { kind: 'passphrase', passphrase: 'guessed, and wrong' } as const
    await expect(device.locks.openFormer(wrong)).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await bringFormer(device)
    expect(await device.captures()).toEqual([canary])
    expect(await device.locks.waits(device.drafts)).toBe(false)
    expect((await device.drafts.list(null)).drafts.map(({ words }) => words)).toEqual([canary])
    expect(await readableIn(device.userData, canary)).toEqual([])
    expect(await readableIn(device.folder, canary)).toEqual([])
  })

  test('turned off here, it is over, and what was left meanwhile is in the journal', async () => {
    const device = await withLock()
    const [saves, left] = [device.seal.turnOff(passphrase, () => undefined), device.capture(canary)]
    await saves
    await left
    await device.opened(async (_, isLockGone) => expect(isLockGone).toBe(false))
    expect(await device.captures()).toEqual([canary])
    expect((await bytesIn(inboxOf(device))).size).toBe(0)
  })
})

describe('where it is gone', () => {
  /** Somebody took the key files and all that is sealed, and put a page of their own there. */
  async function withoutIt(): Promise<TestDevice> {
    const device = await withLock()
    const theirs = await aDevice()
    await theirs.opened(async ({ settings }) => settings.change((value) => ({ ...value, manager: 'Theirs' })))
    for (const name of ['lock.json', 'sealed']) await rm(join(device.folder, name), { recursive: true })
    const [settings = Buffer.alloc(0)] = [(await bytesIn(theirs.folder)).get(join(theirs.folder, 'settings.json'))]
    // Beside what would be put right, moved or brought in elsewhere.
    await writeFile(join(device.folder, 'settings.json'), settings)
    await writeFile(join(device.folder, 'settings (1).json'), settings)
    for (const name of ['entries/2026', 'captures/inbox']) await mkdir(join(device.folder, name), { recursive: true })
    await writeFile(join(device.folder, 'entries/2026', `2026-03-02-${sampleId(9)}.json`), 'no entry')
    await writeFile(join(device.folder, 'captures/inbox', `${sampleId(8)}.json`), 'no capture')
    return device
  }

  test('the journal is read only: nothing in its folder changes, and words are sealed on this device', async () => {
    const device = await withoutIt()
    const before = await bytesIn(device.folder)
    const notices: string[] = []
    await device.opened(async (journal, isLockGone) => {
      expect(isLockGone).toBe(true)
      journal.entries.onNotice(({ kind }) => void notices.push(kind))
      expect(journal.settings.value.manager).toBe('Theirs')
      await collected(journal.entries.all())
      await journal.entries.ofDay('2026-03-02')
      await journal.captures.mergeInbox().catch(() => undefined)
      const refused = { code: 'lock-gone' }
      await expect(journal.settings.save(journal.settings.value)).rejects.toMatchObject(refused)
      await expect(journal.entries.save(sampleEntry({ title: canary }), 0)).rejects.toMatchObject(refused)
      await expect(journal.captures.add(madeCapture(7, { text: canary }))).rejects.toMatchObject(refused)
      await keepDraft(device)
    })
    expect(notices).toContain('lock-gone')
    expect(await device.capture(canary)).toBe(messages.capturing.keptLockGone)
    await expect((await device.seal.prepare(passphrase)).turnOn(() => undefined)).rejects.toMatchObject({
      code: 'lock-gone',
    })
    await expect(device.seal.openWaiting(passphrase)).rejects.toMatchObject({ code: 'lock-gone' })
    expect(await bytesIn(device.folder)).toEqual(before)
    expect(await readableIn(device.userData, canary)).toEqual([])
  })

  test('taken away on purpose, it is written as any other; what was kept meanwhile opens with its passphrase', async () => {
    const device = await withoutIt()
    await device.capture(canary)
    await device.locks.give()
    await device.opened(async (journal, isLockGone) => {
      expect(isLockGone).toBe(false)
      await journal.settings.save({ ...journal.settings.value, manager: 'Ours' })
    })
    expect(await device.capture('And on.')).toBe(caught)
    expect(await device.captures()).toEqual(['And on.'])
    expect(await device.locks.waits(device.drafts)).toBe(true)
    await bringFormer(device)
    expect(await device.captures()).toEqual(['And on.', canary])
    expect(await device.locks.waits(device.drafts)).toBe(false)
  })

  test('back again, it is as it was, with what was kept', async () => {
    const device = await withLock()
    const copy = await device.copied()
    for (const name of ['lock.json', 'sealed']) await rm(join(device.folder, name), { recursive: true })
    await device.capture(canary)
    await device.opened(async (_, isLockGone) => expect(isLockGone).toBe(true))
    await cp(copy, device.folder, { recursive: true })
    expect(await device.seal.look()).toBe('locked')
    await unlock(device)
    expect(await device.captures()).toEqual([canary])
    expect(await readdir(device.folder)).not.toContain('captures')
  })
})

test('a key file among the retired ones, put there by somebody, makes a lock that is gone no lock that was turned off', async () => {
  const device = await withLock()
  await unlock(device)
  await device.opened(({ entries }) => entries.save(sampleEntry(), 0))
  device.seal.forget()
  const bytes = await readFile(join(device.folder, 'lock.json'))
  const { files } = await contentFiles(sealedFolderAsItLies(new JournalFolder(nodeDisk(), device.folder)))
  const mark = sealedMark(await readFile(join(device.folder, 'sealed', ...(files[0] ?? []))))
  await mkdir(join(device.folder, 'keys'))
  await writeFile(join(device.folder, 'keys', `${readKeyFile(bytes).id}-${mark}.json`), bytes)
  for (const name of ['lock.json', 'sealed/lock.json']) await rm(join(device.folder, name))
  const before = await bytesIn(device.folder)
  await device.opened(async (journal, isLockGone) => {
    expect(isLockGone).toBe(true)
    await expect(journal.settings.save(journal.settings.value)).rejects.toMatchObject({ code: 'lock-gone' })
  })
  await expect(device.seal.openWaiting(passphrase)).rejects.toMatchObject({ code: 'lock-gone' })
  expect(await bytesIn(device.folder)).toEqual(before)
})

test('words that are kept as they are tell of a lock, too: while it is not answered for none goes into the folder', async () => {
  const device = await aDevice(await (await withLock()).copied())
  expect(await device.capture('Kept')).toBe(keptHere)
  for (const name of ['lock.json', 'sealed']) await rm(join(device.folder, name), { recursive: true })
  const before = await bytesIn(device.folder)
  await device.opened(async (_, isLockGone) => expect(isLockGone).toBe(true))
  expect(await device.capture(canary)).toBe(messages.capturing.keptLockGone)
  expect(await bytesIn(device.folder)).toEqual(before)
  await device.locks.give()
  expect(await device.captures()).toEqual(['Kept', canary])
})

describe('answers from a terminal', () => {
  const write = async ({ userData }: TestDevice, given: string | null) => {
    const opened = await openForCommand({ userData, passphrase: async () => given, begins: false })
    const writer = await openPageWriter(opened, { day: null, template: null })
    await writer.store(0, documentOfText(canary), false)
    return writer.bring()
  }

  test('go to a lock that their passphrase opens, also where it was never opened here', async () => {
    const device = await aDevice(await (await withLock()).copied())
    expect(await write(device, passphrase)).toEqual({ kind: 'on-page', file: null })
    expect(await readableIn(device.folder, canary)).toEqual([])
    expect((await bytesIn(inboxOf(device))).size).toBe(0)
  })

  test('are kept on this device where another key file lies in front of the one that their passphrase opens', async () => {
    const device = await withLock()
    const forger = await forge(device.folder, 'front')
    expect(await write(device, passphrase)).toEqual({ kind: 'kept-here', until: 'unlocked' })
    expect(await openedBy(forger, device.folder)).toEqual([])
    expect(await readableIn(device.userData, canary)).toEqual([])
  })

  test('are counted as saves of this device, and kept as its last state', async () => {
    const device = await aDevice()
    await device.opened(async () => undefined)
    await device.device.save({ ...device.device.value, device: 'aa' })
    const brought = await write(device, null)
    const [page] = await device.opened(({ entries }) => collected(entries.all()))
    expect(brought.kind).toBe('on-page')
    expect(page?.saves).toEqual({ aa: 1 })
    expect(await readableIn(join(device.userData, 'states'), canary)).toHaveLength(1)
  })

  test('are kept on this device where the lock is gone', async () => {
    const device = await withLock()
    for (const name of ['lock.json', 'sealed']) await rm(join(device.folder, name), { recursive: true })
    const before = await bytesIn(device.folder)
    expect(await write(device, null)).toEqual({ kind: 'kept-here', until: 'answered' })
    expect(await bytesIn(device.folder)).toEqual(before)
    expect(await readableIn(device.userData, canary)).toEqual([])
    expect((await bytesIn(inboxOf(device))).size).toBe(1)
  })
})

async function keepDraft({ drafts, clock }: TestDevice): Promise<void> {
  const head = {
    journal: null,
    kind: 'entry',
    id: sampleId(1),
    base: 0,
    basis: null,
    kept: clock.now(),
    text: canary,
  } as const
  await drafts.save(head, JSON.stringify(canary))
}

async function bringFormer({ locks, sealing, drafts }: TestDevice): Promise<void> {
  const former = await locks.openFormer({ kind: 'passphrase', passphrase })
  await sealing.withFormer(former, async () => {
    await drafts.reseal(null)
    await locks.bring()
  })
}
