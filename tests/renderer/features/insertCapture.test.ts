/** A capture's words go into an answer, and its mark follows: after the words, with undo and redo, and never of another page. */
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type OpenAnswer, offerAnswers, openAnswers } from '../../../src/renderer/editor/page/openAnswers'
import { dropInto, putInto } from '../../../src/renderer/features/captures/insertCapture'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { useOpenPage } from '../../../src/renderer/state/layout/openPageStore'
import { useToasts } from '../../../src/renderer/state/toastStore'
import { plainText } from '../../../src/shared/document/plainText'
import type { Capture } from '../../../src/shared/domain/capture/capture'
import { captureRow } from '../../../src/shared/domain/capture/captureRow'
import { messages } from '../../../src/shared/messages/messages'
import { idOf, madeCapture } from '../../services/made'
import { answers, editorOf, settled, textOf, type } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const day = '2026-03-02'
const capture: Capture = madeCapture(1, { text: 'caught' })

let main: MainStandIn
let page: ReturnType<typeof answers>
let withdraw: () => void
/** What the disk says when it is asked to store the page. */
let stored: ReturnType<typeof vi.fn<() => Promise<boolean>>>
let entry: string
beforeEach(() => {
  main = standInForMain()
  page = answers()
  entry = idOf(7)
  stored = vi.fn(async () => true)
  for (const editor of page.group.editors) editor?.setRootElement(document.createElement('div'))
  withdraw = offerAnswers({
    editors: page.group.editors,
    questionOf: () => null,
    page: { entry: () => entry, stored: () => stored() },
  })
  useToasts.setState({ toasts: [] })
  useJournal.setState({ captures: [] })
})
afterEach(() => {
  withdraw()
  page.group.dispose()
})

function answer(at = 0): OpenAnswer {
  const found = openAnswers()[at]
  if (!found) throw new Error(`no answer ${at}`)
  return found
}

async function insert(at = 0, one = capture): Promise<void> {
  putInto(one, answer(at), 'text')
  await settled()
}

async function press(command: typeof UNDO_COMMAND, at = 0): Promise<void> {
  editorOf(page.group, at).dispatchCommand(command)
  await settled()
}

const marks = () => main.askedFor('captures.use').map((use) => (use as { entry: string | null }).entry)
const toast = () => useToasts.getState().toasts.at(-1)

test('it is marked once its words are on the disk, and not before', async () => {
  let store = (_: boolean) => {}
  stored = vi.fn(() => new Promise((resolve) => (store = resolve)))
  await insert()
  expect(textOf(editorOf(page.group, 0))).toBe('caught')
  expect(marks()).toEqual([])
  store(true)
  await settled()
  expect(main.askedFor('captures.use')).toEqual([{ day, id: capture.id, entry: idOf(7) }])
})

test('the page is asked to store only what it has heard of already', async () => {
  const heard: string[] = []
  stored = vi.fn(async () => {
    // What is stored is what the editor last told the page.
    heard.push(plainText(page.changed.mock.lastCall?.[1]()))
    return true
  })
  await insert()
  await press(UNDO_COMMAND)
  await press(REDO_COMMAND)
  expect(heard).toEqual(['caught', 'caught'])
})

test('words that are undone before they are stored, or given up, mark nothing', async () => {
  let store = (_: boolean) => {}
  stored = vi.fn(() => new Promise((resolve) => (store = resolve)))
  await insert()
  await press(UNDO_COMMAND)
  store(true)
  await settled()
  expect(marks()).toEqual([])
  stored = vi.fn(async () => false)
  await insert()
  expect(marks()).toEqual([])
})

test('a page that goes on under another id is the one that is named', async () => {
  stored = vi.fn(async () => {
    entry = idOf(8)
    return true
  })
  await insert()
  expect(marks()).toEqual([idOf(8)])
})

