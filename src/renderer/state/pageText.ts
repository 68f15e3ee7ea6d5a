/** All words of a page as plain text: its title, then each question that has an answer. */
import { readDocument } from '#shared/document/document'
import { plainText } from '#shared/document/plainText'
import type { Entry, StoredAnswer } from '#shared/domain/entry'

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
  const read = sections.map(({ question, answer, text }) => ({ question, text: answerText(answer) ?? text }))
  return pageText({ title, sections: read })
}

/** Null when this version can't show it. */
export function answerText(answer: StoredAnswer): string | null {
  const read = readDocument(answer)
  return read.ok ? plainText(read.document) : null
}
