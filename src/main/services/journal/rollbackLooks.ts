/** When what the library knows of the files is compared with what was seen before: once all is read, a while after changes, and again while something is in doubt. */
import { coalesce } from '../../async/coalesce'
import type { Library } from '../ports/library'
import type { Journal } from './journal'

/** Milliseconds: a page that is written on is not looked at with each save. */
const soonMs = 10_000

export interface RollbackLooksNeeds {
  readonly journal: Pick<Journal, 'trouble' | 'isOpen' | 'forReading'>
  readonly library: () => Pick<Library, 'states'>
  /** Whether the library has read all files of this journal. */
  readonly isRead: () => boolean
  /** Runs it later, unless the app has ended by then. */
  readonly later?: (milliseconds: number, work: () => void) => void
}

export interface RollbackLooks {
  /** Never rejects. */
  now(): Promise<void>
  soon(): void
}

export function createRollbackLooks({
  journal,
  library,
  isRead,
  later = unreferenced,
}: RollbackLooksNeeds): RollbackLooks {
  const now = coalesce(look, () => undefined)
  const soon = oncePending(later, () => void now())
  const again = oncePending(later, () => void now())

  async function look(): Promise<void> {
    if (journal.trouble !== null || !journal.isOpen || !isRead()) return
    const { rollbacks } = journal.forReading()
    for (let isLast = false; !isLast; ) {
      const found = await library().states()
      const wait = await rollbacks.look(found)
      if (wait !== null) again(wait)
      isLast = found.isLast
    }
  }

  return { now, soon: () => soon(soonMs) }
}

/** Asked for again before it has run, it still runs once. */
function oncePending(
  later: NonNullable<RollbackLooksNeeds['later']>,
  work: () => void,
): (milliseconds: number) => void {
  let isPending = false
  return (milliseconds) => {
    if (isPending) return
    isPending = true
    later(milliseconds, () => {
      isPending = false
      work()
    })
  }
}

function unreferenced(milliseconds: number, work: () => void): void {
  setTimeout(work, milliseconds).unref()
}
