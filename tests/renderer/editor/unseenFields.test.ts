/** What our editor does not make reaches neither the window nor gets lost from the file. */
import { afterEach, expect, test } from 'vitest'
import { newDocument, newLink, newParagraph, newText } from '#shared/document/newNodes'
import { answers, editorOf, settled, type } from '../answers'

const overlay = 'position:fixed;inset:0;background:#000'
const document_ = {
  ...newDocument([
    {
      ...newParagraph([
        { ...newText('locked'), style: overlay, later: 1 } as ReturnType<typeof newText>,
        newLink('javascript:alert(1)', [newText('bad')]),
      ]),
      indent: 300,
      textStyle: overlay,
      $: { mark: 'promise' },
      later: { kept: true },
    } as ReturnType<typeof newParagraph>,
  ]),
  beside: 'the root',
}

let page: ReturnType<typeof answers>
let root: HTMLElement
function show(): void {
  page = answers([document_])
  root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.append(root)
  editorOf(page.group, 0).setRootElement(root)
}
afterEach(() => {
  page.group.dispose()
  root.remove()
})

test('no stored style, indent or address is drawn', async () => {
  show()
  await settled()
  expect(root.textContent).toBe('lockedbad')
  expect(root.innerHTML).not.toMatch(/position|padding|javascript|promise|kept/)
  expect(root.querySelectorAll('a, [style*=fixed]')).toHaveLength(0)
})

test('an edited answer keeps what this version does not know', async () => {
  show()
  await settled()
  await type(editorOf(page.group, 0), ' x')
  const stored = page.changed.mock.lastCall?.[1]()
  expect(stored).toMatchObject({
    beside: 'the root',
    root: {
      children: [
        {
          $: { mark: 'promise' },
          later: { kept: true },
          indent: 300,
          children: [{ text: 'locked', style: overlay, later: 1 }, { text: 'bad x' }],
        },
      ],
    },
  })
})
