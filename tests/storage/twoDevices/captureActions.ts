/** What a person does with captures and settings on one of the two devices. */
import { type Capture, rewritten } from '#shared/domain/capture/capture'
import { madeCapture } from '../../services/made'
import { collected } from '../sample'
import type { Device } from './device'
import { accepted, type TwoDevices } from './model'
import { picked } from './pageActions'
import { wordsIn } from './words'

export async function catchThought(world: TwoDevices, device: Device, day: string): Promise<void> {
  const { captures } = await device.open()
  const word = world.nextWord()
  const adding = captures.add({ ...madeCapture(0, { text: word }), id: world.nextId(), day })
  if (await accepted(adding)) world.expected.add(word)
}

export async function rewriteThought(world: TwoDevices, device: Device, which: number): Promise<void> {
  const { captures } = await device.open()
  const shown = await thought(device, which)
  if (!shown) return
  const text = world.nextWord()
  let before: string[] = []
  const step = (capture: Capture) => {
    before = wordsIn(capture.text)
    return rewritten(capture, { kind: capture.kind, text })
  }
  if (await accepted(captures.change(shown.day, shown.id, step))) world.replaced(before, [text])
}

export async function moveThought(device: Device, which: number, to: string): Promise<void> {
  const { captures } = await device.open()
  const shown = await thought(device, which)
  if (shown && shown.day !== to) await accepted(captures.move(shown.day, shown.id, to))
}

export async function throwThoughtAway(device: Device, which: number): Promise<void> {
  const { captures } = await device.open()
  const shown = await thought(device, which)
  const trashed = device.clock.instant()
  if (shown) await accepted(captures.change(shown.day, shown.id, (capture) => ({ ...capture, trashed })))
}

export async function bringThoughtBack(device: Device, which: number): Promise<void> {
  const { captures } = await device.open()
  const lies = await thought(device, which, true)
  if (lies) await accepted(captures.change(lies.day, lies.id, (capture) => ({ ...capture, trashed: null })))
}

export async function eraseThought(world: TwoDevices, device: Device, which: number): Promise<void> {
  const { captures } = await device.open()
  const lies = await thought(device, which, true)
  if (lies && (await accepted(captures.erase(lies.day, lies.id)))) world.removed(wordsIn(lies.text))
}

/** As after a start, once all was read. */
export async function tidyThoughts(device: Device): Promise<void> {
  const { captures } = await device.open()
  const days = (await collected(captures.all())).map(({ day }) => day)
  await captures.tidy(days)
}

export async function changeSettings(world: TwoDevices, device: Device): Promise<void> {
  const { settings } = await device.open()
  const before = settings.value
  const manager = world.nextWord()
  if (await accepted(settings.save({ ...before, manager }))) world.replaced(wordsIn(before.manager ?? ''), [manager])
}

async function thought(device: Device, which: number, isInTrash = false): Promise<Capture | undefined> {
  const { captures } = await device.open()
  const all = (await collected(captures.all())).flatMap((day) => day.captures)
  return picked(
    all.filter(({ trashed }) => (trashed !== null) === isInTrash),
    which,
  )
}
