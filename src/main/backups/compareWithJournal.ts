/** What going back to a backup would change: compared file by file, and read only where the bytes differ. */
import { type ComparedRecord, type Comparison, mostCompared, type RecordFate } from '#shared/domain/backup/backup'
import type { Day } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { StoredLog } from '#shared/domain/record'
import { errorCode } from '../disk/files'
import type { RawDisk } from '../disk/rawFiles'
import type { SealedPlace } from '../storage/encryption/cipher/sealedPlace'
import { Vault } from '../storage/encryption/cipher/vault'
import { decoded, type FileFormat, maxDocumentBytes } from '../storage/format/fileFormat'
import { type Owner, recordOfPath } from '../storage/journal/recordOfPath'
import { kinds as allKinds } from '../storage/kinds/kinds'
import type { DayLogKind, Described, Kind, RecordKind } from '../storage/kinds/recordKind'
import { sameContent } from '../storage/records/lineage'
import { type ArchiveSecrets, archiveVault, areLocked, countingFiles, noSecrets, sealedPlaceOf } from './archiveKey'
import { hashOf } from './hashes'
import { journalFiles } from './journalFiles'
import { type Archive, openArchive } from './openArchive'

/** A file of one side. */
interface Side {
  readonly path: string
  /** Known without reading it on the archive's side only. */
  readonly sha256: string | null
  /** As it lies there; null for what can't be read now. */
  read(): Promise<Uint8Array | null>
  /** What its bytes say once they are opened. Throws where they are sealed and there is no key to them. */
  opened(bytes: Uint8Array): Uint8Array
}

interface Both {
  readonly owner: Owner
  readonly past: Side | undefined
  readonly present: Side | undefined
}

export async function compareWithJournal(
  disk: RawDisk,
  file: string,
  journal: string,
  secrets: ArchiveSecrets = noSecrets,
  kinds: readonly Kind[] = allKinds,
): Promise<Comparison> {
  const archive = await openArchive(disk, file)
  let vault: Vault | null = null
  try {
    const isLocked = areLocked(new Set(archive.manifest.files.map(({ path }) => path)))
    if (isLocked) vault = await archiveVault(archive, secrets)
    const now = secrets.key === null ? null : new Vault(secrets.key)
    const records: ComparedRecord[] = []
    const counts: Record<RecordFate, number> = { returns: 0, changes: 0, newer: 0, goes: 0 }
    const captures = { returns: 0, changes: 0, goes: 0 }
    const [past, present] = [inArchive(archive, kinds, isLocked, vault), await inJournal(disk, journal, kinds, now)]
    for (const both of pairs(past, present, kinds)) {
      const { owner } = both
      if (!('id' in owner) && owner.kind.countedAs === 'captures') {
        for (const { fate } of await changedInLog(owner.kind, both)) captures[fate] += 1
        continue
      }
      const compared =
        'id' in owner
          ? await comparedRecord(owner.kind, owner.id, both)
          : await comparedInLog(owner.kind, owner.day, both)
      for (const one of compared) counts[one.fate] += 1
      records.push(...compared.slice(0, mostCompared - records.length))
    }
    return { records, counts, captures, needsPassphrase: isLocked && vault === null }
  } finally {
    vault?.forget()
    await archive.close()
  }
}

function inArchive(archive: Archive, kinds: readonly Kind[], isLocked: boolean, vault: Vault | null): Side[] {
  const files = countingFiles(archive.manifest.files, isLocked)
  return files.map((file) => {
    const opened = openedBy(vault, isLocked, sealedPlaceOf(kinds, file.path))
    return { ...file, read: () => archive.read(file), opened }
  })
}

function openedBy(vault: Vault | null, isLocked: boolean, place: SealedPlace): Side['opened'] {
  return (bytes) => {
    if (!isLocked) return bytes
    if (vault === null) throw new Failure('locked', 'no key to it')
    return vault.open(bytes, place)
  }
}

