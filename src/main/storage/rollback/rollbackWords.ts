/** The form of what went back or is gone, as a notice and as a finding. */
import type { Notice } from '#shared/contract/health'
import { isDay } from '#shared/domain/day'
import type { Finding } from '#shared/domain/health/finding'
import { dayLogFolder } from '../dayLogs/dayLogFiles'
import { type JournalFolder, settingsName } from '../layout/journalFolder'
import { recordPlace } from '../records/recordFiles'
import { partsOf, type StateKey } from '../records/statePlace'
import type { ToldState } from './seenStates'

/** Null for a kind that this app does not have. */
export function noticeOf(folder: JournalFolder, key: StateKey, told: ToldState): Notice | null {
  const found = findingOf(folder, key, told)
  if (found === null) return null
  const { file, day, recordKind, record } = found
  return {
    kind: told.isGone ? 'gone' : 'rolled-back',
    file,
    day,
    restored: false,
    ...(recordKind !== null && { recordKind }),
    ...(record !== null && { record }),
  }
}

/** All that may have been raised of it: told as gone, it may lie there again in an earlier state. */
export function noticesOf(folder: JournalFolder, key: StateKey, told: ToldState): readonly Notice[] {
  return [true, false].flatMap((isGone) => noticeOf(folder, key, { ...told, isGone }) ?? [])
}

export function findingOf(folder: JournalFolder, key: StateKey, { day, isGone }: ToldState): Finding | null {
  const common = { version: null, done: 'left', canReturn: false, kind: isGone ? 'gone' : 'rolled-back' } as const
  const parts = partsOf(key)
  if (parts === null) return { ...common, file: settingsName, day: null, recordKind: null, record: null }
  const { kind: recordKind, of } = parts
  const record = folder.recordKinds.find(({ name }) => name === recordKind)
  if (record) return { ...common, file: recordPlace(record, day ?? '', of).join('/'), day, recordKind, record: of }
  const log = folder.dayLogKinds.find(({ name }) => name === recordKind)
  if (!log || !isDay(of)) return null
  return { ...common, file: [...dayLogFolder(log, of), `${of}.json`].join('/'), day: of, recordKind, record: null }
}
