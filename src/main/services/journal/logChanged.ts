/** What the library and the page get to know when a day of records that share a file is different on the disk. */
import type { Day } from '#shared/domain/day'
import type { Emit } from '../app/appEvents'
import type { Library } from '../ports/library'

export function logChanged(library: Pick<Library, 'logChanged'>, emit: Emit): (kind: string, day: Day) => void {
  return (kind, day) => {
    library.logChanged(kind, day)
    // The margin of a page shows captures; of others only the list and the search know, and these hear it from the library.
    if (kind === 'capture') emit('capturesChanged', { day })
  }
}
