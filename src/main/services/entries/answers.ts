/** Brings answers that were written outside of the window to their pages, each once. */
import { createSerialQueue } from '#shared/async/serialQueue'
import { pageOfAnswer, placeAnswer } from '#shared/document/placeAnswer'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { lastWritten } from '#shared/domain/entry/lastWritten'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'
import { Failure, type FailureCode } from '#shared/domain/failure'

import type { AnswerInbox } from '../ports/answerInbox'
import type { Clock } from '../ports/clock'
import type { EntryStore } from '../ports/recordStore'

/** A page that is being written on changes once or twice while an answer is put there, not more often. */
const mostTries = 5

/** The page or the answer is of a newer version of the app, or the page has no room: nothing that passes while the app runs. */
const lasting: ReadonlySet<FailureCode> = new Set(['newer-schema', 'unreadable', 'too-large'])

export interface AnswersNeeds {
  readonly clock: Clock
  readonly newId: () => EntryId
  /** Throws why the journal is not open. */
  forReading(): { readonly answers: AnswerInbox }
  forWriting(): Promise<{ readonly answers: AnswerInbox; readonly entries: EntryStore }>
  /** Lets the window store what it holds. */
  flush(): Promise<unknown>
  /** The page has another answer, and the disk has it. */
  placed(entry: Entry): void
}

export interface Answers {
  /** Never throws: what can't be put on its page now waits for the next look. */
  look(): Promise<void>
}

export function createAnswers(needs: AnswersNeeds): Answers {
  const { forReading, forWriting, flush, placed } = needs
  const queue = createSerialQueue()
  /** Of each journal that was opened, those that no later look could bring to their page either. They are tried again when it is opened anew. */
  const left = new WeakMap<AnswerInbox, Set<EntryId>>()

  function leftIn(inbox: AnswerInbox): Set<EntryId> {
    const known = left.get(inbox) ?? new Set()
    left.set(inbox, known)
    return known
  }

  async function placeWaiting(): Promise<void> {
    const inbox = forReading().answers
    if ((await inbox.waiting(leftIn(inbox))).length === 0) return
    // A page that the window began meanwhile is the one to write on.
    await flush()
    const { answers, entries } = await forWriting()
    const known = leftIn(answers)
    for (const waiting of await answers.waiting(known)) {
      try {
        const changed = await put(waiting, entries, needs)
        await answers.remove(waiting.id)
        if (changed) placed(changed)
      } catch (error) {
        // It stays where it is, and keeps no other from its page.
        if (!(error instanceof Failure) || !lasting.has(error.code)) continue
        known.add(waiting.id)
        answers.leave(waiting)
      }
    }
  }

  return {
    look: () => queue.add(placeWaiting).catch(() => undefined),
  }
}

/** Resolves with the page, or null when the answer is there already. */
async function put(
  waiting: WaitingAnswer,
  entries: EntryStore,
  { clock, newId }: Pick<AnswersNeeds, 'clock' | 'newId'>,
): Promise<Entry | null> {
  for (let tries = 1; ; tries += 1) {
    const page = await pageFor(waiting, entries, newId)
    const next = placeAnswer(page, waiting)
    if (next === null) return null
    const saved = { ...next, updated: clock.now(), revision: page.revision + 1 }
    try {
      await entries.save(saved, page.revision)
      return saved
    } catch (error) {
      const isConflict = error instanceof Failure && error.code === 'conflict'
      if (!isConflict || tries === mostTries) throw error
    }
  }
}

/** The page it was written on; when that is not stored, the day's last one from the same template; else a new one. */
async function pageFor(waiting: WaitingAnswer, entries: EntryStore, newId: () => EntryId): Promise<Entry> {
  const { entry: id, day, template } = waiting
  const stored = await readIfThere(entries, id, day)
  if (stored) return stored
  const began = lastWritten(await entries.ofDay(day), (entry) => entry.template === template)
  if (began) return began
  const isTrashed = (await entries.trashed()).some(({ record }) => record.id === id)
  return { ...pageOfAnswer(waiting), ...(isTrashed && { id: newId() }) }
}

async function readIfThere(entries: EntryStore, id: EntryId, day: Day): Promise<Entry | null> {
  try {
    return await entries.read(id, day)
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return null
    throw error
  }
}
