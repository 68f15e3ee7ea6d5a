/** A page as plain text, to copy or to compare: its title, then each question that has an answer, lists with their signs. */
import type { SavedEntry } from '#shared/contract/entries'
import { copiedText } from '#shared/document/copiedText'
import { readDocument } from '#shared/document/document'
import { plainText } from '#shared/document/plainText'
import { wordsIn } from '#shared/document/wordsIn'
import type { Entry, Section, StoredAnswer } from '#shared/domain/entry/entry'

export interface PageWords {
  readonly title: string
  readonly sections: readonly { readonly question: string | null; readonly text: string }[]
}

export function pageText({ title, sections }: PageWords): string {
  const parts = sections.flatMap(({ question, text }) => (text.trim() === '' ? [] : [question ?? '', text]))
  return [title, ...parts].filter((part) => part !== '').join('\n\n')
}

/** Of an entry as it is on the disk. */
export function entryText({ title, sections }: Entry): string {
  const read = sections.map(({ question, answer, text }) => ({ question, text: copiedAnswer(answer) ?? text }))
  return pageText({ title, sections: read })
}

/** Its words alone. Null when this version can't show it. */
function answerText(answer: StoredAnswer): string | null {
  const read = readDocument(answer)
  return read.ok ? plainText(read.document) : null
}

/** Null as above. */
export function copiedAnswer(answer: StoredAnswer): string | null {
  const read = readDocument(answer)
  return read.ok ? copiedText(read.document.root.children) : null
}

/** As it is copied; an answer that can't be shown as it is stored in its section, or else what is in it. */
export function wordsOf(answer: StoredAnswer, section: Section | undefined): string {
  return copiedAnswer(answer) ?? (section?.answer === answer ? section.text : wordsIn(answer))
}

/** Whether a page is to be stored: a new one for its words, and not for a star or a day. */
export function isWorthKeeping({ base, title, sections }: SavedEntry): boolean {
  const hasWords = ({ answer }: (typeof sections)[number]) => (answerText(answer) ?? wordsIn(answer)).trim() !== ''
  return base > 0 || title.trim() !== '' || sections.some(hasWords)
}
