import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import { collapsedSections } from '../../../src/renderer/features/page/collapsedSections'
import { documentOfText } from '../../../src/shared/document/document'
import { newDocument, newList, newListItem, newText } from '../../../src/shared/document/newNodes'
import type { Entry } from '../../../src/shared/domain/entry/entry'
import { answers, editorOf, settled, stored, textOf, type } from '../answers'

test('an answer Lexical refuses has no editor; the others have theirs', () => {
  // What the schema lets pass today, Lexical may refuse tomorrow.
  const refused = { root: { type: 'root', version: 1, children: [{ type: 'unheard-of', version: 1 }] } }
  const { group, changed } = answers([documentOfText('a'), refused as never, documentOfText('b')])
  expect(group.editors.map((editor) => editor !== null)).toEqual([true, false, true])
  expect(textOf(editorOf(group, 2))).toBe('b')
  expect(changed).not.toHaveBeenCalled()
  group.dispose()
})

test('a change that fails is taken back whole, is told, and the next one works', async () => {
  const { group, takenBack } = answers([documentOfText('before')])
  const editor = editorOf(group, 0)
  const fault = new Error('a fault in a plugin')
  editor.update(() => {
    $getRoot().clear()
    throw fault
  })
  await settled()
  expect(takenBack).toHaveBeenCalledExactlyOnceWith(fault)
  expect(textOf(editor)).toBe('before')
  await type(editor, '!')
  expect(textOf(editor)).toBe('before!')
  group.dispose()
})

test('what is opened and not touched is stored as it was', () => {
  const document = documentOfText('one\n\ttwo')
  const { group } = answers([document])
  expect(stored(editorOf(group, 0))).toEqual(document)
  group.dispose()
})

test('a change is told with its section and what its file will hold', async () => {
  const { group, changed } = answers()
  await type(editorOf(group, 1), 'x')
  expect(changed.mock.lastCall?.[1]()).toMatchObject(stored(editorOf(group, 1)))
  expect(changed.mock.calls.every(([section]) => section === 1)).toBe(true)
  group.dispose()
})

test('open questions are collapsed on a stored page of another day, and only there', () => {
  const section = (text: string, question: string | null = 'What?') => ({ text, question })
  // As much of an entry as is looked at.
  const entry = (revision: number) =>
    ({ revision, day: '2026-11-20', sections: [section('a'), section(''), section(' '), section('', null)] }) as Entry
  expect(collapsedSections(entry(3), '2026-11-24', null)).toEqual(new Set([1, 2]))
  expect(collapsedSections(entry(3), '2026-11-24', 2)).toEqual(new Set([1]))
  expect(collapsedSections(entry(3), '2026-11-20', null)).toEqual(new Set())
  expect(collapsedSections(entry(0), '2026-11-24', null)).toEqual(new Set())
})

test('an answer of which Lexical would lose words has no editor', () => {
  const empty = newList('bullet', [])
  const lists = [
    newList('bullet', [newListItem([empty], 1, 0)]),
    newList('bullet', [newListItem([empty, newText('kept')], 1, 0)]),
  ]
  const { group } = answers([newDocument(lists)])
  expect(group.editors).toEqual([null])
  group.dispose()
})
