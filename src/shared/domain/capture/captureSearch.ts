/** Captures among the entries of a search: rows whose template says that they are no entry's. */

import type { EntryRow } from '../entry/entryRow'
import { type CaptureKind, captureKinds } from './capture'

/** No template has such an id: they have no colon. */
const prefix = 'capture:'

const kinds = new Map(captureKinds.map((kind) => [`${prefix}${kind}`, kind]))

/** The kind of capture that a found row stands for; null for an entry's. */
export function captureKindOf({ template }: Pick<EntryRow, 'template'>): CaptureKind | null {
  return kinds.get(template) ?? null
}

export function captureTemplate(kind: CaptureKind): string {
  return `${prefix}${kind}`
}
