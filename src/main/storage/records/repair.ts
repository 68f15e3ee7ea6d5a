/** Puts right what was found wrong about an entry's files: one own file for each id, copies beside it looked at, damage to the quarantine, the last good copy in its place. */
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { maxDocumentBytes } from '../format/fileFormat'
import type { JournalContext } from '../safekeeping/journalContext'
import { classifyFiles, type Findings, type ReadableEntry } from './classifyFiles'
import { conflictedCopies } from './conflictedCopies'
import type { EntryFile } from './entryFiles'
import { loadEntry } from './loadEntry'

/** What is left to show of an entry; undefined with `newer` or `unreachable` when it is there but not ours to touch. */
export interface Repaired {
  readonly found: ReadableEntry | undefined
  readonly findings: Findings
  /** Of another content, left by other programs: they wait for a person's choice. */
  readonly copies: readonly ReadableEntry[]
}

/** To be run under the entry's id in the journal's queue. */
export async function repair(journal: JournalContext, id: EntryId, files: readonly EntryFile[]): Promise<Repaired> {
  const findings = await classifyFiles(journal.folder.disk, files)
  const { newer, unreachable, damaged, lower } = findings
  for (const file of newer) tell(journal, 'newer', file.path, file.day, false)
  // A newer app's file is the entry; the older ones beside it are that app's to settle.
  if (newer.length > 0) return { found: undefined, findings, copies: [] }
  let { best } = findings
  // While one of them can't be read, nobody knows which is the highest revision.
  if (unreachable.length === 0) for (const loser of lower) await setAside(journal, loser)
  for (const file of damaged) {
    if (best) await takeAway(journal, file, true)
    else best = await replaced(journal, id, file)
  }
  for (const { path } of unreachable) tell(journal, 'unreachable', path, dayOfName(files, path), false)
  // While a file can't be read, nobody knows what the others say anew.
  const copies = best && unreachable.length === 0 ? await conflictedCopies(journal, best, findings.copies) : []
  return { found: best, findings, copies }
}

async function setAside(journal: JournalContext, { entry, path }: ReadableEntry): Promise<void> {
  try {
    await journal.lock.hold()
    await journal.versions.accept(entry.id, entry.revision, path, journal.clock.instant())
    tell(journal, 'duplicate', path, entry.day, false)
  } catch {
    // It stays where it is, and the next look finds it again; the higher revision is shown all the same.
  }
}

async function takeAway(journal: JournalContext, file: EntryFile, restored: boolean): Promise<void> {
  try {
    await journal.lock.hold()
    await journal.quarantine.take(file.path, journal.clock.instant())
    tell(journal, 'quarantined', file.path, file.day, restored)
  } catch {
    tell(journal, 'unreachable', file.path, file.day, restored)
  }
}

/** The last good copy, in place of the damaged file; when the disk refuses, it is shown and the file stays. */
async function replaced(journal: JournalContext, id: EntryId, file: EntryFile): Promise<ReadableEntry | undefined> {
  const version = await journal.versions.newestReadable(id).catch(() => 'unreachable' as const)
  if (version === 'unreachable') {
    // Taken away now, the file would leave no sign that a copy is to take its place.
    tell(journal, 'unreachable', file.path, file.day, false)
    return undefined
  }
  if (!version) {
    await takeAway(journal, file, false)
    return undefined
  }
  const { disk } = journal.folder
  const good = { ...version, path: file.path }
  try {
    await journal.lock.hold()
    const { bytes } = await disk.files.read(version.path, maxDocumentBytes)
    await journal.quarantine.replace(file.path, bytes, journal.clock.instant())
    tell(journal, 'quarantined', file.path, file.day, true)
  } catch {
    tell(journal, 'unreachable', file.path, file.day, true)
    return good
  }
  const loaded = await loadEntry(disk, file.path)
  return loaded.kind === 'entry' ? loaded : good
}

function tell(
  { notices, folder }: JournalContext,
  kind: 'quarantined' | 'newer' | 'duplicate' | 'unreachable',
  path: string,
  day: Day | null,
  restored: boolean,
): void {
  notices.tell({ kind, file: folder.nameOf(path), day, restored })
}

function dayOfName(files: readonly EntryFile[], path: string): Day | null {
  return files.find((file) => file.path === path)?.day ?? null
}
