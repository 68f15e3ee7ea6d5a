/** What a terminal says with each question of a page. */
import { readDocument } from '#shared/document/document'
import type { Entry } from '#shared/domain/entry/entry'
import { practice, practiceSource } from '#shared/domain/practice/practices'
import { builtInPrompt } from '#shared/domain/template/builtIn/builtInTemplates'
import { wordsFor } from '#shared/domain/template/newEntry'
import { messages } from '#shared/messages/messages'

export interface QuestionWords {
  /** Which one it is, and its practice. */
  readonly place: string
  readonly question: string
  readonly hint: string
  /** Why it is asked; absent for free writing. */
  readonly why?: readonly string[]
  /** Whether its answer can be read by this version. */
  readonly isReadable: boolean
}

export function questionWords({ sections }: Entry, manager: string | null): readonly QuestionWords[] {
  const words = messages.terminal
  return sections.map((section, at) => {
    const [number, count] = [String(at + 1), String(sections.length)]
    const about = section.practice && practice(section.practice)
    const prompt = section.prompt === null ? undefined : builtInPrompt(section.prompt)
    const free = sections.length === 1 ? messages.writing.blankHint : messages.writing.freeHint
    return {
      place: about ? words.question(number, count, about.name) : words.questionAlone(number, count),
      question: section.question ?? messages.writing.freeAnswer,
      hint: section.question === null ? free : wordsFor(prompt?.hint ?? '', manager),
      ...(about && {
        why: [about.meaning, about.why, messages.writing.source(practiceSource.author, practiceSource.title)],
      }),
      isReadable: readDocument(section.answer).ok,
    }
  })
}
