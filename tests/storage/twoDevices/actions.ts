/** What a person, a clock or a sync program may do to the two devices, drawn at random. */
import fc from 'fast-check'
import type { Temporal } from 'temporal-polyfill'
import type { CopyChoice } from '#shared/domain/entry/copy'
import type { Returning } from '#shared/domain/entry/version'
import { backUp, goBack } from './backupActions'
import {
  bringThoughtBack,
  catchThought,
  changeSettings,
  eraseThought,
  moveThought,
  rewriteThought,
  throwThoughtAway,
  tidyThoughts,
} from './captureActions'
import type { Device } from './device'
import { isOfLock, lockOff, lockOn, newPassphrase, openWaiting } from './lockActions'
import type { TwoDevices } from './model'
import {
  append,
  bring,
  type Change,
  erase,
  moveAndAppend,
  moveTo,
  restore,
  rewrite,
  settle,
  star,
  trash,
  write,
  writeOn,
  writeWithLastVersion,
} from './pageActions'
import type { Arriving, Delivery } from './syncedFolders'

export interface Action {
  run(world: TwoDevices): Promise<void>
  /** As a failure prints it. */
  toString(): string
}

function action(name: string, run: Action['run']): Action {
  return { run, toString: () => name }
}

const minutes = fc.constantFrom(0, 1, 12, 90)
const at = fc.nat(2)
const side = fc.nat(1)
const day = fc.constantFrom('2026-03-02', '2026-03-05', '2025-12-31')
const choice = fc.constantFrom<CopyChoice>('keep', 'take', 'both')
const change: fc.Arbitrary<readonly [string, Change]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['append', append] as const) },
  { weight: 1, arbitrary: fc.constant(['rewrite', rewrite] as const) },
  { weight: 1, arbitrary: fc.constant(['star', star] as const) },
  { weight: 1, arbitrary: day.map((to) => [`move to ${to}`, moveTo(to)] as const) },
  { weight: 1, arbitrary: day.map((to) => [`append and move to ${to}`, moveAndAppend(to)] as const) },
)

const delivery: fc.Arbitrary<Delivery> = fc.record({
  which: fc.nat(20),
  how: fc.constantFrom<Arriving>('renamed', 'in place', 'in halves'),
  naming: fc.nat(8),
  localWins: fc.boolean(),
  skipped: fc.nat(2),
  leavesCopy: fc.constant(true),
})

/** An action of one device. */
function by(name: string, run: (world: TwoDevices, device: Device) => Promise<void>): fc.Arbitrary<Action> {
  return fc.tuple(side, minutes).map(([which, passed]) =>
    action(`${which === 0 ? 'A' : 'B'} after ${passed} min: ${name}`, async (world) => {
      for (const { clock } of world.devices) clock.advance({ minutes: passed })
      const device = world.devices[which]
      if (device) await run(world, device).catch((error: unknown) => openedAnew(device, error))
    }),
  )
}

/** The lock was changed elsewhere: words in hand are drafts, and the journal is opened as its files are then. */
async function openedAnew(device: Device, error: unknown): Promise<void> {
  if (!isOfLock(error)) throw error
  await device.close()
}

export const writing: fc.Arbitrary<Action>[] = [
  fc
    .tuple(at, change)
    .chain(([n, [name, step]]) => by(`open page ${n}, ${name}`, (world, device) => write(world, device, n, step))),
  change.chain(([name, step]) => by(`${name} on the open page`, (world, device) => writeOn(world, device, step))),
]

export const writingWithLastVersion: fc.Arbitrary<Action>[] = [
  fc
    .tuple(at, change)
    .chain(([n, [name, step]]) =>
      by(`last version: ${name} on page ${n}`, (world, device) => writeWithLastVersion(world, device, n, step)),
    ),
]

export const choosing: fc.Arbitrary<Action>[] = [
  fc.tuple(at, choice).chain(([n, one]) => by(`settle ${n}: ${one}`, (world, device) => settle(world, device, n, one))),
  fc
    .tuple(at, fc.constantFrom<Returning>('revision', 'copy'))
    .chain(([n, as]) => by(`bring ${n} back as ${as}`, (world, device) => bring(world, device, n, as))),
]

export const looking: fc.Arbitrary<Action>[] = [
  by('close', (_, device) => device.close()),
  by('look', (_, device) => device.look()),
  fc
    .constantFrom<Temporal.DurationLike>({ minutes: -30 }, { hours: 5 }, { days: 1 }, { days: 3 }, { hours: -20 })
    .chain((jump) => by(`the clock jumps ${JSON.stringify(jump)}`, async (_, device) => device.jump(jump))),
]

export const throwing: fc.Arbitrary<Action>[] = [
  at.chain((n) => by(`trash page ${n}`, (world, device) => trash(world, device, n))),
  at.chain((n) => by(`restore ${n}`, (world, device) => restore(world, device, n))),
  at.chain((n) => by(`erase ${n}`, (world, device) => erase(world, device, n))),
]

export const catching: fc.Arbitrary<Action>[] = [
  day.chain((on) => by(`capture on ${on}`, (world, device) => catchThought(world, device, on))),
  at.chain((n) => by(`rewrite capture ${n}`, (world, device) => rewriteThought(world, device, n))),
  fc.tuple(at, day).chain(([n, to]) => by(`move capture ${n} to ${to}`, (_, device) => moveThought(device, n, to))),
  at.chain((n) => by(`throw capture ${n} away`, (_, device) => throwThoughtAway(device, n))),
  at.chain((n) => by(`bring capture ${n} back`, (_, device) => bringThoughtBack(device, n))),
  at.chain((n) => by(`erase capture ${n}`, (world, device) => eraseThought(world, device, n))),
  by('tidy captures', (_, device) => tidyThoughts(device)),
  by('settings', (world, device) => changeSettings(world, device)),
]

export const locking: fc.Arbitrary<Action>[] = [
  by('turn the lock on', (world, device) => lockOn(world, device)),
  by('turn the lock off', (world, device) => lockOff(world, device)),
  by('new passphrase', newPassphrase),
  by('open what waits', (_, device) => openWaiting(device)),
]

export const goingBack: fc.Arbitrary<Action>[] = [
  by('back up', (_, device) => backUp(device)),
  at.chain((n) => by(`go back to backup ${n}`, (world, device) => goBack(world, device, n))),
]

export const arriving: fc.Arbitrary<Action>[] = [
  delivery.map((one) => action(`deliver ${said(one)}`, async (world) => void world.sync.deliver(one))),
]

export const allArriving: fc.Arbitrary<Action>[] = [
  delivery.map(({ which: _, ...one }) =>
    action(`deliver all ${said(one)}`, async (world) => world.sync.deliverAll(one)),
  ),
]

/** Once the pages rest, one side's file may come over the other's, and nothing is left of that. */
export const arrivingSilently: fc.Arbitrary<Action>[] = [
  delivery.map(({ which: _, ...one }) =>
    action(`both close, deliver all without copies ${said(one)}`, async (world) => {
      for (const device of world.devices) await device.close()
      world.sync.deliverAll({ ...one, leavesCopy: false })
    }),
  ),
]

function said({ which, how, naming, localWins, skipped }: Partial<Delivery>): string {
  return `${which ?? ''} ${how}, name ${naming}, ${localWins ? 'ours' : 'theirs'} wins, ${skipped} skipped`
}
