/** Whose file lies at a path inside a journal: in an archive the paths are all there is. */
import type { Day } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import { sealedName } from '../encryption/files/encryptedLayout'
import { type DayLogKind, isRecordKind, type Kind, type RecordKind } from '../kinds/recordKind'
import { dayLogNameTells } from '../layout/dayLogName'
import { recordNameTells } from '../layout/recordName'
import { isYearFolder } from '../layout/yearFolder'

export type Owner =
  | { readonly kind: RecordKind; readonly id: RecordId; readonly day: Day | null }
  | { readonly kind: DayLogKind; readonly day: Day }

/**
 * `path` has slashes, and may lie among what is sealed. Null for a copy of a sync program, and for all that is no record: also for what lies under a
 * record's path in another folder, as what waits for the person does.
 */
export function recordOfPath(kinds: readonly Kind[], path: string): Owner | null {
  const [first, ...others] = path.split('/')
  const [folder, ...rest] = first === sealedName ? others : [first, ...others]
  const name = rest.at(-1) ?? ''
  for (const kind of kinds) {
    if (folder !== kind.folder) continue
    const isDated = !isRecordKind(kind) || kind.isDated
    if (rest.length !== (isDated ? 2 : 1) || (isDated && !isYearFolder(rest[0] ?? ''))) continue
    if (isRecordKind(kind)) {
      const told = recordNameTells(kind, name)
      return told?.ours ? { kind, id: told.id, day: told.day } : null
    }
    const told = dayLogNameTells(name)
    return told?.ours ? { kind, day: told.day } : null
  }
  return null
}
