/** A sync program, and the other device, at work in the middle of a change of the lock: at one file call of it, chosen by its number. */

import { failureOf } from '../../../src/main/disk/failureOf'
import type { KeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { keyFilesIn } from '../../../src/main/storage/encryption/keys/keyFiles'
import { randomFrom } from '../../effort'
import type { Device } from './device'
import { isOfLock } from './lockActions'
import { TwoDevices } from './model'
import { append, write } from './pageActions'
import { type Place, placeInMemory } from './places'

export interface LockChange {
  readonly name: string
  /** What both sides have, delivered, before the change. */
  before(world: TwoDevices, device: Device, other: Device): Promise<void>
  run(strike: Strike, device: Device): Promise<void>
}

/** What comes together in one run. */
export class Strike {
  readonly world: TwoDevices
  /** What happened, for a failure. */
  readonly told: string[] = []
  /** Of the change. */
  calls = 0
  private isArmed = false
  private readonly random: () => number
  private newLock: { readonly passphrase: string; readonly code: string } | null = null

  private constructor(
    private readonly change: LockChange,
    private readonly at: number,
    seed: number,
  ) {
    this.random = randomFrom(seed)
    const [first, second] = [placeInMemory(), placeInMemory()]
    const struck: Place = { ...first, files: pausing(first.files, (call) => this.counted(call)) }
    this.world = new TwoDevices([struck, second])
  }

  /** Resolves with how many calls the change took, what is wrong in the end, and what happened. */
  static async run(change: LockChange, at: number, seed: number, isKept: (path: string) => boolean) {
    const strike = new Strike(change, at, seed)
    const defects = await strike.defects(isKept)
    return { calls: strike.calls, defects, told: strike.told }
  }

  private get devices(): readonly [Device, Device] {
    const [a, b] = this.world.devices
    if (!a || !b) throw new Error('there are two')
    return [a, b]
  }

  private async defects(isKept: (path: string) => boolean): Promise<string[]> {
    const { world, change } = this
    const [a, b] = this.devices
    try {
      await world.begin()
      await write(world, b, 0, append)
      await world.create(b, '2025-12-31')
      for (const one of [a, b]) await one.close()
      world.sync.deliverAll()
      await change.before(world, a, b)
      for (const one of [a, b]) await one.close()
      world.sync.deliverAll()
      if (this.random() < 0.5) await this.otherWrites('before it')
      this.isArmed = true
      await change.run(this, a)
      this.isArmed = false
      await this.noteLocks()
      const wrong = await world.defects(isKept)
      return wrong.length > 0 ? wrong : await this.opens()
    } catch (error) {
      const failure = failureOf(error)
      return [`${failure.code}: ${failure.message} ${failure.code === 'unexpected' ? (error as Error).stack : ''}`]
    }
  }

  /** A passphrase that exists opens it on both sides. */
  private async opens(): Promise<string[]> {
    const wrong: string[] = []
    for (const device of this.devices) {
      device.seal.forget()
      if ((await device.seal.look()) === 'none') continue
      const { passphrases } = this.world.locks.of(await device.seal.id())
      const tried = await Promise.allSettled(passphrases.map((one) => device.seal.verify(one)))
      if (!tried.some(({ status }) => status === 'fulfilled')) wrong.push(`no passphrase opens ${device.name}`)
    }
    return wrong
  }

  /** The person has the passphrase and the code before anything is sealed. */
  chosen(passphrase: string, code: string): void {
    this.newLock = { passphrase, code }
  }

  /** A change of the lock may be refused, with a sentence. */
  async mayBeRefused(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      const { code } = failureOf(error)
      if (code === 'unexpected') throw error
      this.told.push(`refused: ${code}`)
      return false
    }
  }

  private async counted(call: string): Promise<void> {
    if (!this.isArmed || ++this.calls !== this.at) return
    this.isArmed = false
    this.told.push(`at call ${this.at}, ${call}`)
    await this.strike(call)
    this.isArmed = true
  }

  private async strike(call: string): Promise<void> {
    const { random } = this
    if (random() < 0.3) await this.otherWrites('at the strike')
    // To one side, to the other, or both ways: first up to the place between them, then down.
    const ways = [['A'], ['B'], ['A', 'B']][Math.floor(random() * 3)] ?? []
    const share = [0.2, 0.5, 0.8, 1][Math.floor(random() * 4)] ?? 1
    for (const isUp of [true, false])
      this.world.sync.deliverChosen((side, goesUp, path) => {
        const to = (side === 0) === goesUp ? 'B' : 'A'
        // Between the last look at a file and the call that replaces or removes it nothing can look once more.
        const isInHand = /^(rename|remove) /.test(call) && call.endsWith(`${this.devices[0].place.folder}/${path}`)
        const isMoved = goesUp === isUp && ways.includes(to) && random() < share && !isInHand
        if (isMoved && !isUp) this.told.push(`to ${to}: ${path}`)
        return isMoved
      })
    if (random() < 0.25) await this.otherWrites('behind it')
    else if (random() < 0.2) await this.otherDoes('looks', (device) => device.look())
  }

  private otherWrites(when: string): Promise<void> {
    return this.otherDoes(`writes ${when}`, (device) => write(this.world, device, 0, append))
  }

  private async otherDoes(what: string, work: (device: Device) => Promise<void>): Promise<void> {
    await this.noteLocks()
    const [, b] = this.devices
    try {
      await work(b)
      this.told.push(`B ${what}`)
    } catch (error) {
      if (!isOfLock(error)) throw error
      this.told.push(`B ${what}: ${failureOf(error).code}`)
    }
    await b.close()
  }

  private async noteLocks(): Promise<void> {
    const { locks } = this.world
    const found: KeyFile[] = []
    const [a, b] = this.devices
    const wasArmed = this.isArmed
    this.isArmed = false
    for (const device of [a, b]) found.push(...(await keyFilesIn(device.home())).map(({ file }) => file))
    this.isArmed = wasArmed
    const { newLock } = this
    for (const file of found)
      if (!locks.has(file.id) && newLock) await locks.add(file, newLock.passphrase, newLock.code)
  }
}

/** The same object with something before each call, those on what it opens included. */
function pausing<T extends object>(target: T, before: (call: string) => Promise<void>): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        await before(`${String(name)} ${given.filter((one) => typeof one === 'string').join(' ')}`)
        const answer: unknown = await Reflect.apply(value, target, given)
        return isOpened(answer) ? pausing(answer, before) : answer
      }
    },
  })
}

function isOpened(answer: unknown): answer is object {
  return typeof answer === 'object' && answer !== null && 'close' in answer
}