test('undo takes the mark, redo brings it, also after more typing here and elsewhere', async () => {
  await type(editorOf(page.group, 0), 'before')
  await insert()
  await type(editorOf(page.group, 0), '!')
  await type(editorOf(page.group, 1), 'other')
  while (textOf(editorOf(page.group, 0)).includes('caught')) await press(UNDO_COMMAND, 1)
  expect(marks()).toEqual([idOf(7), null])
  await press(REDO_COMMAND, 1)
  expect(marks()).toEqual([idOf(7), null, idOf(7)])
  await press(REDO_COMMAND, 1)
  expect(marks()).toHaveLength(3)
})

test('undo takes the mark also when the answer had the same words before', async () => {
  await type(editorOf(page.group, 0), 'caught')
  await insert()
  await press(UNDO_COMMAND)
  expect(textOf(editorOf(page.group, 0))).toBe('caught')
  expect(marks()).toEqual([idOf(7), null])
})

test('rewriting its words by hand leaves the mark', async () => {
  await insert()
  await type(editorOf(page.group, 0), ' and rewritten')
  await press(UNDO_COMMAND)
  expect(marks()).toEqual([idOf(7)])
})

test('undone and written over, no undo or redo changes the mark any more', async () => {
  await insert()
  await press(UNDO_COMMAND)
  await type(editorOf(page.group, 0), 'x')
  await press(UNDO_COMMAND)
  await press(REDO_COMMAND)
  expect(marks()).toEqual([idOf(7), null])
})

test('taken back from a second answer it is still in the first', async () => {
  await insert()
  await insert(1, { ...capture, usedIn: idOf(7) })
  await press(UNDO_COMMAND)
  expect(marks().at(-1)).toBe(idOf(7))
  await press(UNDO_COMMAND)
  expect(marks().at(-1)).toBeNull()
})

test('the notice’s way back takes what was inserted and nothing else', async () => {
  await type(editorOf(page.group, 0), 'before')
  await insert()
  expect(toast()).toMatchObject({ text: messages.capturing.inserted, action: { label: messages.writing.undo } })
  toast()?.action?.run()
  await settled()
  expect(textOf(editorOf(page.group, 0))).toBe('before')
  expect(toast()?.action ?? null).toBeNull()
})

test('once something else was written, the notice offers no way back', async () => {
  await insert()
  const undo = toast()?.action
  await type(editorOf(page.group, 1), 'x')
  expect(toast()).toMatchObject({ text: messages.capturing.inserted, action: null })
  // Pressed at the same moment.
  undo?.run()
  await settled()
  expect([0, 1].map((at) => textOf(editorOf(page.group, at)))).toEqual(['caught', 'x'])
})

test('once its page is left, the notice offers no way back', async () => {
  await insert()
  useOpenPage.setState({ at: null })
  expect(toast()?.action).not.toBeNull()
  useOpenPage.setState(({ opening }) => ({ opening: opening + 1 }))
  expect(toast()).toMatchObject({ text: messages.capturing.inserted, action: null })
})

test('of a page that was left nothing is put in, and nothing marked', async () => {
  const left = answer()
  withdraw()
  putInto(capture, left, 'bullet')
  dropInto(capture, left, { x: 0, y: 0 })
  await settled()
  expect(textOf(editorOf(page.group, 0))).toBe('')
  expect(main.asked).toEqual([])
  expect(toast()).toBeUndefined()
})

test('moved to another day meanwhile, its mark goes along; erased, it needs none', async () => {
  await insert()
  const elsewhere = '2026-03-05'
  useJournal.setState({ captures: [{ ...captureRow(capture), day: elsewhere }] })
  await press(UNDO_COMMAND)
  expect(main.askedFor('captures.use').at(-1)).toEqual({ day: elsewhere, id: capture.id, entry: null })
  main.fail('captures.use', 'not-found')
  await press(REDO_COMMAND)
  expect(toast()?.text).toBe(messages.capturing.inserted)
})

test('a mark that could not be stored is told, and tried again with the next step', async () => {
  main.fail('captures.use', 'disk-full')
  await insert()
  expect(toast()?.text).toBe(messages.failed(messages.failures['disk-full']))
  main.fail('captures.use', null)
  await type(editorOf(page.group, 0), 'x')
  expect(marks()).toEqual([idOf(7), idOf(7)])
})
