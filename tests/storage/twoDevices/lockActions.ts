/** What a person does with the lock on one of the two devices. */
import { failureOf } from '../../../src/main/disk/failureOf'
import { keyFilesIn } from '../../../src/main/storage/encryption/keys/keyFiles'
import type { Device } from './device'
import type { TwoDevices } from './model'

/** What keeps a lock from being changed now: the person does something else first. */
const refusals: ReadonlySet<string> = new Set([
  'disk-error',
  'folder-missing',
  'conflict',
  'locked',
  'lock-changed',
  'two-locks',
  'sealed-elsewhere',
  'key-missing',
  'key-damaged',
  // Half of a key file is there, and may go on.
  'being-written',
  'wrong-passphrase',
  'retired-passphrase',
  'wrong-kept-key',
])

/** Why nothing of the journal is opened or written now, as the lock is. */
export function isOfLock(error: unknown): boolean {
  const { code } = failureOf(error)
  return code !== 'conflict' && refusals.has(code)
}

async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!refusals.has(failureOf(error).code)) throw error
  })
}

export async function lockOn(world: TwoDevices, device: Device): Promise<void> {
  await device.close()
  await unlessRefused(async () => {
    if ((await device.seal.look()) !== 'none') return
    const passphrase = `passphrase ${world.nextWord()}`
    const prepared = await device.seal.prepare(passphrase)
    try {
      await prepared.turnOn(() => undefined)
    } finally {
      // Refused for one that came meanwhile, it may have left its key file, and the person knows its passphrase.
      for (const { file } of await keyFilesIn(device.home()))
        if (!world.locks.has(file.id)) await world.locks.add(file, passphrase, prepared.code)
    }
  })
}

export async function lockOff(_: TwoDevices, device: Device): Promise<void> {
  await device.close()
  await unlessRefused(async () => {
    if ((await device.seal.look()) === 'none') return
    const { passphrases } = device.locks.of(await device.seal.id())
    // Of two that were chosen apart the sync keeps one.
    const turnOff = (passphrase: string) => device.seal.turnOff(passphrase, () => undefined)
    for (const passphrase of passphrases.toReversed())
      if ((await device.seal.look()) !== 'none') await unlessRefused(() => turnOff(passphrase))
  })
}

export async function newPassphrase(world: TwoDevices, device: Device): Promise<void> {
  await device.close()
  await unlessRefused(async () => {
    if ((await device.seal.look()) === 'none') return
    const { passphrases } = device.locks.of(await device.seal.id())
    const next = `passphrase ${world.nextWord()}`
    await device.seal.changePassphrase(passphrases.at(-1) ?? '', next)
    passphrases.push(next)
  })
}

/** All that waits for the key of another lock, with its recovery code. */
export async function openWaiting(device: Device): Promise<void> {
  await device.close()
  await unlessRefused(async () => {
    await device.unlock()
    const held = (await device.seal.look()) === 'none' ? null : await device.seal.id()
    for (const { file } of await keyFilesIn(device.home()))
      if (file.id !== held) await unlessRefused(() => device.seal.openWaiting(device.locks.of(file.id).code))
  })
}
