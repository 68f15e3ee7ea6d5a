/** A capture on its way by mouse: what it takes along, where it may be let go, and what another program may not do with it. */
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { offerAnswers } from '../../../src/renderer/editor/page/openAnswers'
import { setDragData } from '../../../src/renderer/features/captures/dragData'
import { useDroppedCaptures } from '../../../src/renderer/features/captures/useDroppedCaptures'
import { idOf, madeCapture } from '../../services/made'
import { answers, editorOf, settled, textOf } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const capture = madeCapture(1, { text: 'caught' })

/** As much of a drag's data as is asked for. */
class FakeTransfer {
  readonly data = new Map<string, string>()
  dropEffect = 'copy'
  effectAllowed = 'uninitialized'
  get types(): string[] {
    return [...this.data.keys()]
  }
  getData(format: string): string {
    return this.data.get(format) ?? ''
  }
  setData(format: string, value: string): void {
    this.data.set(format, value)
  }
  clearData(): void {
    this.data.clear()
  }
}

// The tests' browser has no drag of its own.
const transferOf = (transfer: FakeTransfer) => transfer as unknown as DataTransfer

let main: MainStandIn
let page: ReturnType<typeof answers>
let root: Root
let withdraw: () => void
beforeEach(() => {
  main = standInForMain()
  Object.defineProperty(document, 'caretPositionFromPoint', { value: () => null, configurable: true })
  document.body.innerHTML = '<div id="hook"></div><p id="title"></p><div id="answer"></div>'
  page = answers()
  editorOf(page.group, 0).setRootElement(document.querySelector('#answer'))
  withdraw = offerAnswers({
    editors: page.group.editors,
    questionOf: () => null,
    page: { entry: () => idOf(7), stored: async () => true },
  })
  root = createRoot(document.querySelector('#hook') ?? document.body)
  flushSync(() => root.render(<Dropping />))
})
afterEach(() => {
  root.unmount()
  withdraw()
  page.group.dispose()
})

function Dropping() {
  useDroppedCaptures()
  return null
}

async function over(kind: 'dragover' | 'drop', at: string, transfer: FakeTransfer): Promise<Event> {
  const event = new Event(kind, { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: transfer, clientX: 1, clientY: 1 })
  document.querySelector(at)?.dispatchEvent(event)
  await settled()
  return event
}

function taken(): FakeTransfer {
  const transfer = new FakeTransfer()
  // A selection that the mouse took along.
  transfer.setData('text/html', '<b>selected</b>')
  setDragData(transferOf(transfer), capture)
  return transfer
}

test('it takes its own words along and nothing that was selected', () => {
  expect(Object.fromEntries(taken().data)).toEqual({
    'text/plain': 'caught',
    'application/x-throughline-capture': capture.id,
  })
})

test('an answer takes it, puts it in and marks it; the browser adds nothing', async () => {
  expect((await over('dragover', '#answer', taken())).defaultPrevented).toBe(false)
  expect((await over('drop', '#answer', taken())).defaultPrevented).toBe(true)
  expect(textOf(editorOf(page.group, 0))).toBe('caught')
  expect(main.askedFor('captures.use')).toEqual([{ day: capture.day, id: capture.id, entry: idOf(7) }])
})

test('beside the answers it can’t be let go', async () => {
  const transfer = taken()
  expect((await over('dragover', '#title', transfer)).defaultPrevented).toBe(true)
  expect(transfer.dropEffect).toBe('none')
  await over('drop', '#title', transfer)
  expect(main.asked).toEqual([])
})

test('other drags are as they were, also one that says to be a capture', async () => {
  const words = new FakeTransfer()
  words.setData('text/plain', 'words')
  for (const at of ['#title', '#answer']) {
    expect((await over('dragover', at, words)).defaultPrevented).toBe(false)
  }
  const forged = new FakeTransfer()
  forged.setData('application/x-throughline-capture', idOf(2))
  forged.setData('text/plain', 'forged')
  taken()
  await over('drop', '#answer', forged)
  expect(textOf(editorOf(page.group, 0))).toBe('')
  expect(main.asked).toEqual([])
})
