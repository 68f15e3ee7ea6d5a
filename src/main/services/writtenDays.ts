/** Which days have an entry with an answer: read when somebody asks, then known until an entry changes. */
import type { Day } from '#shared/domain/day'
import type { EntryRow } from '#shared/domain/entryRow'

export interface WrittenDays {
  ask(day: Day): Promise<boolean>
  /** The last answer; false before the first. */
  known(day: Day): boolean
  /** Another program may have written on this day: it is read again for the next who asks. */
  forget(day: Day): void
  /** Entries changed: one was saved, or one is gone. */
  changed(saved?: Pick<EntryRow, 'day' | 'firstWords'>): void
  /** Another journal was opened. */
  begin(): void
}

export function createWrittenDays(read: (day: Day) => Promise<boolean>): WrittenDays {
  const asked = new Map<Day, Promise<boolean>>()
  const answers = new Map<Day, boolean>()

  function keep(day: Day, answer: Promise<boolean>): Promise<boolean> {
    asked.set(day, answer)
    // An answer that was overtaken by a change counts no more.
    const isLatest = () => asked.get(day) === answer
    answer.then(
      (isWritten) => void (isLatest() && answers.set(day, isWritten)),
      () => void (isLatest() && asked.delete(day)),
    )
    return answer
  }

  return {
    ask: (day) => asked.get(day) ?? keep(day, read(day)),
    known: (day) => answers.get(day) ?? false,
    forget: (day) => void asked.delete(day),
    changed(saved) {
      // One that was moved to another day says nothing of the day that it left.
      asked.clear()
      if (saved === undefined || saved.firstWords === '') return
      answers.set(saved.day, true)
      void keep(saved.day, Promise.resolve(true))
    },
    begin() {
      asked.clear()
      answers.clear()
    },
  }
}
