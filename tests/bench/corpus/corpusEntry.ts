/** One made-up entry of the corpus: the same for one seed and number, whatever the corpus's size. */
import { Temporal } from 'temporal-polyfill'
import { emptyDocument } from '#shared/document/document'
import { plainText } from '#shared/document/plainText'
import { addDays, type Day } from '#shared/domain/day'
import type { Entry, EntryId, Section } from '#shared/domain/entry/entry'
import { builtInTemplates } from '#shared/domain/template/builtIn/builtInTemplates'
import { newEntry } from '#shared/domain/template/newEntry'
import { createRandom, type Random } from './random'
import { documentBy, sentenceBy } from './writing'

/** The corpus ends here; in the benchmark the app believes that it is the day after. */
export const lastDay: Day = '2026-03-01'
export const zone = 'Europe/Berlin'

/** 10,000 entries are ten years; a larger corpus goes further back instead of filling the days. */
const daysForEach = 3650 / 10_000

/** A word that stands in few entries, in no vocabulary. */
export const rareWord = 'zyxomaran'
const entriesForEachRareWord = 997

/** Whether the rare word is meant for an entry; one that ends in no paragraph goes without. */
export function isRare(number: number): boolean {
  return number % entriesForEachRareWord === entriesForEachRareWord >> 3
}

/** `number` 0 is the newest. */
export function corpusEntry(seed: number, number: number, words: readonly string[]): Entry {
  const random = createRandom(seed ^ Math.imul(number + 1, 0x9e3779b1))
  const writer = { random, words }
  const day = addDays(lastDay, -Math.floor(number * daysForEach))
  const hour = `${6 + random.below(16)}`.padStart(2, '0')
  const minute = `${random.below(60)}`.padStart(2, '0')
  const at = Temporal.PlainDateTime.from(`${day}T${hour}:${minute}`).toZonedDateTime(zone).toInstant().toString()
  const template = random.chance(0.5) ? builtInTemplates[0] : random.pick(builtInTemplates)
  if (!template) throw new Error('no template')
  const rotation = new Map(
    template.prompts.flatMap((place) => ('rotates' in place ? [[place.id, [random.pick(place.rotates)]]] : [])),
  )
  const id = idOf(number, random)
  const entry = newEntry({
    template,
    day,
    now: { at, zone },
    id,
    manager: 'Dana',
    rotation,
    emptyAnswer: emptyDocument(),
  })
  return {
    ...entry,
    title: random.chance(0.2) ? sentenceBy(writer, 3 + random.below(4)) : '',
    starred: random.chance(0.05),
    revision: 1,
    sections: answered(entry.sections, 250 + random.below(251), {
      ...writer,
      planted: isRare(number) ? ` ${rareWord}` : '',
    }),
  }
}

interface Answering {
  readonly random: Random
  readonly words: readonly string[]
  /** At the end of the first answer. */
  readonly planted: string
}

/** Most questions are answered; the words are shared out among them. */
function answered(sections: readonly Section[], length: number, { planted, ...writer }: Answering): Section[] {
  const chosen = new Set(sections.filter((_, at) => at === 0 || writer.random.chance(0.7)))
  let left = length
  let waiting = chosen.size
  return sections.map((section) => {
    if (!chosen.has(section)) return section
    const share = waiting === 1 ? left : Math.floor(left / waiting)
    const isFirst = waiting === chosen.size
    left -= share
    waiting -= 1
    const answer = documentBy(writer, share)
    const last = answer.root.children.at(-1)
    if (isFirst && planted !== '' && last?.type === 'paragraph') {
      const text = last.children.at(-1)
      if (text?.type === 'text') text.text += planted
    }
    return { ...section, answer, text: plainText(answer) }
  })
}

/** A UUID version 7 that sorts as the entries do. Its time is made up: some of the entries are older than such ids can tell. */
function idOf(number: number, random: Random): EntryId {
  const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('')
  const time = (Date.UTC(2026, 2, 1) - number * 60_000).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
}
