/** Of several pages the one that was written on last. */
import type { Entry } from './entry'

export function lastWritten(pages: readonly Entry[], fits: (page: Entry) => boolean = () => true): Entry | undefined {
  return pages
    .filter(fits)
    .toSorted((a, b) => (a.updated.at < b.updated.at ? -1 : 1))
    .at(-1)
}
