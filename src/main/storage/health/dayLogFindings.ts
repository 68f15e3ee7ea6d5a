/** Looks at the files of a day log: each day's, and what lies beside it. */
import type { Finding } from '#shared/domain/health/finding'
import { allDayLogFiles, dayLogPath } from '../dayLogs/dayLogFiles'
import type { DayLogKind } from '../kinds/recordKind'
import { finding, type Look, readOrTrouble, troubleOf } from './look'

export async function* dayLogFindings(look: Look, kind: DayLogKind): AsyncGenerator<Finding> {
  const { folder } = look
  for (const { day, own, copies } of await allDayLogFiles(folder, kind)) {
    const about = { recordKind: kind.name, day }
    const path = dayLogPath(folder, kind, day)
    const trouble = own ? await troubleOf(look, path, kind.format) : undefined
    if (trouble) yield finding(look, trouble, path, about)
    for (const copy of copies) {
      const found = await readOrTrouble(look, copy, kind.format)
      const isCopy = found !== null && typeof found === 'object' && found.day === day
      yield finding(look, found === 'newer' ? found : isCopy ? 'copy' : 'foreign', copy, about)
    }
  }
}
