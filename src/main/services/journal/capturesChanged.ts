/** What the library and the page get to know when a day has other captures on the disk. */
import type { Day } from '#shared/domain/day'
import type { Emit } from '../app/appEvents'
import type { Library } from '../ports/library'

export function capturesChanged(library: Pick<Library, 'logChanged'>, emit: Emit): (day: Day) => void {
  return (day) => {
    library.logChanged('capture', day)
    emit('capturesChanged', { day })
  }
}
