import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignAnswers, splitAnswers } from '../../../src/main/cli/splitAnswers'

test.each([
  ['a paragraph each', 'one\n\ntwo\nstill two\n\n\n\nthree\n', ['one', 'two\nstill two', 'three']],
  ['a line of --- between them', 'one\n\nstill one\n---\ntwo\n---  \n', ['one\n\nstill one', 'two', '']],
  ['nothing between two lines leaves a question open', '---\ntwo\n---\n---\nfour', ['', 'two', '', 'four']],
  ['line endings of every kind', 'one\r\n\r\ntwo\r\rthree', ['one', 'two', 'three']],
  ['a mark at the beginning of a file', '\uFEFFone', ['one']],
  ['no words', ' \n\n \n', []],
  ['a code block keeps its blank lines', '```\na\n\n---\nb\n```\n\nnext', ['```\na\n\n---\nb\n```', 'next']],
  [
    'another sign inside does not end a code block',
    '~~~~\n```\n\n~~~\n~~~~\n\nnext',
    ['~~~~\n```\n\n~~~\n~~~~', 'next'],
  ],
  ['a code block that nothing ends goes on to the end', '```\na\n\nb', ['```\na\n\nb']],
  ['a rule in a list is none of ours', '- a\n  ---\n\nb', ['- a\n  ---', 'b']],
])('%s', (_, text, answers) => {
  expect(splitAnswers(text)).toEqual(answers)
})

test.each([
  [['a', 'b'], 3, ['a', 'b']],
  [['a', 'b', 'c', 'd'], 2, ['a', 'b\n\nc\n\nd']],
  [['a', '', '', 'd'], 2, ['a', 'd']],
  [[], 2, []],
])('what is left over goes to the last section: %j for %d', (answers, count, expected) => {
  expect(assignAnswers(answers, count)).toEqual(expected)
})

test('no word is lost, whatever the text and however many questions', () => {
  const line = fc.constantFrom('', 'word', 'two words', '---', '```', '~~~', '  ', '- item', '/end')
  fc.assert(
    fc.property(fc.array(line), fc.integer({ min: 1, max: 5 }), (lines, count) => {
      const words = (text: string) => text.match(/[a-z/]+/g) ?? []
      const kept = assignAnswers(splitAnswers(lines.join('\n')), count).join('\n')
      expect(words(kept)).toEqual(words(lines.join('\n')))
    }),
  )
})
