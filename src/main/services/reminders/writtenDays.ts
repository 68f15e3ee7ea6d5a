/** From which templates a day has pages with an answer: read at the first question, then known until an entry changes. */
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { EntryRow } from '#shared/domain/entry/entryRow'

export interface WrittenDays {
  /** The templates, each once. */
  ask(day: Day): Promise<readonly string[]>
  /** The last answer; none before the first. */
  known(day: Day): readonly string[]
  /** Another program may have written on this day: it is read again for the next who asks. */
  forget(day: Day): void
  /** Entries changed: one was saved, or one is gone. */
  changed(saved?: Pick<EntryRow, 'id' | 'day' | 'template' | 'firstWords'>): void
  /** Another journal was opened. */
  begin(): void
}

export function createWrittenDays(read: (day: Day) => Promise<readonly string[]>): WrittenDays {
  const asked = new Map<Day, Promise<readonly string[]>>()
  const answers = new Map<Day, readonly string[]>()
  /** Days whose answer is of the disk as it is. */
  const current = new Set<Day>()
  const dayOfSaved = new Map<EntryId, Day>()

  function keep(day: Day, answer: Promise<readonly string[]>): Promise<readonly string[]> {
    asked.set(day, answer)
    // An answer that was overtaken by a change counts no more.
    const isLatest = () => asked.get(day) === answer
    answer.then(
      (templates) => {
        if (!isLatest()) return
        answers.set(day, templates)
        current.add(day)
      },
      () => void (isLatest() && asked.delete(day)),
    )
    return answer
  }

  const known = (day: Day) => answers.get(day) ?? []

  function forget(day: Day): void {
    asked.delete(day)
    current.delete(day)
  }

  return {
    ask: (day) => asked.get(day) ?? keep(day, read(day)),
    known,
    forget,
    changed(saved) {
      const isCurrent = saved !== undefined && current.has(saved.day)
      // One that may have been moved says nothing of the day that it left.
      if (saved !== undefined && dayOfSaved.get(saved.id) === saved.day) forget(saved.day)
      else {
        asked.clear()
        current.clear()
      }
      if (saved === undefined) return
      dayOfSaved.set(saved.id, saved.day)
      if (saved.firstWords === '') return
      const templates = [...new Set([...known(saved.day), saved.template])]
      answers.set(saved.day, templates)
      // Of the others of its day only what was known before the save.
      if (isCurrent) void keep(saved.day, Promise.resolve(templates))
    },
    begin() {
      asked.clear()
      answers.clear()
      current.clear()
      dayOfSaved.clear()
    },
  }
}
