/** How earlier states of a record are named: `<its kind's versions>/<id>/<revision>-<instant>.json`, and `copy-…` before it for what a sync program left. */
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import { instantName, instantNamePattern, instantOfName } from '../../disk/instantName'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { type Dated, newestFirst } from '../safekeeping/versionRetention'

export interface VersionFile extends Dated {
  readonly name: string
  /** A sync program had left it beside the record. */
  readonly isCopy: boolean
}

// The last part is there only when a revision was kept twice in one millisecond.
const namePattern = new RegExp(`^(copy-)?(\\d{1,15})-(${instantNamePattern})(?:-[0-9a-f]{8})?\\.json$`)

export interface VersionFiles {
  /** Newest first. */
  readonly earlier: readonly VersionFile[]
  /** Of sync programs, the latest put away first. */
  readonly copies: readonly VersionFile[]
  /** Whatever else lies there. */
  readonly foreign: readonly string[]
}

export async function versionFilesOf(
  folder: JournalFolder,
  { versions }: Pick<RecordKind, 'versions'>,
  id: RecordId,
): Promise<VersionFiles> {
  const [earlier, copies, foreign]: [VersionFile[], VersionFile[], string[]] = [[], [], []]
  for (const { name, kind } of await folder.list(...versions, id)) {
    const told = kind === 'file' ? versionNameTells(name) : undefined
    if (!told) foreign.push(name)
    else if (told.isCopy) copies.push(told)
    else earlier.push(told)
  }
  return { earlier: earlier.sort(newestFirst), copies: copies.sort(latestName), foreign }
}

export function versionName(revision: number, at: Instant): string {
  return `${revision}-${instantName(at)}.json`
}

/** For a name that may be taken. */
export function uniqueVersionName(revision: number, at: Instant): string {
  return `${revision}-${instantName(at)}-${uuid().slice(0, 8)}.json`
}

export function copyVersionName(revision: number, at: Instant): string {
  return `copy-${uniqueVersionName(revision, at)}`
}

/** Undefined for a name that no version has. */
export function versionNameTells(name: string): VersionFile | undefined {
  const [, copy, revision, instant] = namePattern.exec(name) ?? []
  const at = instant === undefined ? undefined : instantOfName(instant)
  return at === undefined ? undefined : { name, revision: Number(revision), at, isCopy: copy !== undefined }
}

function latestName(a: VersionFile, b: VersionFile): number {
  return a.name < b.name ? 1 : -1
}
