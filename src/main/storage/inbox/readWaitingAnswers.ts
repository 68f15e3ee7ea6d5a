/** The answers that wait in the inbox, as they will stand on their pages: for reading without the process lock. */
import { pageOfAnswer, placeAnswer } from '#shared/document/placeAnswer'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'

export interface Waiting {
  /** By the page they belong to. */
  readonly on: ReadonlyMap<EntryId, readonly WaitingAnswer[]>
  /** Pages that are not stored yet. */
  readonly pages: readonly Entry[]
}

/** `isStored`: whether a page has a file; `begun`: the id of the day's last page from that template, for an answer whose page has none. */
export async function sortWaiting(
  answers: readonly WaitingAnswer[],
  isStored: (id: EntryId) => boolean,
  begun: (answer: WaitingAnswer) => Promise<EntryId | undefined>,
): Promise<Waiting> {
  const on = new Map<EntryId, WaitingAnswer[]>()
  const pages = new Map<EntryId, Entry>()
  for (const answer of answers) {
    const id = isStored(answer.entry) ? answer.entry : ((await begun(answer)) ?? idAmong(pages, answer))
    const ofPage = on.get(id) ?? []
    on.set(id, ofPage)
    ofPage.push(answer)
    if (!isStored(id) && !pages.has(id)) pages.set(id, pageOfAnswer(answer))
  }
  return { on, pages: [...pages.values()] }
}

/** The first answer of a day's page begins it, whatever page its writer knew. */
function idAmong(pages: ReadonlyMap<EntryId, Entry>, { entry, day, template }: WaitingAnswer): EntryId {
  if (pages.has(entry)) return entry
  return [...pages.values()].find((page) => page.day === day && page.template === template)?.id ?? entry
}

/** The page with them. */
export function withWaiting(page: Entry, answers: readonly WaitingAnswer[] = []): Entry {
  return answers.reduce((entry, answer) => {
    const next = placeAnswer(entry, answer)
    return next ? { ...next, updated: answer.created } : entry
  }, page)
}
