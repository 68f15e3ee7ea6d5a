/** What the journal’s files have to say. */
import type { Day } from '../../domain/day'
import type { EntryId } from '../../domain/entry/entry'
import type { Finding } from '../../domain/health/finding'

/** Something the person should know about a file, with what was done about it. Holds no journal text. */
export interface Notice {
  readonly kind:
    | 'quarantined'
    | 'newer'
    | 'duplicate'
    | 'unreachable'
    | 'copy'
    | 'merged'
    | 'superseded'
    | 'full'
    | 'waits'
  readonly file: string
  readonly day: Day | null
  readonly restored: boolean
  /** With `copy`: the entry that another program left a second version of. */
  readonly entry?: EntryId
}

/** What a look through all files found. */
export interface Health {
  /** What matters most first; no more than a page can show. */
  readonly findings: readonly Finding[]
  readonly total: number
  /** Files that were looked at. */
  readonly files: number
}
