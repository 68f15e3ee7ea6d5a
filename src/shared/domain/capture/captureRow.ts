/** What the list shows of a capture. */

import { firstWordsOf, type RecordRow } from '../record'
import type { Capture, CaptureKind } from './capture'

export interface CaptureRow extends RecordRow {
  readonly kind: 'capture'
  readonly captureKind: CaptureKind
}

export function isCaptureRow(row: RecordRow): row is CaptureRow {
  return row.kind === 'capture'
}

export function captureRow({ id, day, created, kind, text }: Capture): CaptureRow {
  return {
    kind: 'capture',
    id,
    day,
    createdAt: created.at,
    zone: created.zone,
    updatedAt: created.at,
    captureKind: kind,
    title: '',
    starred: false,
    revision: 1,
    firstWords: firstWordsOf(text),
    practices: [],
  }
}
