/** Looks at the files of a day log: each day's, and what lies beside it. */
import type { Finding } from '#shared/domain/health/finding'
import { allDayLogFiles, dayLogPath } from '../dayLogs/dayLogFiles'
import { DurableAdapter } from '../format/DurableAdapter'
import type { DayLogKind } from '../kinds/recordKind'
import { finding, type Look, troubleOf } from './look'

export async function* dayLogFindings(look: Look, kind: DayLogKind): AsyncGenerator<Finding> {
  const { folder } = look
  for (const { day, own, copies } of await allDayLogFiles(folder, kind)) {
    const about = { recordKind: kind.name, day }
    const path = dayLogPath(folder, kind, day)
    const trouble = own ? await troubleOf(look, path, kind.format) : undefined
    if (trouble) yield finding(look, trouble, path, about)
    for (const copy of copies) {
      look.looked()
      const isCopy = await new DurableAdapter(folder.disk, copy, kind.format).read().then(
        (found) => found?.day === day,
        () => false,
      )
      yield finding(look, isCopy ? 'copy' : 'foreign', copy, about)
    }
  }
}
