/** The changes of a lock that a sync program may strike in the middle of. */
import { keyFileBytes, readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { keyFilesIn } from '../../../src/main/storage/encryption/keys/keyFiles'
import { sealedBefore } from '../oldForm'
import type { Device } from './device'
import { lockOff, lockOn } from './lockActions'
import type { TwoDevices } from './model'
import { append, write } from './pageActions'
import type { LockChange } from './strikes'

const enable: LockChange = {
  name: 'turned on',
  before: async () => undefined,
  async run(strike, device) {
    await strike.mayBeRefused(async () => {
      const passphrase = `passphrase ${strike.world.nextWord()}`
      const prepared = await device.seal.prepare(passphrase)
      strike.chosen(passphrase, prepared.code)
      await prepared.turnOn(() => undefined)
    })
  },
}

const disable: LockChange = {
  name: 'turned off',
  before: lockOn,
  async run(strike, device) {
    const { passphrases } = strike.world.locks.of(await device.seal.id())
    await strike.mayBeRefused(() => device.seal.turnOff(passphrases.at(-1) ?? '', () => undefined))
  },
}

const passphrase: LockChange = {
  name: 'gets another passphrase',
  before: lockOn,
  async run(strike, device) {
    const { passphrases } = strike.world.locks.of(await device.seal.id())
    const next = `passphrase ${strike.world.nextWord()}`
    passphrases.push(next)
    await strike.mayBeRefused(() => device.seal.changePassphrase(passphrases.at(-2) ?? '', next))
  },
}

const join: LockChange = {
  name: 'joined with another',
  async before(world, device, other) {
    for (const one of [device, other]) await lockOn(world, one)
  },
  async run(strike, device) {
    await device.unlock()
    const held = await device.seal.id()
    const others = (await keyFilesIn(device.home())).filter(({ file }) => file.id !== held)
    for (const { file } of others)
      await strike.mayBeRefused(() => device.seal.openWaiting(strike.world.locks.of(file.id).code))
  },
}

const migrate: LockChange = {
  name: 'migrated',
  async before(world, device, other) {
    await lockOn(world, device)
    world.sync.deliverAll()
    for (const one of [device, other]) one.seal.forget()
    await takeBack(world, device)
  },
  async run(strike, device) {
    await device.unlock()
    if (device.seal.needsMigration()) await strike.mayBeRefused(() => device.seal.migrate(() => undefined))
  },
}

const late: LockChange = {
  name: 'off, and what came late is opened',
  async before(world, device, other) {
    await lockOn(world, device)
    world.sync.deliverAll()
    await write(world, other, 0, append)
    await other.close()
    await lockOff(world, device)
  },
  async run(strike, device) {
    for (const { file } of await keyFilesIn(device.home()))
      await strike.mayBeRefused(() => device.seal.openWaiting(strike.world.locks.of(file.id).code))
  },
}

/** As the app of before had it. */
async function takeBack(world: TwoDevices, device: Device): Promise<void> {
  const files = device.place.synced
  const own = readKeyFile(files.files().get('lock.json') ?? Buffer.alloc(0))
  const { vault } = world.locks.of(own.id)
  const key = vault.withKey((bytes) => keyFileBytes({ ...own, schema: 1 }, bytes))
  for (const [path, bytes] of files.files()) {
    if (path.endsWith('lock.json')) files.put(path, key, 'renamed')
    else if (path.startsWith('sealed/'))
      files.put(path, sealedBefore(vault, vault.open(bytes, { subject: '', takesAny: true })), 'renamed')
  }
}

export const lockChanges: readonly LockChange[] = [enable, disable, passphrase, join, migrate, late]
