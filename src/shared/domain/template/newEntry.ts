/** A new page from a template, before anything is stored, and what earlier pages put on it. */
import { Temporal } from 'temporal-polyfill'
import type { Day, Moment } from '../day'
import {
  type Entry,
  type EntryId,
  entrySchemaVersion,
  isAnswered,
  type Section,
  type StoredAnswer,
} from '../entry/entry'
import { withSectionIds } from '../entry/sectionIds'
import { type PastPage, promptsInTurn } from './rotation'
import { type Prompt, type Template, tomorrowPromptId } from './template'

/** For each rotating place of a template, by its id, the prompts in the order in which they come up. */
export type Rotation = ReadonlyMap<string, readonly Prompt[]>

export interface NewEntry {
  readonly template: Template
  readonly day: Day
  readonly now: Moment
  readonly id: EntryId
  /** The setting: null or '' when there is no name. */
  readonly manager: string | null
  readonly rotation: Rotation
  /** The `document` room's empty answer; every section starts with it. */
  readonly emptyAnswer: StoredAnswer
}

/** An entry that was never stored: revision 0, the questions in the words in which they are asked, a last section without one. */
export function newEntry({ template, day, now, id, manager, rotation, emptyAnswer }: NewEntry): Entry {
  const prompts = template.prompts.flatMap((place) =>
    'rotates' in place ? (rotation.get(place.id) ?? place.rotates).slice(0, 1) : [place],
  )
  return withSectionIds({
    schema: entrySchemaVersion,
    id,
    day,
    created: now,
    updated: now,
    template: template.id,
    title: '',
    starred: false,
    revision: 0,
    sections: [
      ...prompts.map(
        (prompt): Section => ({
          prompt: prompt.id,
          question: wordsFor(prompt.question, manager),
          practice: prompt.practice,
          answer: emptyAnswer,
          text: '',
        }),
      ),
      { prompt: null, question: null, practice: null, answer: emptyAnswer, text: '' },
    ],
  })
}

/** What each rotating place of the template asks on that day, and after it; looks only at pages of earlier days. */
export function rotationFor(template: Template, pages: readonly PastPage[], day: Day): Rotation {
  return new Map(
    template.prompts.flatMap((place) => ('rotates' in place ? [[place.id, promptsInTurn(place, pages, day)]] : [])),
  )
}

/** A prompt as the page shows it, with the manager's name in its question and hint. */
export function promptFor(prompt: Prompt, manager: string | null): Prompt {
  return { ...prompt, question: wordsFor(prompt.question, manager), hint: wordsFor(prompt.hint, manager) }
}

/** Puts the manager's name, or "my manager", in the place of each `{{manager}}`; capitalised where a sentence begins. */
export function wordsFor(words: string, manager: string | null): string {
  const name = (manager ?? '').replace(/\s+/g, ' ').trim()
  return words.replace(/\{\{manager\}\}/g, (_, at: number) => {
    if (name !== '') return name
    return /(^|[.?!…]\s+)$/.test(words.slice(0, at)) ? 'My manager' : 'my manager'
  })
}

/** What the latest earlier page named as the one thing for tomorrow; null when none did. */
export function tomorrowFrom(
  entries: Iterable<Pick<Entry, 'day' | 'created' | 'sections'>>,
  day: Day,
): { readonly day: Day; readonly text: string } | null {
  let latest: { readonly day: Day; readonly at: string; readonly text: string } | null = null
  for (const entry of entries) {
    if (entry.day >= day) continue
    const section = entry.sections.find((candidate) => candidate.prompt === tomorrowPromptId && isAnswered(candidate))
    if (section === undefined) continue
    const found = { day: entry.day, at: entry.created.at, text: section.text.trim() }
    if (latest === null || isLater(found, latest)) latest = found
  }
  return latest && { day: latest.day, text: latest.text }
}

/** Instants are compared as instants: their texts may have fractions of different lengths. */
function isLater(one: { day: Day; at: string }, other: { day: Day; at: string }): boolean {
  if (one.day !== other.day) return one.day > other.day
  return Temporal.Instant.compare(one.at, other.at) > 0
}
