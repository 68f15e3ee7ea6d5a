/** What a text says beside its words, each in the order in which it is read. */
import { addressesIn } from '../document/addresses'
import type { Facts } from '../domain/search/facts'
import { markedWords } from '../domain/text/markedWords'
import { normalize } from '../domain/text/normalize'

export interface WrittenLink {
  /** Where it leads, as the document has it: the link policy is asked where it is followed. */
  readonly address: string
  /** The words that it stands under; of an address that is written out, that address. */
  readonly text: string
}

export interface WrittenTask {
  /** Without the tasks below it; '' for one without words. */
  readonly text: string
  readonly isDone: boolean
}

export interface WrittenFacts {
  /** As they are written, without their sign, each once. */
  readonly tags: readonly string[]
  readonly people: readonly string[]
  readonly links: readonly WrittenLink[]
  readonly tasks: readonly WrittenTask[]
}

/** Of a text that is nothing but words: a capture, a title. */
export function factsOfText(text: string): WrittenFacts {
  return {
    tags: markedWords(text, '#'),
    people: markedWords(text, '@'),
    links: addressesWrittenIn(text),
    tasks: [],
  }
}

export function addressesWrittenIn(text: string): WrittenLink[] {
  // Most texts have none: looking for how one begins is much faster.
  if (!/:\/\/|www\.|mailto:/i.test(text)) return []
  return addressesIn(text).map(({ start, end, url }) => ({ address: url, text: text.slice(start, end) }))
}

/** Of several texts of one record. */
export function joinedFacts(parts: readonly WrittenFacts[]): WrittenFacts {
  return {
    tags: each(parts.flatMap(({ tags }) => tags)),
    people: each(parts.flatMap(({ people }) => people)),
    links: parts.flatMap(({ links }) => links),
    tasks: parts.flatMap(({ tasks }) => tasks),
  }
}

/** As the index keeps them. */
export function searchFacts({ tags, people, links, tasks }: WrittenFacts): Facts {
  return {
    tags: each(tags.map(normalize)),
    people: each(people.map(normalize)),
    hasLink: links.length > 0,
    hasTask: tasks.length > 0,
  }
}

function each(words: readonly string[]): string[] {
  return [...new Set(words)]
}
