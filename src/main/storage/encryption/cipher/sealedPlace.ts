/** For what a file at a place has to be sealed, and what else is taken for it there. */
import { basename, relative, sep } from 'node:path'
import type { Kind } from '../../kinds/recordKind'
import { isInInbox } from '../../layout/inboxes'
import { folderNames } from '../../layout/journalFolder'
import { subjectOf } from '../../layout/subjectOf'

export interface SealedPlace {
  /** What is sealed for another one is not opened. */
  readonly subject: string
  /** Also what is sealed for another subject, and the old form: where bytes are only looked at, and never shown as a record. */
  readonly takesAny?: boolean
  /** Also what was sealed to the journal's public key, as anybody may. */
  readonly takesLeft?: boolean
  /** Also the form that says nothing of its subject: in folders of this device, which no sync program and nobody else writes into. */
  readonly takesOldForm?: boolean
}

export type PlaceOf = (path: string) => SealedPlace

/** `names` is the path inside the folder of what is sealed. */
export function sealedPlace(kinds: readonly Kind[], names: readonly string[]): SealedPlace {
  return {
    subject: subjectOf(kinds, names),
    takesAny: names[0] === folderNames.quarantine,
    takesLeft: isInInbox(kinds, names),
  }
}

/** For paths below `root`, the folder of what is sealed. */
export function placesBelow(root: string, kinds: readonly Kind[]): PlaceOf {
  return (path) => sealedPlace(kinds, relative(root, path).split(sep))
}

/** Of a page, on this device. */
export const draftPlace: SealedPlace = { subject: 'draft', takesLeft: true, takesOldForm: true }
/** What stood in the field of quick capture, on this device. */
export const quickCapturePlace: SealedPlace = { subject: 'quick capture', takesLeft: true, takesOldForm: true }
/** For files of one purpose in a folder of this device, each of its own. */
export function onDevice(purpose: string): PlaceOf {
  return (path) => ({ subject: `${purpose} ${basename(path)}`, takesOldForm: true })
}

/** A block of the index's cache. */
export const cachePlace: SealedPlace = { subject: 'index' }
