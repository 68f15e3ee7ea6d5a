/** What a text says beside its words, each in the order in which it is read. */
import { addressesIn } from '../document/addresses'
import type { Facts, PlacedFacts } from '../domain/search/facts'
import { type HasFact, hasFacts } from '../domain/search/query/hasFacts'
import { marksIn, type Sign } from '../domain/text/markedWords'

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

export interface WrittenNames {
  /** As they are written, without their sign, each spelling once. */
  readonly tags: readonly string[]
  readonly people: readonly string[]
  readonly projects: readonly string[]
}

export interface WrittenFacts extends WrittenNames {
  readonly links: readonly WrittenLink[]
  readonly tasks: readonly WrittenTask[]
  readonly hasTable: boolean
}

/** Of a text that is nothing but words: a capture, a title. */
export function factsOfText(text: string): WrittenFacts {
  return { ...namesIn(text), links: addressesWrittenIn(text), tasks: [], hasTable: false }
}

export function namesIn(text: string): WrittenNames {
  const found: Record<Sign, Set<string>> = { '#': new Set(), '@': new Set(), '+': new Set() }
  for (const { sign, name } of marksIn(text)) found[sign].add(name)
  return { tags: [...found['#']], people: [...found['@']], projects: [...found['+']] }
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
    projects: each(parts.flatMap(({ projects }) => projects)),
    links: parts.flatMap(({ links }) => links),
    tasks: parts.flatMap(({ tasks }) => tasks),
    hasTable: parts.some(({ hasTable }) => hasTable),
  }
}

/** As the index keeps them: of each part that has any. `parts` begins with the title. */
export function searchFacts([title, ...sections]: readonly WrittenFacts[]): Facts {
  const placed = sections.map((facts, section) => placedFacts(section, facts))
  return [...(title ? [placedFacts(null, title)] : []), ...placed].filter((facts) => Object.keys(facts).length > 1)
}

function placedFacts(section: number | null, facts: WrittenFacts): PlacedFacts {
  const { tags, people, projects } = facts
  const has = hasFacts.filter((one) => isThere[one](facts))
  return {
    section,
    ...(tags.length > 0 && { tags }),
    ...(people.length > 0 && { people }),
    ...(projects.length > 0 && { projects }),
    ...(has.length > 0 && { has }),
  }
}

const isThere: Readonly<Record<HasFact, (facts: WrittenFacts) => boolean>> = {
  link: ({ links }) => links.length > 0,
  task: ({ tasks }) => tasks.length > 0,
  table: ({ hasTable }) => hasTable,
}

function each(words: readonly string[]): string[] {
  return [...new Set(words)]
}
