/** A page asked in a terminal. */
import { describe, expect, test } from 'vitest'
import { type AnswerDocument, documentOfText, emptyDocument } from '#shared/document/document'
import { placeAnswer } from '#shared/document/placeAnswer'
import { toMarkdown } from '#shared/document/toMarkdown'
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import { askPage } from '../../../src/main/cli/askPage'
import { questionWords } from '../../../src/main/cli/questionWords'
import type { Typed } from '../../../src/main/cli/terminal'
import { madeAnswer, madeEntry } from '../../services/made'
import { fakeTerminal, pasted, stopped } from './fakeTerminal'

const words = messages.terminal

function page(first = '', second = '', free = ''): Entry {
  const answer = (text: string) => ({ answer: text === '' ? emptyDocument() : documentOfText(text), text })
  return madeEntry(1, {
    sections: [
      { prompt: 'daily.delivered', question: 'What helps?', practice: 'delivery', ...answer(first) },
      { prompt: 'daily.focus', question: 'Where did they go?', practice: 'focus', ...answer(second) },
      { prompt: null, question: null, practice: null, ...answer(free) },
    ],
  })
}

/** Stores as the inbox does; `fails` are the first attempts that the disk refuses. */
async function ask(entry: Entry, typed: readonly (string | Typed)[], fails = 0) {
  const terminal = fakeTerminal(typed)
  let present = entry
  let [attempts, left] = [0, fails]
  const asked = await askPage({
    terminal,
    page: entry,
    questionsOf: (now) => questionWords(now, 'Dana'),
    async store(section, answer, isAnew) {
      if (left-- > 0) throw new Failure('disk-full', 'made up')
      const questions = present.sections.map(({ prompt, question, practice }) => ({ prompt, question, practice }))
      const replaces = isAnew ? (present.sections[section]?.answer ?? null) : null
      const waiting = madeAnswer(++attempts, '', { entry: entry.id, questions, section, answer, replaces })
      present = placeAnswer(present, waiting) ?? present
      return present
    },
  })
  const markdown = present.sections.map(({ answer }) => toMarkdown(answer as AnswerDocument).trim())
  return { ...asked, markdown, printed: terminal.printed }
}

describe('a page', () => {
  test('is asked from its first open question to its last, an answer of several lines in Markdown', async () => {
    const { markdown, stored, printed } = await ask(page(), ['Shipped **it**.', '- a', '', '', 'Free', ''])
    expect(markdown).toEqual(['Shipped **it**.\n\n- a', '', 'Free'])
    expect(stored).toBe(2)
    expect(printed.filter((line) => ['What helps?', 'Where did they go?', 'Anything else'].includes(line))).toEqual([
      'What helps?',
      'Where did they go?',
      'Anything else',
    ])
    expect(printed).toContain('1 of 3 · Deliver')
    expect(printed.filter((line) => line === words.saved)).toHaveLength(2)
  })

  test('that has answers begins at the first open one; a written one is shown, kept, added to or started anew', async () => {
    const { markdown, printed } = await ask(page('Old one'), [
      '/back',
      '',
      '/back',
      'More',
      '',
      '/back',
      '/again',
      'New',
      '',
      '',
      '',
    ])
    expect(markdown[0]).toBe('New')
    expect(printed).toContain('| Old one')
    expect(printed).toContain(words.present)
    expect(printed).toContain('| More')
    expect((await ask(page('Old one'), ['/back', 'More', '', '/end'])).markdown[0]).toBe('Old one\n\nMore')
    expect((await ask(page('Old one'), ['/back', '', '', ''])).markdown[0]).toBe('Old one')
  })

  test('says why a question is asked, and goes no further back than the first', async () => {
    const { printed, stored } = await ask(page(), ['/why', '/back', '/again', '', '', '/why', '/end'])
    expect(printed.join('\n')).toContain('Based on Scot Herrick')
    expect(printed).toContain(words.isFirst)
    expect(printed).toContain(words.nothingToReplace)
    expect(printed).toContain(words.noWhy)
    expect(stored).toBe(0)
  })
})

describe('no word is lost', () => {
  test.each([
    ['Ctrl+C in the middle of a line', ['One', stopped('and ha')], 'One\\\nand ha'],
    ['the end of what is typed', ['One'], 'One'],
    ['a command after some lines', ['One', '/end'], 'One'],
    ['going back after some lines', ['One', '/back', '/end'], 'One'],
    ['a word that looks like a command', ['One /end', ' /back it up', '', '/end'], 'One /end\\\n/back it up'],
  ])('%s', async (_, typed, text) => {
    expect((await ask(page(), typed)).markdown[0]).toBe(text)
  })

  test('of what is pasted: neither an empty line nor a command in it ends the answer', async () => {
    const typed = [pasted('First'), pasted(''), pasted('/end'), pasted(''), pasted('Last'), '', '/end']
    expect((await ask(page(), typed)).markdown).toEqual(['First\n\n/end\n\nLast', '', ''])
  })

  test('of a code block: an empty line in it does not end the answer', async () => {
    const typed = ['```', 'a', '', '/end', '```', '', '/end']
    expect((await ask(page(), typed)).markdown[0]).toBe('```\na\n\n/end\n```')
  })

  test('when the disk refuses it: an empty line tries again', async () => {
    const { markdown, printed, isIncomplete } = await ask(page(), ['One', '', '', '', '/end'], 2)
    expect(markdown[0]).toBe('One')
    expect(isIncomplete).toBe(false)
    expect(printed.filter((line) => line === words.notSaved(messages.failures['disk-full']))).toHaveLength(2)
  })

  test.each([['/end'], [stopped()]])('without being told: giving up says so (%j)', async (last) => {
    const { markdown, isIncomplete } = await ask(page(), ['One', '', last], 5)
    expect(markdown[0]).toBe('')
    expect(isIncomplete).toBe(true)
  })

  test('beside an answer that this version can’t read', async () => {
    const strange = { root: { type: 'root', children: [{ type: 'from the future' }] } }
    const entry = page('x')
    const sections = entry.sections.with(1, { ...entry.sections[1], answer: strange, text: 'kept words' } as never)
    const terminal = fakeTerminal(['/back', 'Beside it', '', '/end'])
    let last = entry
    await askPage({
      terminal,
      page: { ...entry, sections },
      questionsOf: (now) => questionWords(now, null),
      async store(section, answer) {
        const questions = sections.map(({ prompt, question, practice }) => ({ prompt, question, practice }))
        last = placeAnswer({ ...entry, sections }, madeAnswer(1, '', { questions, section, answer })) ?? entry
        return last
      },
    })
    expect(terminal.printed).toContain('| kept words')
    expect(terminal.printed).toContain(words.cannotShow)
    expect(last.sections.map(({ text }) => text)).toEqual(['x', 'kept words', 'Beside it', ''])
  })
})
