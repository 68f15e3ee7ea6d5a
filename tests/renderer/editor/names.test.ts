/** Names are painted where they stand, and nowhere else; a key and a click lead to what mentions them. */
import { $createTextNode, $getRoot, $isElementNode, $isTextNode, CLICK_COMMAND, KEY_DOWN_COMMAND } from 'lexical'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { answers, editorOf, settled, type } from '../answers'

let page: ReturnType<typeof answers>
afterEach(() => page.group.dispose())

const root = document.createElement('div')
const editor = () => editorOf(page.group, 0)

function shown(markdown: string): void {
  page = answers([fromMarkdown(markdown)])
  document.body.append(root)
  editor().setRootElement(root)
}

/** As the signs are read: the words of each range. */
function painted(): string[] {
  return ['tag', 'person', 'project'].flatMap((name) =>
    [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const [first, last] = [startContainer.textContent ?? '', endContainer.textContent ?? '']
      return startContainer === endContainer
        ? first.slice(startOffset, endOffset)
        : `${first.slice(startOffset)}|${last.slice(0, endOffset)}`
    }),
  )
}

beforeEach(() => CSS.highlights.clear())

test('in every block, over formats, and not in code or links', () => {
  shown(
    [
      '# A #heading with @"Dana Smith"',
      '- an item +apollo\n  - deeper @lee',
      '> quote #two**tone** `#code` [#link](https://x.example) https://x.example/#a',
      '| #head | b |\n| - | - |\n| +cell | c |',
      '```\n#block\n```',
      '#4521 a@b.c 1+1',
    ].join('\n\n'),
  )
  const all = ['#heading', '#two|tone', '#head', '@"Dana Smith"', '@lee', '+apollo', '+cell']
  expect(painted().sort()).toEqual(all.sort())
})

test('a key paints its own block anew, what goes is painted no more, and so is an answer that is left', async () => {
  shown('#one\n\n@two')
  const before = [...(CSS.highlights.get('person') ?? [])]
  editor().update(() => $getRoot().getFirstDescendant()?.selectEnd(), { discrete: true })
  await type(editor(), 's and +three')
  expect(painted()).toEqual(['#ones', '@two', '+three'])
  expect([...(CSS.highlights.get('person') ?? [])]).toEqual(before)
  editor().update(() => $getRoot().getLastChild()?.remove(), { discrete: true })
  expect(painted()).toEqual(['#ones', '+three'])
  editor().update(
    () => {
      const block = $getRoot().getFirstChild()
      if ($isElementNode(block)) block.clear().append($createTextNode('plain'))
    },
    { discrete: true },
  )
  expect(painted()).toEqual([])
  page.group.dispose()
  shown('#one')
  editor().setRootElement(null)
  expect(painted()).toEqual([])
})

test('the key leads to what mentions the name that the caret is in, its edges included', async () => {
  shown('see @"Dana Smith" now')
  const press = async (offset: number) => {
    editor().update(
      () => {
        const text = $getRoot().getFirstDescendant()
        if ($isTextNode(text)) text.select(offset, offset)
      },
      { discrete: true },
    )
    const event = new KeyboardEvent('keydown', { key: 'O', ctrlKey: true, shiftKey: true, cancelable: true })
    editor().dispatchCommand(KEY_DOWN_COMMAND, event)
    await settled()
    return event.defaultPrevented
  }
  expect(await press(3)).toBe(false)
  expect(page.openName).not.toHaveBeenCalled()
  expect(await press(4)).toBe(true)
  expect(await press(17)).toBe(true)
  expect(await press(18)).toBe(false)
  expect(page.openName.mock.calls).toEqual([['@"Dana Smith"'], ['@"Dana Smith"']])
})

test('a click on it with Ctrl or Cmd does, and one without, or beside the line, does not', async () => {
  shown('see #retro now')
  const text = root.querySelector('p')?.firstChild?.firstChild ?? root
  Object.defineProperty(document, 'caretPositionFromPoint', {
    value: () => ({ offsetNode: text, offset: 6 }),
    configurable: true,
  })
  const click = async (target: Node | null, init: MouseEventInit) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init })
    Object.defineProperty(event, 'target', { value: target })
    editor().dispatchCommand(CLICK_COMMAND, event)
    await settled()
  }
  await click(text.parentNode, {})
  // Beside the words of the line.
  await click(root.querySelector('p'), { ctrlKey: true })
  expect(page.openName).not.toHaveBeenCalled()
  await click(text.parentNode, { ctrlKey: true })
  await click(text.parentNode, { metaKey: true })
  expect(page.openName.mock.calls).toEqual([['#retro'], ['#retro']])
})
