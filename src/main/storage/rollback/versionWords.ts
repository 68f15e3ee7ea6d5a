/** The form of versions that were taken away, as a notice and as findings: one for a record, and one for all where there are more. */
import type { Notice } from '#shared/contract/health'
import type { Day } from '#shared/domain/day'
import type { Finding } from '#shared/domain/health/finding'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { partsOf, type StateKey } from '../records/statePlace'

type DayOf = (key: StateKey) => Day | null

/** Of a kind that this app does not have there is none. */
export function versionFindings(folder: JournalFolder, keys: readonly StateKey[], dayOf: DayOf): readonly Finding[] {
  return folder.recordKinds.flatMap((kind) => {
    const own = keys.filter((key) => partsOf(key)?.kind === kind.name)
    const [first, ...more] = own
    if (first === undefined) return []
    const record = more.length > 0 ? null : (partsOf(first)?.of ?? null)
    const day = record === null ? null : dayOf(first)
    const common = { kind: 'versions-gone', version: null, done: 'left', canReturn: false } as const
    return [{ ...common, file: fileOf(kind, record), day, recordKind: kind.name, record }]
  })
}

export function versionNotices(folder: JournalFolder, keys: readonly StateKey[], dayOf: DayOf): readonly Notice[] {
  return versionFindings(folder, keys, dayOf).map(({ file, day, recordKind, record }) => ({
    kind: 'versions-gone',
    file,
    day,
    restored: false,
    ...(recordKind !== null && { recordKind }),
    ...(record !== null && { record }),
  }))
}

/** Of the notices that this record may have. */
export function versionNoticeFiles(folder: JournalFolder, key: StateKey): readonly string[] {
  const parts = partsOf(key)
  const kind = folder.recordKinds.find(({ name }) => name === parts?.kind)
  return kind && parts ? [fileOf(kind, parts.of), fileOf(kind, null)] : []
}

function fileOf({ versions }: RecordKind, record: string | null): string {
  return [...versions, ...(record === null ? [] : [record])].join('/')
}
