import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerDocument, readDocument } from '#shared/document/document'
import { newDocument, newLink, newList, newListItem, newParagraph, newText } from '#shared/document/newNodes'
import { fileForm, pageForm, shownForm } from '#shared/document/pageForm'
import { documentsByKind } from './arbitraries'
import { checkMany } from './checkMany'
import { throughLexical } from './lexicalEditor'

const overlay = 'position:fixed;inset:0;background:#000;z-index:9999'

/** Fields as a file may have them; the schema lets all of these pass. */
const hostile = newDocument([
  {
    ...newParagraph([
      {
        ...newText('a', 8 | 1 | 128),
        style: overlay,
        mode: 'token',
        detail: 2,
        $: { mark: 'm' },
        later: { deep: [1] },
      } as ReturnType<typeof newText>,
      { ...newLink('https://x.example/', [newText('b')]), rel: 'opener', target: '_blank' },
    ]),
    indent: 400,
    textStyle: overlay,
    textFormat: 1 | 8,
    format: 'center',
    direction: 'rtl',
    style: overlay,
    $: { mark: 'block-1', nested: { a: 1 } },
    later: true,
    version: 7,
  } as ReturnType<typeof newParagraph>,
  newList('bullet', [{ ...newListItem([newText('c')], 1, 0), textStyle: overlay, indent: 90, $: 5 } as never]),
])

/** Everything outside the states, which are never drawn. */
function drawn(document: AnswerDocument): string {
  return JSON.stringify(document, (key, value) => (key === '$' ? undefined : value))
}

test('nothing but what the editor makes is shown', () => {
  const shown = drawn(pageForm(hostile))
  for (const word of ['position', 'token', 'later', 'center', 'rtl', '400', '_blank', 'opener', '"version":7'])
    expect(shown).not.toContain(word)
  expect(shown).toContain('"format":1')
})

test('in the file it stands as it did, and Lexical keeps it', () => {
  expect(fileForm(pageForm(hostile))).toEqual(hostile)
  const edited = fileForm(throughLexical(pageForm(hostile)) as AnswerDocument)
  const list = edited.root.children[1]
  // An item's indent is that of its lists.
  if (list?.type === 'list') for (const item of list.children) item.indent = 90
  expect(edited).toMatchObject(JSON.parse(JSON.stringify(hostile)))
  expect(readDocument(edited).ok).toBe(true)
})

test('from the clipboard none of it comes', () => {
  const taken = JSON.stringify(shownForm(hostile, () => true))
  for (const word of ['position', 'later', '$', 'mark', 'block-1']) expect(taken).not.toContain(word)
})

test('from the clipboard comes that words are private, and an id that may come here', () => {
  const state = { private: true, id: 'x', mark: 'later' }
  const marked = newDocument([{ ...newParagraph([newText('a')]), $: state } as ReturnType<typeof newParagraph>])
  expect(shownForm(marked, (id) => id === 'x').root.children).toMatchObject([{ $: { private: true, id: 'x' } }])
  expect(JSON.stringify(shownForm(marked, () => false))).not.toMatch(/"x"|later/)
})

test('formats of another version stay with words whose own formats change', () => {
  const page = pageForm(newDocument([newParagraph([newText('a', 1 | 8)])]))
  const paragraph = page.root.children[0]
  if (paragraph?.type !== 'paragraph' || paragraph.children[0]?.type !== 'text') throw new Error('not the paragraph')
  paragraph.children[0].format = 2
  expect(JSON.stringify(fileForm(page))).toContain(`"format":${2 | 8}`)
})

test('a state that is none, or has our own key, is kept whole', () => {
  for (const state of [5, null, [], 'x', { unseen: { style: overlay } }, JSON.parse('{"__proto__":{"a":1}}')]) {
    const document = newDocument([{ ...newParagraph([newText('a')]), $: state } as ReturnType<typeof newParagraph>])
    const edited = fileForm(throughLexical(pageForm(document)) as AnswerDocument)
    expect(JSON.stringify(edited.root.children[0])).toContain(`"$":${JSON.stringify(state)}`)
  }
})

/** Any document with unknown fields on any of its nodes. */
const unknown = fc.dictionary(
  fc.constantFrom('later', 'style', 'data', 'constructor', 'x-1'),
  fc.jsonValue({ maxDepth: 1 }),
)
const strange = fc
  .tuple(fc.oneof(...Object.values(documentsByKind)), fc.array(fc.tuple(unknown, fc.option(unknown)), { minLength: 1 }))
  .map(([document, extras]) => {
    let at = 0
    return JSON.parse(JSON.stringify(document), (_, value) => {
      if (typeof value !== 'object' || value === null || !('type' in value)) return value
      const [fields = {}, state] = extras[at++ % extras.length] ?? []
      return { ...fields, ...value, ...(state ? { $: state } : {}) }
    }) as AnswerDocument
  })

test('any document comes back as it was', () => {
  checkMany('page form', strange, (document) => {
    expect(fileForm(pageForm(document))).toEqual(document)
    if ('root' in document && readDocument(document).ok) {
      const edited = fileForm(throughLexical(pageForm(document)) as AnswerDocument)
      expect(readDocument(edited).ok).toBe(true)
    }
  })
})
