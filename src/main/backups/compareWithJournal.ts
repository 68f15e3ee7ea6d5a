/** What going back to a backup would change: compared file by file, and read only where the bytes differ. */
import { type ComparedEntry, type Comparison, type EntryFate, mostCompared } from '#shared/domain/backup/backup'
import type { Capture } from '#shared/domain/capture/capture'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { entryRow } from '#shared/domain/entry/entryRow'
import { errorCode } from '../disk/files'
import type { RawDisk } from '../disk/rawFiles'
import { captureDayFormat, captureNameTells } from '../storage/dayLogs/captureFiles'
import { decoded, type FileFormat, maxDocumentBytes } from '../storage/format/fileFormat'
import { entryNameTells } from '../storage/records/entryFiles'
import { entryFormat } from '../storage/records/entryFormat'
import { sameContent } from '../storage/records/sameContent'
import { hashOf } from './hashes'
import { journalFiles } from './journalFiles'
import { type Archive, openArchive } from './openArchive'

/** A file of one side. */
interface Side {
  readonly path: string
  /** Known without reading it on the archive's side only. */
  readonly sha256: string | null
  /** Null for what can't be read now. */
  read(): Promise<Uint8Array | null>
}

type Both = { readonly past: Side | undefined; readonly present: Side | undefined }

export async function compareWithJournal(disk: RawDisk, file: string, journal: string): Promise<Comparison> {
  const archive = await openArchive(disk, file)
  try {
    const [past, present] = [inArchive(archive), await inJournal(disk, journal)]
    const entries: ComparedEntry[] = []
    const counts: Record<EntryFate, number> = { returns: 0, changes: 0, newer: 0, goes: 0 }
    for (const [id, both] of pairs(past, present, entryKey)) {
      const compared = await comparedEntry(id, both)
      if (compared === null) continue
      counts[compared.fate] += 1
      if (entries.length < mostCompared) entries.push(compared)
    }
    const captures = { returns: 0, changes: 0, goes: 0 }
    for (const [, both] of pairs(past, present, captureKey)) await countCaptures(both, captures)
    return { entries, counts, captures }
  } finally {
    await archive.close()
  }
}

function inArchive(archive: Archive): Side[] {
  return archive.manifest.files.map((file) => ({ ...file, read: () => archive.read(file) }))
}

/** Nothing where there is no journal. */
async function inJournal(disk: RawDisk, journal: string): Promise<Side[]> {
  const files = await journalFiles(disk, journal).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  return files.map(({ path, place }) => ({
    path,
    sha256: null,
    read: () =>
      disk.files.read(place, maxDocumentBytes).then(
        ({ bytes }) => bytes,
        () => null,
      ),
  }))
}

function entryKey(path: string): EntryId | null {
  const [, name] = /(?:^|\/)entries\/\d{4}\/([^/]+)$/.exec(path) ?? []
  const told = name === undefined ? undefined : entryNameTells(name)
  return told?.ours ? told.id : null
}

function captureKey(path: string): string | null {
  const [, name] = /(?:^|\/)captures\/\d{4}\/([^/]+)$/.exec(path) ?? []
  const told = name === undefined ? undefined : captureNameTells(name)
  return told?.ours ? told.day : null
}

/** Newest day first, by the names of the files. */
function pairs(
  past: readonly Side[],
  present: readonly Side[],
  keyOf: (path: string) => string | null,
): [string, Both][] {
  const found = new Map<string, Both>()
  const byName = (a: Side, b: Side) => (a.path < b.path ? 1 : -1)
  for (const [side, files] of [
    ['past', past],
    ['present', present],
  ] as const)
    for (const file of files.toSorted(byName)) {
      const key = keyOf(file.path)
      if (key !== null) found.set(key, { ...(found.get(key) ?? { past: undefined, present: undefined }), [side]: file })
    }
  const pathOf = ([, both]: [string, Both]) => (both.past ?? both.present)?.path ?? ''
  return [...found].sort((a, b) => (pathOf(a) < pathOf(b) ? 1 : -1))
}

async function comparedEntry(id: EntryId, { past, present }: Both): Promise<ComparedEntry | null> {
  const bytes = present ? await present.read() : null
  if (bytes && past?.path === present?.path && past?.sha256 === hashOf(bytes)) return null
  const [entry, current] = [read(entryFormat, past ? await past.read() : null), read(entryFormat, bytes)]
  if (entry && current && sameContent(entry, current)) return null
  const shown = entry ?? current
  const day = shown?.day ?? dayInName((past ?? present)?.path ?? '')
  const name = shown ? nameOf(shown) : null
  if (!past) return { id, day, name, fate: 'goes' }
  if (!present) return { id, day, name, fate: 'returns' }
  return { id, day, name, fate: entry && current && current.revision > entry.revision ? 'newer' : 'changes' }
}

async function countCaptures(
  { past, present }: Both,
  captures: Record<'returns' | 'changes' | 'goes', number>,
): Promise<void> {
  const bytes = present ? await present.read() : null
  if (bytes && past?.sha256 === hashOf(bytes)) return
  const before = byId(read(captureDayFormat, past ? await past.read() : null)?.captures ?? [])
  const current = byId(read(captureDayFormat, bytes)?.captures ?? [])
  for (const [id, capture] of before) {
    const other = current.get(id)
    if (!other) captures.returns += 1
    else if (wordsOf(other) !== wordsOf(capture)) captures.changes += 1
  }
  for (const id of current.keys()) if (!before.has(id)) captures.goes += 1
}

function byId(captures: readonly Capture[]): Map<string, Capture> {
  return new Map(captures.filter(({ trashed }) => trashed === null).map((capture) => [capture.id, capture]))
}

function wordsOf({ kind, text, day }: Capture): string {
  return JSON.stringify([kind, text, day])
}

/** Null for what this version can't read, or nobody can without the passphrase. */
function read<T extends object>(format: FileFormat<T>, bytes: Uint8Array | null): T | null {
  try {
    return bytes === null ? null : decoded(format, bytes)
  } catch {
    return null
  }
}

function nameOf(entry: Entry): string {
  const { title, firstWords } = entryRow(entry)
  return title.trim() || firstWords
}

function dayInName(path: string): string {
  return entryNameTells(path.slice(path.lastIndexOf('/') + 1))?.day ?? '2000-01-01'
}
