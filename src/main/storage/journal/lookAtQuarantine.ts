/**
 * Looks again at what was set aside because it could not be read. What is whole by now is offered back as any second version is, and counts as settled
 * then: a record waits beside its page, or is the page where there is none; a day's file joins its day; what lay in an inbox lies there again; settings lie beside ours. Its bytes stay in quarantine.
 */
import type { Day } from '#shared/domain/day'
import { createDurably } from '../../disk/createDurably'
import type { Disk } from '../../disk/disk'
import { digestOf } from '../../disk/fileFingerprint'
import { errorCode } from '../../disk/files'
import type { Place } from '../../services/ports/library'
import type { DayLogStores } from '../dayLogs/dayLogStores'
import { DurableAdapter } from '../format/DurableAdapter'
import { decoded, maxDocumentBytes } from '../format/fileFormat'
import type { Kind } from '../kinds/recordKind'
import { dayLogNameTells } from '../layout/dayLogName'
import { inboxOf } from '../layout/inboxes'
import { type JournalFolder, settingsName } from '../layout/journalFolder'
import { recordNameTells } from '../layout/recordName'
import { loadRecord } from '../records/loadRecord'
import { isRecordId } from '../records/recordFiles'
import type { RecordStores } from '../records/recordStores'
import type { JournalContext } from '../safekeeping/journalContext'
import { settingsFormat } from '../settings/settingsFormat'

interface Stores {
  readonly records: RecordStores
  readonly logs: DayLogStores
  /** Opens only what was sealed for the place that a name in quarantine says to these kinds: another file put there is nothing to offer. */
  strict(kinds: readonly Kind[]): Disk
}
/** Null for a file that is not whole, or none of ours; a place where something is to be seen. */
type Seen = { readonly place: Place | null } | null

/** Resolves with the places where something came back. Never throws. */
export async function lookAtQuarantine(journal: JournalContext, stores: Stores): Promise<readonly Place[]> {
  const places: Place[] = []
  for (const { file, path, before } of await journal.quarantine.all().catch(() => [])) {
    const seen = await lookAt(journal, stores, path, before).catch(() => null)
    if (seen === null) continue
    // It is in its place, or said there already; what can't be put away now is looked at again.
    await journal.lock.hold().then(
      () => journal.quarantine.dismiss(file).catch(() => undefined),
      () => undefined,
    )
    if (seen.place !== null) places.push(seen.place)
  }
  return places
}

async function lookAt(journal: JournalContext, stores: Stores, path: string, before: string): Promise<Seen> {
  const { folder } = journal
  const told = dayLogNameTells(before)
  if (told?.ours) return await lookAtDay(journal, stores, path, told.day)
  const strict = stores.strict(folder.kinds)
  const { bytes } = await strict.files.read(path, maxDocumentBytes)
  if (before === settingsName) return await besideSettings(journal, bytes)
  for (const kind of folder.recordKinds) {
    const named = recordNameTells(kind, before)
    const found = named?.ours ? await loadRecord(strict, kind, path) : undefined
    if (found?.kind !== 'record' || found.record.id !== named?.id) continue
    const offered = await stores.records.ofKind(kind).offerBack(found, bytes)
    if (offered === 'stays') return null
    return { place: offered === 'offered' ? { kind: kind.name, id: found.record.id } : null }
  }
  return await backToInbox(journal, before, bytes)
}

/** Files of a day are named alike in all kinds: whose it is, only the file says. */
async function lookAtDay({ folder }: JournalContext, { strict, logs }: Stores, path: string, day: Day): Promise<Seen> {
  for (const kind of folder.dayLogKinds) {
    const log = await new DurableAdapter(strict([kind]), path, kind.format).read().catch(() => null)
    if (log?.day !== day) continue
    const offered = await logs.ofKind(kind).offerBack(log)
    return { place: offered === 'offered' ? { kind: kind.name, day } : null }
  }
  return null
}

/** Where it waits as it did before. */
async function backToInbox({ folder, lock }: JournalContext, name: string, bytes: Uint8Array): Promise<Seen> {
  for (const kind of folder.kinds) {
    const { inbox } = kind
    if (inbox === null || !isRecordId(name.replace(/\.json$/, ''))) continue
    if (readable(() => decoded<object>(inbox.format, bytes)) === null) continue
    await lock.hold()
    await put(folder, inboxOf(kind), name, bytes)
    return { place: null }
  }
  return null
}

/** One that is there already is the same, left by another look. */
async function put(folder: JournalFolder, place: readonly string[], name: string, bytes: Uint8Array): Promise<void> {
  const step = () => createDurably(folder.disk, folder.path(...place, name), bytes)
  await (place.length === 0 ? step() : folder.inside(place, step)).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
}

/** They join ours with the next look at the settings. */
async function besideSettings({ folder, lock }: JournalContext, bytes: Uint8Array): Promise<Seen> {
  if (readable(() => decoded(settingsFormat, bytes)) === null) return null
  await lock.hold()
  const mark = digestOf(bytes).replace(/\W/g, '').slice(0, 8)
  await put(folder, [], settingsName.replace(/\.json$/, ` (quarantine ${mark}).json`), bytes)
  return { place: null }
}

function readable<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
