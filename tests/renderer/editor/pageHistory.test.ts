import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, editorOf, settled, textOf, type } from '../answers'

let page: ReturnType<typeof answers>
beforeEach(() => {
  page = answers()
})
afterEach(() => page.group.dispose())

const texts = () => [0, 1].map((at) => textOf(editorOf(page.group, at)))

/** The command comes to whichever answer has the caret. */
async function press(command: typeof UNDO_COMMAND, at: number): Promise<void> {
  editorOf(page.group, at).dispatchCommand(command)
  await settled()
}

async function write(at: number, text: string): Promise<void> {
  await type(editorOf(page.group, at), text)
}

test('undo goes back through the answers in the order in which they were written', async () => {
  await write(0, 'one')
  await write(1, 'two')
  await write(0, ' more')
  expect(texts()).toEqual(['one more', 'two'])
  const seen = []
  for (let step = 0; step < 30 && texts().join('') !== ''; step += 1) {
    await press(UNDO_COMMAND, 0)
    seen.push(texts().join('|'))
  }
  expect(texts()).toEqual(['', ''])
  // First all of the last words, then the other answer's, then the first ones.
  expect(seen.indexOf('one|two')).toBeGreaterThanOrEqual(0)
  expect(seen.indexOf('one|')).toBeGreaterThan(seen.indexOf('one|two'))
  expect(seen.at(-1)).toBe('|')
  expect(seen.filter((state) => state.endsWith('|two')).every((state) => state.startsWith('one'))).toBe(true)
})

test('the first undo after a change of answer is not lost', async () => {
  await write(0, 'a')
  await write(1, 'b')
  await press(UNDO_COMMAND, 1)
  expect(texts()).toEqual(['a', ''])
  await press(UNDO_COMMAND, 1)
  expect(texts()).toEqual(['', ''])
})

test('redo brings everything back in the same order, from whichever answer it is asked', async () => {
  await write(0, 'a')
  await write(1, 'b')
  await press(UNDO_COMMAND, 0)
  await press(UNDO_COMMAND, 0)
  await press(REDO_COMMAND, 1)
  expect(texts()).toEqual(['a', ''])
  await press(REDO_COMMAND, 0)
  expect(texts()).toEqual(['a', 'b'])
  await press(REDO_COMMAND, 0)
  expect(texts()).toEqual(['a', 'b'])
})

test('writing anywhere ends what could be redone, in every answer', async () => {
  await write(0, 'a')
  await write(1, 'b')
  await press(UNDO_COMMAND, 1)
  await press(UNDO_COMMAND, 1)
  await write(1, 'c')
  await press(REDO_COMMAND, 0)
  expect(texts()).toEqual(['', 'c'])
  await press(UNDO_COMMAND, 0)
  expect(texts()).toEqual(['', ''])
})

test('undo with nothing to undo changes nothing', async () => {
  await press(UNDO_COMMAND, 0)
  await press(REDO_COMMAND, 1)
  expect(texts()).toEqual(['', ''])
})

test('undo of the last step and more leaves the stored answer as it was opened', async () => {
  await write(0, 'x')
  for (let step = 0; step < 5; step += 1) await press(UNDO_COMMAND, 0)
  expect(texts()).toEqual(['', ''])
})
