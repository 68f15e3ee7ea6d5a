/** Narrows the list, with or without a search. */
import type { CaptureKind } from '../capture/capture'
import { isCaptureRow } from '../capture/captureRow'
import { isEntryRow } from '../entry/entryRow'
import type { PracticeId } from '../practice/practice'
import type { RecordRow } from '../record'

export interface ListFilter {
  /** Only starred entries; false leaves all. */
  readonly starred: boolean
  /** Only entries with an answered question of this practice. */
  readonly practice: PracticeId | null
  readonly template: string | null
  /** Only captures of this kind. */
  readonly kind: CaptureKind | null
}

export const noFilter: ListFilter = { starred: false, practice: null, template: null, kind: null }

/** All that is asked for must hold. */
export function matchesFilter(row: RecordRow, { starred, practice, template, kind }: ListFilter): boolean {
  return (
    (!starred || row.starred) &&
    (practice === null || row.practices.includes(practice)) &&
    (template === null || (isEntryRow(row) && row.template === template)) &&
    (kind === null || (isCaptureRow(row) && row.captureKind === kind))
  )
}
