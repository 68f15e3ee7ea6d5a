/** Puts a waiting answer on its page: into its section alone, and once. */
import { type Entry, entrySchemaVersion, isAnswered, type Section, type StoredAnswer } from '../domain/entry/entry'
import { withSectionIds } from '../domain/entry/sectionIds'
import type { Question, WaitingAnswer } from '../domain/entry/waitingAnswer'
import { Failure } from '../domain/failure'
import { type AnswerDocument, emptyDocument, readDocument } from './document'
import { joinDocuments } from './joinDocuments'
import { plainText } from './plainText'
import { toMarkdown } from './toMarkdown'

/** More than ever wait at once: an answer that is older left the inbox long ago. */
const mostPlaced = 200

/** The page with the answer on it; null when it is there already. Revision and instants are as they were. Throws `newer-schema` when `answer` is no document of this version. */
export function placeAnswer(entry: Entry, waiting: WaitingAnswer): Entry | null {
  const placed = entry.placedAnswers ?? []
  if (placed.includes(waiting.id)) return null
  const answer = documentOf(waiting.answer)
  const asked = waiting.questions[waiting.section]
  if (asked === undefined) throw new Failure('unreadable', 'the answer belongs to no section')
  const at = entry.sections.findIndex((section) => asksThe(section, asked) && readDocument(section.answer).ok)
  const sections =
    at === -1
      ? insertedBeforeLast(entry.sections, withAnswer(newSection(asked), answer))
      : entry.sections.with(at, answered(entry.sections[at] ?? newSection(asked), waiting, answer))
  return withSectionIds({ ...entry, sections, placedAnswers: [...placed, waiting.id].slice(-mostPlaced) })
}

/** The page that the answer was written on, where no such page is stored yet. Without answers. */
export function pageOfAnswer({ entry: id, day, template, questions, created }: WaitingAnswer): Entry {
  return {
    schema: entrySchemaVersion,
    id,
    day,
    created,
    updated: created,
    template,
    title: '',
    starred: false,
    revision: 0,
    sections: questions.map(newSection),
  }
}

/** Added to what the section holds, unless that is what the answer takes the place of, or says the same. */
function answered(section: Section, { replaces }: WaitingAnswer, answer: AnswerDocument): Section {
  if (!isAnswered(section)) return withAnswer(section, answer)
  const present = documentOf(section.answer)
  if (isSame(present, answer)) return section
  const before = replaces && readDocument(replaces)
  if (before?.ok && isSame(present, before.document)) return withAnswer(section, answer)
  return withAnswer(section, joinDocuments(present, answer))
}

function asksThe(section: Question, asked: Question): boolean {
  return section.prompt === asked.prompt && (asked.prompt !== null || section.question === asked.question)
}

function withAnswer(section: Section, answer: AnswerDocument): Section {
  return { ...section, answer, text: plainText(answer) }
}

function newSection({ prompt, question, practice }: Question): Section {
  return { prompt, question, practice, answer: emptyDocument(), text: '' }
}

/** What was written without a question stays last. */
function insertedBeforeLast(sections: readonly Section[], section: Section): Section[] {
  const isLastFree = sections.at(-1)?.question === null
  return sections.toSpliced(isLastFree ? -1 : sections.length, 0, section)
}

function isSame(one: AnswerDocument, other: AnswerDocument): boolean {
  return toMarkdown(one) === toMarkdown(other)
}

function documentOf(answer: StoredAnswer): AnswerDocument {
  const read = readDocument(answer)
  if (!read.ok) throw new Failure('newer-schema', 'the answer is no document of this version')
  return read.document
}
