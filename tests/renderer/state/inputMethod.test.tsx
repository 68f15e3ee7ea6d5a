import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CaptureField } from '../../../src/renderer/captureWindow/CaptureField'
import { isInputMethods, leaveKeysToInputMethod } from '../../../src/renderer/state/inputMethod'
import { SearchField } from '../../../src/renderer/ui/SearchField'
import { answers, editorOf, settled } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const source = join(import.meta.dirname, '../../../src/renderer')

let main: MainStandIn
let root: Root
let stop: () => void
beforeEach(() => {
  main = standInForMain()
  document.body.innerHTML = '<div></div>'
  stop = leaveKeysToInputMethod()
  root = createRoot(document.body.firstElementChild ?? document.body)
})
afterEach(() => {
  root.unmount()
  stop()
})

const composing = [
  { isComposing: true, keyCode: 13 },
  { isComposing: false, keyCode: 229 },
]

function press(target: EventTarget | null, key: string, init: KeyboardEventInit = {}): void {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
}

test.each(composing)('a key with %o is the input method’s', (init) => {
  expect(isInputMethods(new KeyboardEvent('keydown', { key: 'Enter', ...init }))).toBe(true)
  expect(isInputMethods(new KeyboardEvent('keydown', { key: 'Enter' }))).toBe(false)
})

test.each(composing)('the field of quick capture keeps and leaves nothing at %o', async (init) => {
  root.render(<CaptureField draft={{ kind: 'note', text: 'に' }} offered={null} />)
  await settled()
  const field = document.querySelector('textarea')
  press(field, 'Enter', init)
  press(field, 'Escape', init)
  await settled()
  expect(main.asked).toEqual([])
  press(field, 'Enter')
  await settled()
  expect(main.askedFor('captures.add')).toHaveLength(1)
})

test.each(composing)('a library’s search field is not emptied at %o', async (init) => {
  let emptied = false
  root.render(<SearchField label="Search" value="に" onChange={(value) => (emptied = value === '')} />)
  await settled()
  const field = document.querySelector('input')
  press(field, 'Escape', init)
  expect(emptied).toBe(false)
  press(field, 'Escape')
  expect(emptied).toBe(true)
})

test.each(composing)('an answer is not left at %o', async (init) => {
  const page = answers()
  const place = document.createElement('div')
  place.contentEditable = 'true'
  document.body.append(place)
  editorOf(page.group, 0).setRootElement(place)
  await settled()
  press(place, 'Escape', init)
  await settled()
  expect(page.leave).not.toHaveBeenCalled()
  press(place, 'Escape')
  await settled()
  expect(page.leave).toHaveBeenCalledTimes(1)
  editorOf(page.group, 0).setRootElement(null)
  page.group.dispose()
})

test('each page begins with it, and no handler decides by itself', () => {
  for (const entry of ['app/index.ts', 'captureWindow/index.tsx']) {
    const statements = readFileSync(join(source, entry), 'utf8').split('\n')
    const first = statements.find((line) => /^\w/.test(line) && !line.startsWith('import '))
    expect(first, entry).toBe('leaveKeysToInputMethod()')
  }
  const deciding = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /isComposing|keyCode/.test(readFileSync(join(source, name), 'utf8')))
  expect(deciding).toEqual(['state/inputMethod.ts'])
})
