/** Asks the questions of a page one after another in a terminal. Each answer is stored before the next question. */
import { fromTypedMarkdown } from '#shared/document/fromMarkdown'
import { plainText } from '#shared/document/plainText'
import { type Entry, isAnswered, type Section, type StoredAnswer } from '#shared/domain/entry/entry'
import { messages } from '#shared/messages/messages'
import { failureOf } from '../disk/failureOf'
import type { QuestionWords } from './questionWords'
import { readAnswer } from './readAnswer'
import type { Terminal } from './terminal'

const words = messages.terminal

export interface AskPageNeeds {
  readonly terminal: Terminal
  readonly page: Entry
  questionsOf(page: Entry): readonly QuestionWords[]
  /** Stores an answer and resolves with the page as it stands then. `isAnew`: in the place of what the section holds. */
  store(section: number, answer: StoredAnswer, isAnew: boolean): Promise<Entry>
}

export interface Asked {
  /** How many questions got words. */
  readonly stored: number
  /** Words that could not be stored were given up. */
  readonly isIncomplete: boolean
}

/** Ends with the last question, `/end`, Ctrl+C or the end of what is typed. */
export async function askPage({ terminal, page: first, questionsOf, store }: AskPageNeeds): Promise<Asked> {
  let page = first
  const answered = new Set<number>()
  const open = page.sections.findIndex((section) => !isAnswered(section))
  let at = open === -1 ? page.sections.length - 1 : open
  let isAnew = false
  show()

  for (;;) {
    const read = await readAnswer(terminal)
    if (read.text !== '') {
      const answer = fromTypedMarkdown(read.text)
      if (plainText(answer).trim() !== '' && !(await tryToStore(answer)))
        return { stored: answered.size, isIncomplete: true }
    }
    switch (read.then) {
      case 'stop':
        return { stored: answered.size, isIncomplete: false }
      case 'why':
        for (const line of questionsOf(page)[at]?.why ?? [words.noWhy]) terminal.printQuietly(line)
        break
      case 'again':
        isAnew = hasAnswer(page.sections[at])
        terminal.printQuietly(isAnew ? words.startedAnew : words.nothingToReplace)
        break
      case 'back':
        if (at === 0) terminal.printQuietly(words.isFirst)
        else goTo(at - 1)
        break
      case 'next':
        if (at === page.sections.length - 1) return { stored: answered.size, isIncomplete: false }
        goTo(at + 1)
    }
  }

  function goTo(section: number): void {
    at = section
    isAnew = false
    show()
  }

  function show(): void {
    const [section, question] = [page.sections[at], questionsOf(page)[at]]
    if (!section || !question) return
    terminal.print('')
    terminal.printQuietly(question.place)
    terminal.print(question.question)
    if (!isAnswered(section)) {
      terminal.printQuietly(question.hint)
      return
    }
    for (const line of section.text.split('\n')) terminal.print(`| ${line}`)
    terminal.printQuietly(question.isReadable ? words.present : words.cannotShow)
  }

  /** False when the person gave up. */
  async function tryToStore(answer: StoredAnswer): Promise<boolean> {
    for (;;) {
      try {
        page = await store(at, answer, isAnew)
        answered.add(at)
        isAnew = false
        terminal.printQuietly(words.saved)
        return true
      } catch (error) {
        terminal.print(words.notSaved(messages.failures[failureOf(error).code]))
        terminal.print(words.tryAgain)
        const next = await terminal.next()
        if (next.kind === 'stop' || next.text.trim() === '/end') return false
      }
    }
  }
}

function hasAnswer(section: Section | undefined): boolean {
  return section !== undefined && isAnswered(section)
}
