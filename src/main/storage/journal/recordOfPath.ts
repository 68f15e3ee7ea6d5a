/** Whose file lies at a path inside a journal: in an archive the paths are all there is. */
import type { Day } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import { type DayLogKind, isRecordKind, type Kind, type RecordKind } from '../kinds/recordKind'
import { dayLogNameTells } from '../layout/dayLogName'
import { recordNameTells } from '../layout/recordName'
import { isYearFolder } from '../layout/yearFolder'

export type Owner =
  | { readonly kind: RecordKind; readonly id: RecordId; readonly day: Day | null }
  | { readonly kind: DayLogKind; readonly day: Day }

/** `path` has slashes, and may lie in a folder of what is sealed. Null for a copy of a sync program, and for all that is no record. */
export function recordOfPath(kinds: readonly Kind[], path: string): Owner | null {
  const parts = path.split('/')
  for (const kind of kinds) {
    const isDated = !isRecordKind(kind) || kind.isDated
    const [folder, year] = parts.slice(isDated ? -3 : -2)
    if (folder !== kind.folder || (isDated && !isYearFolder(year ?? ''))) continue
    const name = parts.at(-1) ?? ''
    if (isRecordKind(kind)) {
      const told = recordNameTells(kind, name)
      return told?.ours ? { kind, id: told.id, day: told.day } : null
    }
    const told = dayLogNameTells(name)
    return told?.ours ? { kind, day: told.day } : null
  }
  return null
}
