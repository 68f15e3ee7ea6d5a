import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOfText } from '#shared/document/document'
import { newCode, newDocument, newLink, newParagraph, newText } from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { wordsIn } from '#shared/document/wordsIn'
import { documentsByKind } from './arbitraries'
import { checkMany } from './checkMany'

const said = (text: string) => text.split(/\s+/).filter((word) => word !== '')

test('a line for each block, and one for each break in it', () => {
  expect(wordsIn(documentOfText('one\ntwo  three'))).toBe('one\ntwo  three')
  expect(
    wordsIn({ root: { type: 'root', children: [{ type: 'linebreak' }, newText('a'), { type: 'linebreak' }] } }),
  ).toBe('a')
})

test('the words of a link stand in their line', () => {
  const link = newLink('https://x.example/', [newText('here')])
  expect(wordsIn(newDocument([newParagraph([newText('look '), link, newText(' now')])]))).toBe('look here now')
})

describe('of what is no document', () => {
  test.each([
    [
      'a paragraph in a code block',
      { root: { children: [{ ...newCode([]), children: [newParagraph([newText('a')])] }] } },
      'a',
    ],
    [
      'a node from the future',
      { root: { children: [{ type: 'table', rows: [[{ text: 'a' }], [{ text: 'b' }]] }] } },
      'ab',
    ],
    ['children that are no list', { root: { children: { text: 'a' } } }, 'a'],
    ['a text that is none', { root: { children: [{ type: 'text', text: 3 }] } }, ''],
    ['null', null, ''],
    ['a string', 'a', ''],
  ])('%s', (_, value, words) => {
    expect(wordsIn(value)).toBe(words)
  })

  test('deeper than the stack', () => {
    const deep = JSON.parse(`${'{"children":['.repeat(100_000)}{"text":"deep down"}${']}'.repeat(100_000)}`)
    expect(wordsIn(deep)).toBe('deep down')
  })

  test('anything, without an error', () => {
    checkMany('words of any JSON', fc.jsonValue(), (value) => {
      expect(typeof wordsIn(value)).toBe('string')
    })
  })
})

test.each(Object.entries(documentsByKind))('no word of %s is missing, and none is added', (kind, documents) => {
  checkMany(`words of ${kind}`, documents, (document) => {
    expect(said(wordsIn(document))).toEqual(said(plainText(document)))
  })
})
