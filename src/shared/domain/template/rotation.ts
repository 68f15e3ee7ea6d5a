/** Which prompt a rotating place asks: the practice answered longest ago, and of its prompts the one asked longest ago. */
import type { Day } from '../day'
import { type Entry, isAnswered } from '../entry/entry'
import type { Prompt, RotatingPrompt } from './template'

/** As much of an entry as the rotation looks at. */
export type PastPage = Pick<Entry, 'day' | 'sections'>

/**
 * All prompts of a rotating place in the order in which they come up: the first is the day's own, the others follow when the
 * person asks for something else. Each practice comes once before any comes a second time.
 *
 * Depends only on the day and on what the pages before it hold, not on their order: pages of the day itself or later are left
 * out, so that a second page of the day, or an old day's page written today, asks the same. Whatever template it was asked
 * from, a practice counts as answered on the day of its last answered section, and a prompt as asked on the day of its last section.
 * Never is longest ago. Ties go to the practice that stands first in `place.rotates`, and to the prompt that follows its practice's
 * latest one there: so the round goes on even when `pages` reach back less far than a whole round takes.
 */
export function promptsInTurn(place: RotatingPrompt, pages: Iterable<PastPage>, day: Day): readonly Prompt[] {
  const { answered, asked } = lastDays(pages, day)
  const practices = [...new Set(place.rotates.map((prompt) => prompt.practice))]
  const queues = longestAgoFirst(practices, (practice) => answered.get(practice)).map((practice) =>
    promptsOf(
      place.rotates.filter((prompt) => prompt.practice === practice),
      asked,
    ),
  )
  const longest = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: longest }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1))).flat()
}

/** The prompt after `current`, and after the last the first again; null when there is none. An unknown `current` begins anew. */
export function nextPrompt(inTurn: readonly Prompt[], current: string | null): Prompt | null {
  const at = inTurn.findIndex((prompt) => prompt.id === current)
  return inTurn[(at + 1) % inTurn.length] ?? null
}

function promptsOf(prompts: readonly Prompt[], asked: ReadonlyMap<string, Day>): readonly Prompt[] {
  const lastDay = ({ id }: Prompt) => asked.get(id)
  const latest = longestAgoFirst(prompts, lastDay).at(-1)
  // When none was asked yet, the latest is the last of them, and the order stays.
  const after = (latest === undefined ? -1 : prompts.indexOf(latest)) + 1
  return longestAgoFirst([...prompts.slice(after), ...prompts.slice(0, after)], lastDay)
}

function lastDays(pages: Iterable<PastPage>, day: Day) {
  const answered = new Map<string | null, Day>()
  const asked = new Map<string, Day>()
  for (const page of pages) {
    if (page.day >= day) continue
    for (const section of page.sections) {
      if (section.prompt === null) continue
      keepLatest(asked, section.prompt, page.day)
      if (isAnswered(section)) keepLatest(answered, section.practice, page.day)
    }
  }
  return { answered, asked }
}

function keepLatest<K>(days: Map<K, Day>, key: K, day: Day): void {
  const known = days.get(key)
  if (known === undefined || known < day) days.set(key, day)
}

/** Sorting is stable, so that equals stay in their order; '' sorts before every day. */
function longestAgoFirst<T>(items: readonly T[], lastDay: (item: T) => Day | undefined): readonly T[] {
  return items.toSorted((a, b) => {
    const [one, other] = [lastDay(a) ?? '', lastDay(b) ?? '']
    return one < other ? -1 : one > other ? 1 : 0
  })
}
