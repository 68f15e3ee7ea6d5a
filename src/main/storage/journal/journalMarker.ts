/** `journal.json`: says that a folder is a journal, and which one. Its absence is what an unplugged disk looks like. */
import { v7 as uuid } from 'uuid'
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { makeFolders } from '../../disk/makeFolders'
import { syncFolder } from '../../disk/syncFolder'
import type { Clock } from '../../services/ports/clock'
import { keyFileName, sealedName } from '../encryption/files/encryptedLayout'
import { DurableAdapter } from '../format/DurableAdapter'
import { encoded } from '../format/fileFormat'
import { type Marker, markerFormat } from '../format/markerFormat'
import { folderNames, type JournalFolder, markerName, settingsName } from '../layout/journalFolder'
import type { Quarantine } from '../safekeeping/quarantine'
import { judgedDamage } from '../safekeeping/staysDamaged'

/**
 * The journal's id, or null when the marker is there and can't be read: only the lock's owner may repair that.
 * Throws `folder-missing` when the journal was known before and is not there, `newer-schema` when it is not ours to open.
 */
export async function openMarker(folder: JournalFolder, clock: Clock, knownBefore: boolean): Promise<string | null> {
  const found = await readMarker(folder)
  if (found !== 'missing') return found === 'damaged' ? null : found.id
  const names = new Set((await folder.list()).map(({ name }) => name))
  const parts = [...folder.wordFolders, folderNames.locks, settingsName, markerName, keyFileName, sealedName]
  if (knownBefore && !parts.some((part) => names.has(part))) throw new Failure('folder-missing', 'no journal here')
  return await createMarker(folder, clock)
}

/** A new id in place of a marker that can't be read. Under the lock. Throws `being-written` while another program writes it: its id is the journal's. */
export async function repairMarker(
  folder: JournalFolder,
  clock: Clock,
  quarantine: Quarantine,
  steadyFor: number,
): Promise<string> {
  const path = folder.path(markerName)
  const judged = await judgedDamage(folder.disk, path, markerFormat, steadyFor)
  if (judged !== 'damaged') {
    const found = judged === 'whole' ? await readMarker(folder) : 'damaged'
    if (typeof found === 'object') return found.id
    throw new Failure('being-written', 'another program writes the marker')
  }
  const marker = newMarker(clock)
  await quarantine.replace(path, encoded(markerFormat, marker), clock.instant())
  return marker.id
}

async function readMarker(folder: JournalFolder): Promise<Marker | 'missing' | 'damaged'> {
  try {
    return (await new DurableAdapter(folder.disk, folder.path(markerName), markerFormat).read()) ?? 'missing'
  } catch (error) {
    if (error instanceof Failure && (error.code === 'unreadable' || error.code === 'too-large')) return 'damaged'
    throw error
  }
}

function newMarker(clock: Clock): Marker {
  return { schema: 1, id: uuid(), created: clock.instant() }
}

async function createMarker(folder: JournalFolder, clock: Clock): Promise<string> {
  const marker = newMarker(clock)
  const { disk, root } = folder
  await makeFolders(disk, root)
  // Again also for a root that was there: an earlier run may have died before its name was safe.
  await syncFolder(disk, folder.path('..'))
  try {
    await createDurably(disk, folder.path(markerName), encoded(markerFormat, marker))
    return marker.id
  } catch (error) {
    // Another process was quicker, or even has the lock by now and cleared our unfinished file; the lock decides between us.
    const theirs = ['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '') ? await readMarker(folder) : 'missing'
    if (typeof theirs === 'object') return theirs.id
    throw error
  }
}
