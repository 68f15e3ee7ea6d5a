/** What a look through a journal's files found about one of them, and how much it matters. Holds no journal text. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import type { Day, Instant } from '../day'
import type { VersionId } from '../entry/version'
import type { RecordId } from '../record'

export interface Finding {
  readonly kind: /** In its place, and it can't be read. Opening the entry or the day sets it aside. */
    | 'damaged'
    /** It can't be read, and changes while it is looked at. */
    | 'being-written'
    /** Set aside in `quarantine/`, byte for byte. */
    | 'quarantined'
    /** An entry of which there are earlier versions, and no file. */
    | 'missing'
    /** Written by a newer version of the app. */
    | 'newer'
    /** A second file of our own for one entry. */
    | 'duplicate'
    /** Another program's second version of an entry, of a day's captures or of the settings. */
    | 'copy'
    /** Not of this app. */
    | 'foreign'
    /** An answer in the inbox that its page can't take: a newer version of the app wrote one of them. */
    | 'waits'
    /** Another device sealed it, while the journal has no lock any more. */
    | 'sealed'
    /** The key file of another lock: as long as it is not joined with the one that counts, that one can't be turned off. */
    | 'second-lock'
    /** From another device or program, in a journal with a lock: nothing of it is in the journal until the person lets it in. */
    | 'arrived'
    /** A sync program has it, and has not brought it to this computer. */
    | 'elsewhere'
    /** An earlier state lies there than this device has seen. */
    | 'rolled-back'
    /** This device has seen it, and it is gone without having been deleted. */
    | 'gone'
    /** This device has seen the newest earlier state of it, and neither that nor a newer one is there. */
    | 'versions-gone'
    /** The disk or its rights stand in the way. */
    | 'unreachable'
  /** Relative to the journal's folder, with slashes. */
  readonly file: string
  readonly day: Day | null
  /** The name of the kind of record that lies in it, where that is known. */
  readonly recordKind: string | null
  readonly record: RecordId | null
  /** Where the file is an earlier state of it. */
  readonly version: VersionId | null
  /** What the app did: `left` it where it is, `aside` put it away, or `replaced` it by what can be read. */
  readonly done: 'left' | 'aside' | 'replaced'
  /** Whether an earlier version of the entry can be read and brought back. */
  readonly canReturn: boolean
  /** With `arrived`: since when it waits. */
  readonly since?: Instant
}

/**
 * `trouble`: words are out of reach. `choice`: all is there, and waits to be settled. `arrived`: it waits to be let in. `note`: nothing to be done.
 */
export type Concern = 'trouble' | 'choice' | 'arrived' | 'note'

export function concernOf({ kind, done }: Finding): Concern {
  if (kind === 'foreign' || (kind === 'quarantined' && done === 'replaced')) return 'note'
  if (kind === 'arrived') return kind
  return ['copy', 'duplicate', 'second-lock', 'rolled-back', 'gone', 'versions-gone'].includes(kind)
    ? 'choice'
    : 'trouble'
}

/** As findings name a file in quarantine; leads nowhere else. */
export const quarantinedFileSchema = z.string().regex(/^quarantine\/[^/\\:\p{Cc}]{1,250}\.json$/u)
export type QuarantinedFile = z.infer<typeof quarantinedFileSchema>

/** As findings name a file that waits to be let in: where the app put it, or in an inbox. */
export const arrivedFileSchema = z
  .string()
  .max(2_000)
  .regex(/^(?:quarantine\/arrivals\/[0-9a-f]{24}|[a-z-]{1,40}\/inbox)\/[^\\\p{Cc}]+$/u)
export type ArrivedFile = z.infer<typeof arrivedFileSchema>

/** The path that it lay at. */
export function pathOfArrived(file: ArrivedFile): string {
  return file.replace(/^quarantine\/arrivals\/[0-9a-f]{24}\//, '')
}
