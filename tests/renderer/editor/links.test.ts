import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import { $getRoot, CLICK_COMMAND, KEY_DOWN_COMMAND, SELECT_ALL_COMMAND } from 'lexical'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, editorOf, outline, settled, type } from '../answers'

let page: ReturnType<typeof answers>
beforeEach(() => {
  page = answers()
})
afterEach(() => page.group.dispose())

const editor = () => editorOf(page.group, 0)
const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'k', cancelable: true, ...init })

async function press(init: KeyboardEventInit): Promise<KeyboardEvent> {
  const event = key(init)
  editor().dispatchCommand(KEY_DOWN_COMMAND, event)
  await settled()
  return event
}

async function selectAll(): Promise<void> {
  editor().dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown'))
  await settled()
}

test('the key asks for an address when words are selected, and is the window’s where none are', async () => {
  await type(editor(), 'words')
  expect((await press({ ctrlKey: true })).defaultPrevented).toBe(false)
  expect(page.ask).not.toHaveBeenCalled()
  await selectAll()
  await press({ metaKey: true })
  expect((await press({ ctrlKey: true })).defaultPrevented).toBe(true)
  expect(page.ask).toHaveBeenCalledTimes(2)
  expect(page.ask).toHaveBeenCalledWith(editor())
  await press({ ctrlKey: true, shiftKey: true })
  await press({ ctrlKey: true, altKey: true })
  await press({})
  expect(page.ask).toHaveBeenCalledTimes(2)
})

test('only what the policy lets be a link becomes one', async () => {
  await type(editor(), 'words')
  await selectAll()
  editor().dispatchCommand(TOGGLE_LINK_COMMAND, 'javascript:alert(1)')
  await settled()
  expect(outline(editor())).toBe('paragraph("words")')
  editor().dispatchCommand(TOGGLE_LINK_COMMAND, 'https://a.example/')
  await settled()
  expect(outline(editor())).toBe('paragraph(link.https://a.example/("words"))')
})

test('with Ctrl or Cmd a click opens the link, by the policy; without it only places the caret', async () => {
  const opens = answers([linkTo('https://a.example/'), linkTo('javascript:alert(1)')])
  const click = async (at: number, init: MouseEventInit) => {
    const root = document.createElement('div')
    root.contentEditable = 'true'
    document.body.append(root)
    const of = editorOf(opens.group, at)
    of.setRootElement(root)
    await settled()
    const target = root.querySelector('a span')
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init })
    Object.defineProperty(event, 'target', { value: target })
    of.update(() => void $getRoot().selectEnd())
    of.dispatchCommand(CLICK_COMMAND, event)
    await settled()
    of.setRootElement(null)
    root.remove()
  }
  await click(0, {})
  expect(opens.open).not.toHaveBeenCalled()
  await click(0, { ctrlKey: true })
  expect(opens.open).toHaveBeenCalledExactlyOnceWith('https://a.example/')
  await click(1, { metaKey: true })
  expect(opens.open).toHaveBeenCalledTimes(1)
  opens.group.dispose()
})

function linkTo(url: string) {
  const text = { type: 'text' as const, text: 'words', version: 1 }
  const link = { type: 'link' as const, url, version: 1, children: [text] }
  return {
    root: {
      type: 'root' as const,
      version: 1,
      children: [{ type: 'paragraph' as const, version: 1, children: [link] }],
    },
  }
}
