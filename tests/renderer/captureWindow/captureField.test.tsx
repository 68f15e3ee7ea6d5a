/** The field of quick capture as it is written in: nothing that was typed leaves it unasked. */
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CaptureField } from '../../../src/renderer/captureWindow/CaptureField'
import type { CaptureDraft } from '../../../src/shared/contract/captures'
import { messages } from '../../../src/shared/messages/messages'
import { settled } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

let main: MainStandIn
let root: Root
beforeEach(() => {
  main = standInForMain()
  main.answer('captures.add', () => ({ keptUntil: null }))
  document.body.innerHTML = '<div></div>'
})
afterEach(() => root.unmount())

async function begin(draft: CaptureDraft | null = null, offered: CaptureDraft | null = null): Promise<void> {
  root = createRoot(document.body.firstElementChild ?? document.body)
  root.render(<CaptureField draft={draft} offered={offered} />)
  await settled()
}

function field(): HTMLTextAreaElement {
  const found = document.querySelector('textarea')
  if (!found) throw new Error('no field')
  return found
}

async function write(text: string): Promise<void> {
  // React hears of a change only when it did not set the value itself.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), text)
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}

async function press(key: string): Promise<void> {
  field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await settled()
}

/** The next thing that is kept takes until the returned function is called. */
function slowDisk(): () => Promise<void> {
  let end = (_: { keptUntil: null }) => {}
  main.answer('captures.add', () => new Promise((resolve) => (end = resolve)))
  return async () => {
    end({ keptUntil: null })
    await settled()
  }
}

const offer = async (text: string) => {
  main.tell('captureAsked', { offered: { kind: 'note', text } })
  await settled()
}
const added = () => main.askedFor('captures.add')
const closed = () => main.askedFor('captures.close').length

test('each key is told to main at once, and opening tells nothing', async () => {
  await begin({ kind: 'win', text: 'H' })
  expect(main.asked).toEqual([])
  await write('Ha')
  await write('Hal')
  expect(main.askedFor('captures.keepDraft')).toEqual([
    { kind: 'win', text: 'Ha' },
    { kind: 'win', text: 'Hal' },
  ])
})

test('Enter keeps, empties and hides; Escape hides and leaves it for later', async () => {
  await begin()
  await write('A thought')
  await press('Escape')
  expect([field().value, closed(), added().length]).toEqual(['A thought', 1, 0])
  await press('Enter')
  expect(added()).toEqual([{ kind: 'note', text: 'A thought', isOffered: false }])
  expect([field().value, closed()]).toEqual(['', 2])
})

test.each([
  ['goes on', 'First and second', ' and second'],
  ['is other words', 'Other', 'Other'],
])('what is typed while Enter still saves and %s stays in the field, which stays too', async (_, typed, left) => {
  await begin()
  await write('First')
  const save = slowDisk()
  await press('Enter')
  await press('Enter')
  await write(typed)
  await save()
  expect([field().value, closed(), added().length]).toEqual([left, 0, 1])
  expect(main.askedFor('captures.keepDraft').at(-1)).toEqual({ kind: 'note', text: left })
})

test('a link’s words come and go, and the draft is there again', async () => {
  await begin({ kind: 'note', text: 'Mine' })
  await offer('Theirs')
  expect(field().value).toBe('Theirs')
  await press('Escape')
  expect([field().value, closed()]).toEqual(['Mine', 1])
  await offer('Theirs again')
  await press('Enter')
  expect(added()).toEqual([{ kind: 'note', text: 'Theirs again', isOffered: true }])
  expect([field().value, closed()]).toEqual(['Mine', 2])
  expect(main.askedFor('captures.keepDraft')).toEqual([])
})

test('called for again, the words that were changed in an offer stay', async () => {
  await begin(null, { kind: 'note', text: 'Theirs' })
  await write('Theirs, and mine')
  main.tell('captureAsked', { offered: null })
  await settled()
  expect(field().value).toBe('Theirs, and mine')
})

test('a newer link takes an older one’s place, but waits behind words that somebody wrote', async () => {
  await begin(null, { kind: 'note', text: 'One' })
  await offer('Two')
  expect(field().value).toBe('Two')
  await write('Two, and mine')
  await offer('Three')
  await offer('Four')
  expect(field().value).toBe('Two, and mine')
  await press('Enter')
  expect([field().value, closed()]).toEqual(['Four', 0])
  await press('Escape')
  expect([field().value, closed()]).toEqual(['', 1])
})

test('a link that comes while a thought is being kept is not lost with it', async () => {
  await begin()
  await write('Mine')
  const save = slowDisk()
  await press('Enter')
  await offer('Theirs')
  await save()
  expect([field().value, closed()]).toEqual(['Theirs', 0])
  await press('Escape')
  expect([field().value, closed()]).toEqual(['', 1])
})

test('a thought that can’t be kept stays, with the reason', async () => {
  await begin()
  main.fail('captures.add', 'disk-full')
  await write('Not lost')
  await press('Enter')
  expect([field().value, closed()]).toEqual(['Not lost', 0])
  expect(document.querySelector('[role="alert"]')?.textContent).not.toBe('')
  await press('Escape')
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('')
})

test.each([
  ['unlocked', messages.capturing.keptHere],
  ['answered', messages.capturing.keptLockGone],
] as const)(
  'of one that is kept on this computer it is said until when (%s), and the field stays',
  async (keptUntil, sentence) => {
    await begin()
    main.answer('captures.add', () => ({ keptUntil }))
    await write('Kept here')
    await press('Enter')
    expect([field().value, closed()]).toEqual(['', 0])
    const said = () => document.querySelector('[role="status"]')?.textContent
    expect(said()).toBe(sentence)
    await press('Escape')
    expect([said(), closed()]).toEqual(['', 1])
  },
)

test('a thought may be all emoji, and one more takes none of them away', async () => {
  await begin()
  expect(field().hasAttribute('maxlength')).toBe(false)
  await write('😀'.repeat(10_000))
  await write(`${'😀'.repeat(5000)}a${'😀'.repeat(5000)}`)
  expect(field().value).toBe('😀'.repeat(10_000))
  await press('Enter')
  expect(added()).toEqual([{ kind: 'note', text: '😀'.repeat(10_000), isOffered: false }])
})
