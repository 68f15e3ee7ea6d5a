/** Two devices with one journal in memory and a sync program between them, each with its own lock at work. */
import { AdmittedFiles } from '../../../src/main/storage/encryption/files/admittedFiles'
import { createJournalEncryption, type JournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { checkHealth } from '../../../src/main/storage/health/checkHealth'
import type { InboxPlace } from '../../../src/main/storage/inbox/leaveInInbox'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { collected, madeUpProcesses, sampleEntry } from '../sample'
import { setClock } from '../sampleClock'
import { quickCost } from '../sealed'
import { type Place, placeInMemory } from '../twoDevices/places'
import { SyncProgram } from '../twoDevices/syncedFolders'

export interface Side {
  readonly place: Place
  readonly seal: JournalEncryption
  open(): ReturnType<typeof openJournal>
  /** Where this device leaves words. */
  readonly leaving: InboxPlace
}

/** `wait`: what happens on its disk while it waits. */
export interface Waiting {
  readonly steadyFor?: number
  readonly wait?: () => Promise<void>
}

export function side(name: string, place: Place, { steadyFor = 0, wait = async () => undefined }: Waiting = {}): Side {
  const clock = setClock()
  const { folder, files } = place
  const processes = madeUpProcesses()
  const given = { files, processes: processes.start(), wait, steadyFor }
  const admitted = new AdmittedFiles('/device/admitted', { files })
  const seal = createJournalEncryption({
    ...given,
    admitted,
    folder: () => folder,
    clock,
    cost: quickCost,
    device: () => name,
  })
  const open = () =>
    openJournal({ ...given, admitted, folder, clock, knownBefore: false, vault: seal.vault(), device: name })
  return { place, seal, open, leaving: { folder, files, known: seal.opened, admitted } }
}

/** Both have the page. */
export async function twoSides(waiting: Waiting = {}) {
  const places = [placeInMemory(), placeInMemory()]
  const sync = new SyncProgram(places.map(({ synced }) => synced))
  const [a, b] = places.map((place, at) => side(`device${at}`, place, waiting))
  if (!a || !b) throw new Error('there are two')
  const journal = await a.open()
  await journal.entries.save(sampleEntry(), 0)
  await journal.close()
  sync.deliverAll()
  return { a, b, sync }
}

/** The pages, by their ids. */
export async function shownOf({ open }: Side): Promise<string[]> {
  const journal = await open()
  const ids = (await collected(journal.entries.all())).map(({ id }) => id)
  await journal.close()
  return ids.sort()
}

export async function findingsOf({ place: { folder, files }, seal }: Side): Promise<string[]> {
  return (await collected(checkHealth({ folder, files, vault: seal.vault() }))).map(({ kind }) => kind)
}

export function pathsOf({ place }: Side): string[] {
  return [...place.synced.files().keys()].filter((path) => !path.startsWith('locks/')).sort()
}
