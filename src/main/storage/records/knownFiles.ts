/** What we know of each entry's file: where it is, and what was there when we last read or wrote it. Never ahead of the disk. */
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { FileFingerprint } from '../../disk/fileFingerprint'
import type { ReadableEntry } from './classifyFiles'
import type { EntryFile } from './entryFiles'

export interface Known {
  readonly revision: number
  /** Null while a first save has not succeeded yet. */
  readonly seen: FileFingerprint | null
  /**
   * When we last kept an earlier state in this run, or began the entry, in milliseconds since the epoch; null when what is there was
   * only read.
   */
  readonly keptAt: number | null
  /** A save that failed may yet have put this there; it is ours, not a stranger's. */
  readonly attempt: { readonly digest: string; readonly base: number } | null
}

export class KnownFiles {
  private readonly files = new Map<EntryId, EntryFile>()
  private readonly known = new Map<EntryId, Known>()

  fileOf(id: EntryId): EntryFile | undefined {
    return this.files.get(id)
  }

  knownOf(id: EntryId): Known | undefined {
    return this.known.get(id)
  }

  locate({ entry, path }: Pick<ReadableEntry, 'entry' | 'path'>): void {
    this.files.set(entry.id, { path, day: entry.day, id: entry.id, ours: true })
  }

  /** After a read. The same revision with other content is another program's fork of ours: the memory stays, so that it is noticed. */
  readFrom(found: ReadableEntry): void {
    this.locate(found)
    const { entry, seen } = found
    const known = this.known.get(entry.id)
    if (known && (this.isFork(found) || known.attempt?.digest === seen.digest)) return
    const same = known?.seen?.digest === seen.digest
    this.known.set(entry.id, {
      revision: entry.revision,
      seen,
      keptAt: same ? known.keptAt : null,
      attempt: same ? known.attempt : null,
    })
  }

  /**
   * The entry as a caller may know it. What a save that failed has put there all the same still counts as its base:
   * nobody was told of the new revision, and the retry begins from the old one.
   */
  shown({ entry, seen }: ReadableEntry): Entry {
    const attempt = this.known.get(entry.id)?.attempt
    return attempt?.digest === seen.digest ? { ...entry, revision: attempt.base } : entry
  }

  isFork({ entry, seen }: ReadableEntry): boolean {
    const known = this.known.get(entry.id)
    return (
      known?.seen != null &&
      known.revision === entry.revision &&
      known.seen.digest !== seen.digest &&
      known.attempt?.digest !== seen.digest
    )
  }

  wrote(entry: Entry, path: string, seen: FileFingerprint, keptAt: number | null): void {
    this.locate({ entry, path })
    this.known.set(entry.id, { revision: entry.revision, seen, keptAt, attempt: null })
  }

  /** What a save that failed has put there all the same is durable by now: it counts. */
  confirmed({ entry, path, seen }: ReadableEntry): void {
    if (this.known.get(entry.id)?.attempt?.digest === seen.digest) this.wrote(entry, path, seen, null)
  }

  failed(id: EntryId, digest: string, base: number): void {
    const known = this.known.get(id) ?? { revision: base, seen: null, keptAt: null }
    this.known.set(id, { ...known, attempt: { digest, base } })
  }

  forget(id: EntryId): void {
    this.files.delete(id)
    this.known.delete(id)
  }
}
