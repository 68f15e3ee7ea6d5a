/** What a day is once another file of it was looked at: by the saves in each, and where those say nothing, or each has some that the other lacks, all of both. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { LoggedRecord, StoredLog } from '#shared/domain/record'
import type { DayLogKind } from '../kinds/recordKind'
import { contentHash, heldBy, relationOf, sameContent, united } from '../records/lineage'

/** `ours` itself when there is nothing new in `theirs`. What it says follows from the two alone, so that two devices come to rest. */
export function joinedLog<L extends StoredLog, R extends LoggedRecord>(kind: DayLogKind<L, R>, ours: L, theirs: L): L {
  // Nothing was saved here yet.
  if (ours.revision === 0 && kind.recordsOf(ours).length === 0) return theirs
  const relation = relationOf(kind, ours, theirs)
  if (relation === 'continues' || relation === 'same') return ours
  if (relation === 'continued') return theirs
  const merged = kind.merge(ours, theirs)
  const later = Math.max(ours.revision, theirs.revision)
  // The number never falls behind one that was seen: it tells an earlier file that is put back.
  if (relation === 'uncounted' && isDeepStrictEqual(merged, ours))
    return later > ours.revision ? { ...ours, revision: later } : ours
  if (relation === 'uncounted') return { ...merged, revision: later + 1 }
  const saves = united(heldBy(kind, ours), heldBy(kind, theirs))
  if (isDeepStrictEqual(saves, ours.saves) && sameContent(kind, merged, ours)) return ours
  const records = kind.recordsOf(merged).toSorted(kind.compare)
  return { ...kind.withRecords(merged, records), revision: later + 1, saves, hash: contentHash(kind, merged) }
}
