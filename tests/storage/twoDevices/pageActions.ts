/** What a person does with pages on one of the two devices. */
import type { CopyChoice } from '#shared/domain/entry/copy'
import type { Entry } from '#shared/domain/entry/entry'
import type { Returning } from '#shared/domain/entry/version'
import { collected, nextOf } from '../sample'
import type { Device } from './device'
import { accepted, type TwoDevices } from './model'
import { wordsIn } from './words'

export type Change = (entry: Entry, world: TwoDevices) => Entry

export const append: Change = (entry, world) => nextOf(entry, `${textOf(entry)} ${world.nextWord()}`)
export const rewrite: Change = (entry, world) => nextOf(entry, world.nextWord())
export const star: Change = (entry) => ({ ...entry, starred: !entry.starred })
export const moveTo =
  (day: string): Change =>
  (entry) => ({ ...entry, day })
export const moveAndAppend =
  (day: string): Change =>
  (entry, world) => ({ ...append(entry, world), day })

const textOf = ({ sections }: Entry) => sections[0]?.text ?? ''

export function picked<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(items.length, 1)]
}

/** A page is opened, changed and saved. */
export async function write(world: TwoDevices, device: Device, which: number, change: Change): Promise<void> {
  const { entries } = await device.open()
  const shown = picked(await collected(entries.all()), which)
  if (!shown) return await world.create(device)
  const seen = await entries.read(shown.id)
  await world.write(device, seen, change(seen, world))
}

/** The page that lies open is written on, whatever came to the disk meanwhile. */
export async function writeOn(world: TwoDevices, device: Device, change: Change): Promise<void> {
  if (device.page) await world.write(device, device.page, change(device.page, world))
}

export async function writeWithLastVersion(
  world: TwoDevices,
  device: Device,
  which: number,
  change: Change,
): Promise<void> {
  await device.withLastVersion(async (journal) => {
    const shown = picked(await collected(journal.entries.all()), which)
    if (!shown) return
    const seen = await journal.entries.read(shown.id)
    await world.write(device, seen, change(seen, world), Promise.resolve(journal))
  })
  device.page = undefined
}

export async function trash(_: TwoDevices, device: Device, which: number): Promise<void> {
  const { entries } = await device.open()
  const shown = picked(await collected(entries.all()), which)
  if (!shown) return
  await accepted(entries.trash(shown.id))
  if (device.page?.id === shown.id) device.page = undefined
}

export async function restore(_: TwoDevices, device: Device, which: number): Promise<void> {
  const { entries } = await device.open()
  const lies = picked(await entries.trashed(), which)
  if (lies) await accepted(entries.restore(lies.record.id))
}

/** What the person picked goes; what another device wrote apart and waits in the trash too stays, and then so do its earlier states. */
export async function erase(world: TwoDevices, device: Device, which: number): Promise<void> {
  const { entries } = await device.open()
  const lies = picked(await entries.trashed(), which)
  if (!lies) return
  const { record, trashedAt } = lies
  const earlier = device.wordsInVersions(record.id)
  await entries.erase(record.id, trashedAt)
  const left = device.wordsInVersions(record.id)
  world.removed([...wordsOf(record), ...[...earlier].filter((word) => !left.has(word))])
}

/** The person chooses between a page and the copy that waits beside it. */
export async function settle(world: TwoDevices, device: Device, which: number, choice: CopyChoice): Promise<void> {
  const { entries } = await device.open()
  for (const { id } of await collected(entries.all())) {
    const { record, copies } = await entries.copiesOf(id)
    const copy = picked(copies, which)
    if (!copy) continue
    if (!(await accepted(entries.resolveConflict(id, { copy: copy.copy, base: record.revision, choice })))) return
    const [ours, theirs] = [wordsOf(record), wordsOf(copy.record)]
    if (choice === 'keep') world.removed(theirs.filter((word) => !ours.includes(word)))
    if (choice === 'take') world.replaced(ours, theirs)
    if (device.page?.id === id) device.page = undefined
    return
  }
}

export async function bring(world: TwoDevices, device: Device, which: number, as: Returning): Promise<void> {
  const { entries, history } = await device.open()
  const shown = picked(await collected(entries.all()), which)
  if (!shown) return
  const { record, versions } = await history.of(shown.id)
  const version = picked(versions, which)
  if (!version) return
  let back = record
  const bringing = history.bring(shown.id, { version: version.id, base: record.revision, as })
  if (!(await accepted(bringing.then((next) => (back = next))))) return
  // Without a save when it says what is there already.
  if (as === 'revision' && back.revision > record.revision) world.replaced(wordsOf(record), wordsOf(back))
  if (device.page?.id === shown.id) device.page = undefined
}

function wordsOf(record: Entry): string[] {
  return wordsIn(JSON.stringify(record))
}