/** Nothing where there is no journal. */
async function inJournal(disk: RawDisk, journal: string, kinds: readonly Kind[], vault: Vault | null): Promise<Side[]> {
  const files = await journalFiles(disk, journal).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  const isLocked = areLocked(new Set(files.map(({ path }) => path)))
  return countingFiles(files, isLocked).map(({ path, place }) => ({
    path,
    sha256: null,
    opened: openedBy(vault, isLocked, sealedPlaceOf(kinds, path)),
    read: () =>
      disk.files.read(place, maxDocumentBytes).then(
        ({ bytes }) => bytes,
        () => null,
      ),
  }))
}

/** Newest day first, by the names of the files. */
function pairs(past: readonly Side[], present: readonly Side[], kinds: readonly Kind[]): Both[] {
  const found = new Map<string, Both>()
  const byName = (a: Side, b: Side) => (a.path < b.path ? 1 : -1)
  for (const [side, files] of [
    ['past', past],
    ['present', present],
  ] as const)
    for (const file of files.toSorted(byName)) {
      const owner = recordOfPath(kinds, file.path)
      if (owner === null) continue
      const key = `${owner.kind.name} ${'id' in owner ? owner.id : owner.day}`
      found.set(key, { ...(found.get(key) ?? { owner, past: undefined, present: undefined }), [side]: file })
    }
  const pathOf = (both: Both) => (both.past ?? both.present)?.path ?? ''
  return [...found.values()].sort((a, b) => (pathOf(a) < pathOf(b) ? 1 : -1))
}

/** One, or none where both say the same. */
async function comparedRecord(
  kind: RecordKind,
  id: string,
  { owner, past, present }: Both,
): Promise<readonly ComparedRecord[]> {
  const bytes = present ? await present.read() : null
  if (bytes && past?.path === present?.path && past?.sha256 === hashOf(bytes)) return []
  const [before, now] = [read(kind.format, past, past ? await past.read() : null), read(kind.format, present, bytes)]
  if (before && now && sameContent(kind, before, now)) return []
  const shown = before ?? now
  const day = shown ? kind.dayOf(shown) : (owner.day ?? '2000-01-01')
  const compared = { kind: kind.name, id, day, name: shown ? nameOf(kind.describe(shown)) : null }
  if (!past) return [{ ...compared, fate: 'goes' }]
  if (!present) return [{ ...compared, fate: 'returns' }]
  return [{ ...compared, fate: before && now && now.revision > before.revision ? 'newer' : 'changes' }]
}

interface ChangedInLog {
  readonly id: string
  readonly fate: Exclude<RecordFate, 'newer'>
  /** The file of the day that has it. */
  readonly log: StoredLog | null
}

async function changedInLog(kind: DayLogKind, { past, present }: Both): Promise<readonly ChangedInLog[]> {
  const bytes = present ? await present.read() : null
  if (bytes && past?.sha256 === hashOf(bytes)) return []
  const [before, now] = [read(kind.format, past, past ? await past.read() : null), read(kind.format, present, bytes)]
  const [then, since] = [wordsIn(kind, before), wordsIn(kind, now)]
  const changed: ChangedInLog[] = []
  for (const [id, words] of then) {
    const other = since.get(id)
    if (other !== words) changed.push({ id, fate: other === undefined ? 'returns' : 'changes', log: before })
  }
  for (const id of since.keys()) if (!then.has(id)) changed.push({ id, fate: 'goes', log: now })
  return changed
}

async function comparedInLog(kind: DayLogKind, day: Day, both: Both): Promise<readonly ComparedRecord[]> {
  const changed = await changedInLog(kind, both)
  return changed.map(({ id, fate, log }) => {
    const described = (log ? kind.describe(log) : []).find(({ row }) => row.id === id)
    return { kind: kind.name, id, day, name: described ? nameOf(described) : null, fate }
  })
}

function wordsIn(kind: DayLogKind, log: StoredLog | null): ReadonlyMap<string, string> {
  return log ? kind.compared(log) : new Map()
}

/** Null for what this version can't read, or what no one can without the passphrase. */
function read<T extends object>(format: FileFormat<T>, side: Side | undefined, bytes: Uint8Array | null): T | null {
  try {
    return bytes === null || side === undefined ? null : decoded(format, side.opened(bytes))
  } catch {
    return null
  }
}

function nameOf({ row: { title, firstWords } }: Described): string {
  return title.trim() || firstWords
}
