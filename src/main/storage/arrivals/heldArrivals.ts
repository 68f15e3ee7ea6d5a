/** The files that wait in `quarantine/arrivals/`. They are sealed as the journal is. */
import { removeDurably } from '../../disk/removeDurably'
import { isTemporaryName } from '../../disk/temporaryName'
import { arrivalsFolder, asItLay, isArrivalPlace } from '../encryption/files/arrivalPlace'
import { isContentPlace } from '../encryption/files/contentFiles'
import { maxFileSize, type Names } from '../encryption/files/fileSet'
import { putInPlace } from '../encryption/files/putInPlace'
import { removeFolders } from '../encryption/files/removeSet'
import type { JournalFolder } from '../layout/journalFolder'
import type { Arrival, ArrivalSource } from './arrival'
import { dismissArrival } from './dismissArrival'
import { readWaiting, waitingSince } from './waitingFile'

export function heldArrivals(folder: JournalFolder): ArrivalSource {
  return {
    async all() {
      const found: Arrival[] = []
      for (const { name: mark } of await folder.list(...arrivalsFolder)) {
        const known: Names[] = []
        for await (const names of waitingBelow(folder, [...arrivalsFolder, mark])) known.push(names)
        for (const one of await withCopies(folder, known)) found.push(await arrivalAt(folder, one))
      }
      return found
    },
    async areThere() {
      for await (const _ of waitingBelow(folder, arrivalsFolder)) return true
      return false
    },
  }
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

/** Null for what can't be opened, or read now. */
async function bytesOf(folder: JournalFolder, names: Names): Promise<Uint8Array | null> {
  return readWaiting(folder.disk, folder.path(...names), maxFileSize).catch(() => null)
}

async function arrivalAt(folder: JournalFolder, { names, copies }: Held): Promise<Arrival> {
  const path = folder.path(...names)
  const lay = asItLay(names)
  const read = (limit: number) => readWaiting(folder.disk, path, limit)
  const leave = async (places: readonly Names[]) => {
    for (const place of places) {
      await removeDurably(folder.disk, folder.path(...place))
      await removeEmptyAbove(folder, place)
    }
  }
  return {
    file: names.join('/'),
    since: await waitingSince(folder.disk, path),
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

/** By their names alone. What lay nowhere in a journal can't be put back there. */
async function* waitingBelow(folder: JournalFolder, names: Names): AsyncGenerator<Names> {
  for (const { name, kind } of await folder.list(...names)) {
    const inside = [...names, name]
    if (kind === 'folder') yield* waitingBelow(folder, inside)
    else if (kind === 'file' && !isTemporaryName(name) && isArrivalPlace(inside))
      if (isContentPlace(folder, asItLay(inside))) yield inside
  }
}

/** What can't be removed holds nothing, and goes another time. */
async function removeEmptyAbove(folder: JournalFolder, names: Names): Promise<void> {
  const above = names.slice(arrivalsFolder.length, -1).map((_, at) => names.slice(0, names.length - 1 - at))
  await removeFolders(folder, [...above, arrivalsFolder]).catch(() => undefined)
}
