/** A key file that comes half: while another program may still write it, it is no damaged one, and no look waits for that. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leaveCapture } from '../../../../src/main/storage/dayLogs/leaveCapture'
import { createJournalEncryption } from '../../../../src/main/storage/encryption/journalEncryption'
import { KeyFileJudge } from '../../../../src/main/storage/encryption/keys/keyFileJudge'
import { DeviceInbox } from '../../../../src/main/storage/inbox/deviceInbox'
import { openJournal } from '../../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../../src/main/storage/journal/openJournalForReading'
import { madeCapture } from '../../../services/made'
import { freshFolder } from '../../freshFolder'
import { sampleEntry } from '../../sample'
import { setClock } from '../../sampleClock'
import { madeKey, passphrase, quickCost } from '../../sealed'

/** A journal without a lock, and a key file that another device has made for it; `half` bytes of that are there. */
async function withHalf() {
  const folder = await freshFolder()
  const clock = setClock()
  let now = 1_000_000
  const wait = async () => {
    throw new Error('a look waits')
  }
  const judge = new KeyFileJudge(5_000, () => now)
  const options = { folder, clock, knownBefore: false, steadyFor: 5_000, judge, wait }
  await (await openJournal(options)).close()
  const { bytes } = await madeKey()
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost, steadyFor: 5_000, judge, wait })
  return {
    folder,
    clock,
    seal,
    open: () => openJournal({ ...options, knownBefore: true }),
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    half: (length = 100) => writeFile(join(folder, 'lock.json'), bytes.subarray(0, length)),
    whole: () => writeFile(join(folder, 'lock.json'), bytes),
  }
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { readonly code: string }) => error.code,
  )

test('is damaged once it stayed the same for long enough, whoever looks, and no earlier', async () => {
  const { seal, open, pass, half } = await withHalf()
  await half()
  expect([await code(seal.look()), await code(open())]).toEqual(['being-written', 'being-written'])
  pass(4_999)
  expect([await code(open()), await code(seal.look())]).toEqual(['being-written', 'being-written'])
  expect([await code(seal.unlock(passphrase)), await code(seal.id())]).toEqual(['being-written', 'being-written'])
  pass(1)
  expect([await code(open()), await code(seal.look())]).toEqual(['key-damaged', 'key-damaged'])
  expect(await code(seal.unlock(passphrase))).toBe('key-damaged')
})

test('each change begins the time anew, also after it was judged; whole, it asks for its passphrase', async () => {
  const { seal, open, pass, half, whole } = await withHalf()
  await half()
  await code(seal.look())
  pass(4_000)
  await half(101)
  expect(await code(seal.look())).toBe('being-written')
  pass(4_000)
  expect(await code(seal.look())).toBe('being-written')
  pass(1_000)
  expect(await code(seal.look())).toBe('key-damaged')
  await half(102)
  expect(await code(seal.look())).toBe('being-written')
  await whole()
  expect([await seal.look(), await code(open())]).toEqual(['locked', 'locked'])
})

test('one that another program wrote half again is not judged by the time of before', async () => {
  const { seal, pass, half, whole } = await withHalf()
  await half()
  await code(seal.look())
  await whole()
  await seal.look()
  pass(60_000)
  await half()
  expect(await code(seal.look())).toBe('being-written')
})

test('whole bytes that the key does not prove are damaged at once', async () => {
  const { folder, seal } = await withHalf()
  const [one, other] = [await madeKey(), await madeKey()]
  const { sum: _, ...body } = JSON.parse(Buffer.from(one.bytes).toString())
  const { keyFileBytes } = await import('../../../../src/main/storage/encryption/cipher/keyFile')
  const forged = other.vault.withKey((key) => keyFileBytes(body, key))
  await writeFile(join(folder, 'lock.json'), forged)
  expect(await code(seal.unlock(passphrase))).toBe('key-damaged')
})

test('a journal that is open without a lock writes nothing meanwhile, and a capture is kept on this device', async () => {
  const { folder, open, half, whole, pass } = await withHalf()
  const journal = await open()
  await half()
  const saved = () => code(journal.entries.save(sampleEntry(), 0))
  expect(await saved()).toBe('being-written')
  expect(await code(journal.hasOtherLock())).toBe('being-written')
  const kept = join(folder, '..', 'kept')
  await mkdir(kept)
  const device = { inbox: new DeviceInbox(kept), journal: null }
  expect(await leaveCapture({ folder, device }, madeCapture(8))).toBe('unlocked')
  expect((await readdir(folder)).sort()).not.toContain('captures')
  pass(5_000)
  expect(await saved()).toBe('key-damaged')
  await whole()
  expect(await saved()).toBe('lock-changed')
  await journal.close()
  expect((await readFile(join(folder, 'journal.json'))).length).toBeGreaterThan(0)
})

test('whatever is only read, as for an export, a page shown or written by a command, is not told of damage either', async () => {
  const { folder, half, whole } = await withHalf()
  const read = (wait: () => Promise<void>) => code(openJournalForReading({ folder, steadyFor: 2_000, wait }))
  await half()
  expect(await read(() => half(200))).toBe('being-written')
  expect(await read(whole)).toBe('locked')
  await half()
  expect(await read(async () => undefined)).toBe('key-damaged')
})

test('so is half of its copy, where nothing else of the lock has come but what it sealed', async () => {
  const { folder, seal, open, pass } = await withHalf()
  const { bytes, vault } = await madeKey()
  const sealed = join(folder, 'sealed', 'entries', '2026')
  await mkdir(sealed, { recursive: true })
  await writeFile(join(sealed, `2026-03-02-${sampleEntry().id}.json`), vault.seal(Buffer.from('{}'), 'any'))
  await writeFile(join(folder, 'sealed', 'lock.json'), bytes.subarray(0, 100))
  expect([await code(seal.look()), await code(open())]).toEqual(['being-written', 'being-written'])
  pass(5_000)
  expect(await code(seal.look())).toBe('key-damaged')
  await writeFile(join(folder, 'sealed', 'lock.json'), bytes)
  expect(await seal.look()).toBe('locked')
})

test('half of a copy keeps nobody out of a journal that is whole without a lock', async () => {
  const { folder, seal, open } = await withHalf()
  const journal = await open()
  await journal.entries.save(sampleEntry(), 0)
  await journal.close()
  await mkdir(join(folder, 'sealed'))
  await writeFile(join(folder, 'sealed', 'lock.json'), '{')
  expect(await seal.look()).toBe('none')
  await (await open()).close()
  // Nor does it keep a lock from being turned on, once nothing writes it any more.
  const copy = join(folder, 'sealed', 'lock.json')
  const turnOn = async (...parts: readonly string[]) => {
    const left = [...parts]
    const wait = async () => {
      const part = left.shift()
      if (part !== undefined) await writeFile(copy, part)
    }
    const given = { folder: () => folder, clock: setClock(), cost: quickCost, steadyFor: 5_000, wait }
    return await code((await createJournalEncryption(given).prepare(passphrase)).turnOn(() => undefined))
  }
  expect(await turnOn('{"', '{"s', '{"sc', '{"half')).toBe('written-meanwhile')
  const whole = (await madeKey()).bytes
  expect(await turnOn(Buffer.from(whole).toString())).toBe('lock-changed')
  expect(await readFile(copy)).toEqual(Buffer.from(whole))
  await writeFile(copy, '{"half')
  expect(await turnOn()).toBe('none')
  expect(await readFile(copy)).toEqual(await readFile(join(folder, 'lock.json')))
})
