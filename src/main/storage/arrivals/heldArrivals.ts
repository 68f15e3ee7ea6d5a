/** The files that wait in `quarantine/arrivals/`. They are sealed as the journal is. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { removeDurably } from '../../disk/removeDurably'
import { isTemporaryName } from '../../disk/temporaryName'
import { arrivalsFolder, asItLay, isArrivalPlace } from '../encryption/arrivalPlace'
import { isContentPlace } from '../encryption/contentFiles'
import { maxFileSize, type Names } from '../encryption/fileSet'
import { putInPlace } from '../encryption/putInPlace'
import { removeFolders } from '../encryption/removeSet'
import type { JournalFolder } from '../layout/journalFolder'
import type { Arrival, ArrivalSource } from './arrival'
import { dismissArrival } from './dismissArrival'

export function heldArrivals(folder: JournalFolder): ArrivalSource {
  return async () => {
    const found: Arrival[] = []
    for (const { name: mark } of await folder.list(...arrivalsFolder)) {
      const places = await filesBelow(folder, [...arrivalsFolder, mark])
      // What lay nowhere in a journal can't be put back there.
      const known = places.filter((names) => isArrivalPlace(names) && isContentPlace(folder, asItLay(names)))
      for (const one of await withCopies(folder, known)) found.push(await arrivalAt(folder, one))
    }
    return found
  }
}

export function instantOf(modified: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(modified)).toString()
}

interface Held {
  readonly names: Names
  /** With the same bytes: two devices sealed one file, and the sync program kept both under names of its own. */
  readonly copies: readonly Names[]
}

async function withCopies(folder: JournalFolder, places: readonly Names[]): Promise<readonly Held[]> {
  if (places.length < 2) return places.map((names) => ({ names, copies: [] }))
  const groups: { names: Names; copies: Names[]; bytes: Uint8Array | null }[] = []
  for (const names of places.toSorted((a, b) => a.join('/').length - b.join('/').length)) {
    const bytes = await bytesOf(folder, names)
    const same = groups.find((one) => bytes !== null && one.bytes !== null && Buffer.compare(one.bytes, bytes) === 0)
    if (same) same.copies.push(names)
    else groups.push({ names, copies: [], bytes })
  }
  return groups
}

/** Null for what can't be opened. */
async function bytesOf(folder: JournalFolder, names: Names): Promise<Uint8Array | null> {
  return folder.disk.files.read(folder.path(...names), maxFileSize).then(
    ({ bytes }) => bytes,
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error
      return null
    },
  )
}

async function arrivalAt(folder: JournalFolder, { names, copies }: Held): Promise<Arrival> {
  const path = folder.path(...names)
  const lay = asItLay(names)
  const read = async (limit: number) => (await folder.disk.files.read(path, limit)).bytes
  const leave = async (places: readonly Names[]) => {
    for (const place of places) {
      await removeDurably(folder.disk, folder.path(...place))
      await removeEmptyAbove(folder, place)
    }
  }
  return {
    file: names.join('/'),
    since: instantOf((await folder.disk.files.info(path)).modified),
    read,
    async admit() {
      await putInPlace(folder, lay, await read(maxFileSize), names[arrivalsFolder.length] ?? '')
      await leave([...copies, names])
    },
    async dismiss(now) {
      await leave(copies)
      await dismissArrival(folder, path, lay, read, now)
      await removeEmptyAbove(folder, names)
    },
  }
}

async function filesBelow(folder: JournalFolder, names: Names): Promise<Names[]> {
  const found: Names[] = []
  for (const { name, kind } of await folder.list(...names)) {
    if (kind === 'folder') found.push(...(await filesBelow(folder, [...names, name])))
    else if (kind === 'file' && !isTemporaryName(name)) found.push([...names, name])
  }
  return found
}

/** What can't be removed holds nothing, and goes another time. */
async function removeEmptyAbove(folder: JournalFolder, names: Names): Promise<void> {
  const above = names.slice(arrivalsFolder.length, -1).map((_, at) => names.slice(0, names.length - 1 - at))
  await removeFolders(folder, [...above, arrivalsFolder]).catch(() => undefined)
}
