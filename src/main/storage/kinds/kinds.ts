/** The one list of record kinds. Whatever walks a journal asks it: a kind that is added here is found, indexed, backed up, sealed and looked after. */
import { captureKind } from './captureKind'
import { entryKind } from './entryKind'
import type { Kind } from './recordKind'

export const kinds: readonly Kind[] = [entryKind, captureKind]
