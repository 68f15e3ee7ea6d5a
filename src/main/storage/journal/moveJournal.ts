/** Looks into folders, and copies a journal into an empty one, durably, or leaves that folder as it was. */
import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { makeFolders } from '../../disk/makeFolders'
import { nameOfPlaceholder, underOwnNames } from '../../disk/placeholder'
import { isTemporaryName } from '../../disk/temporaryName'
import { sealedName } from '../encryption/files/encryptedLayout'
import { DurableAdapter } from '../format/DurableAdapter'
import { markerFormat } from '../format/markerFormat'
import { kinds as allKinds } from '../kinds/kinds'
import { inboxesOf } from '../layout/inboxes'
import { folderNames, markerName } from '../layout/journalFolder'

/** What a file manager or a sync program leaves in an otherwise empty folder. */
const ignorable = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.stfolder', '.dropbox', '.sync'])

/** Bytes of one file; entries end at 10 MB, and a damaged one in quarantine may be anything. */
const maxFileSize = 1_000_000_000

/** What a folder holds, as far as a journal in it is concerned. A folder that is not there is empty. */
export function lookIntoFolder(
  folder: string,
  given: Partial<Disk> = {},
): Promise<{ readonly kind: 'journal'; readonly id: string | null } | { readonly kind: 'empty' | 'other-things' }> {
  return answered(async () => {
    const disk = nodeDisk(given)
    const names = await namesIn(disk, folder)
    if (names.length === 0) return { kind: 'empty' }
    if (!names.includes(markerName)) return { kind: 'other-things' }
    return { kind: 'journal', id: await journalId(disk, folder) }
  })
}

/**
 * Resolves when `to`, which has to be empty, holds a copy of the journal in `from`; throws `not-empty` otherwise, and `elsewhere`
 * while a part of it is not on this computer. The marker is
 * copied last: a copy that was cut short is no journal. Locks and links stay behind.
 */
export function copyJournal(from: string, to: string, given: Partial<Disk> = {}): Promise<void> {
  return answered(async () => {
    const disk = nodeDisk(given)
    await disk.files.info(join(from, markerName))
    await makeFolders(disk, to)
    if ((await namesIn(disk, to)).length > 0) throw new Failure('not-empty', 'the folder holds other things')
    const made: string[] = []
    try {
      await copyFolder(disk, from, to, new Set([folderNames.locks, markerName]), made)
      await copyFile(disk, join(from, markerName), join(to, markerName), made)
    } catch (error) {
      await removeAll(disk, made)
      throw error
    }
  })
}

/** What other processes left in the inboxes of `from` since it was copied: for after the move is known to all who look. */
export function bringLeft(from: string, to: string, given: Partial<Disk> = {}): Promise<void> {
  return answered(async () => {
    const disk = nodeDisk(given)
    const inboxes = inboxesOf(allKinds)
    for (const inbox of [...inboxes, ...inboxes.map((names) => [sealedName, ...names])]) {
      const there = new Set(await namesIn(disk, join(to, ...inbox)))
      for (const name of await namesIn(disk, join(from, ...inbox)))
        if (name.endsWith('.json') && !there.has(name)) await bringOne(disk, from, to, [...inbox, name])
    }
  })
}

async function bringOne(disk: Disk, from: string, to: string, names: readonly string[]): Promise<void> {
  const target = join(to, ...names)
  await makeFolders(disk, dirname(target))
  await copyFile(disk, join(from, ...names), target, []).catch((error: unknown) => {
    // The process that left it left it there as well.
    if (errorCode(error) !== 'EEXIST') throw error
  })
}

/** True when one of two absolute paths lies inside the other; both as the disk names them, links followed. */
export async function areEntangled(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([realPath(one), realPath(other)])
  return a !== b && (inside(a, b) || inside(b, a))
}

export async function areTheSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([realPath(one), realPath(other)])
  return a === b
}

function inside(outer: string, inner: string): boolean {
  const way = relative(outer, inner)
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way)
}

/** A folder that is not there has the place its nearest existing parent gives it. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realPath(parent), basename(path))
  }
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  try {
    return underOwnNames(await disk.files.list(folder)).flatMap(({ name }) => (ignorable.has(name) ? [] : [name]))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function journalId(disk: Disk, folder: string): Promise<string | null> {
  try {
    return (await new DurableAdapter(disk, join(folder, markerName), markerFormat).read())?.id ?? null
  } catch {
    // A damaged marker is repaired when the journal is opened; here it only tells no id.
    return null
  }
}

async function copyFolder(disk: Disk, from: string, to: string, without: ReadonlySet<string>, made: string[]) {
  for (const { name, kind } of await disk.files.list(from)) {
    // What another process is just writing is there under its name by the end, or left again where the journal is then.
    if (without.has(name) || isTemporaryName(name)) continue
    // Outside of its folder it stands for nothing.
    if (nameOfPlaceholder(name) !== undefined) throw new Failure('elsewhere', 'not all of it is on this computer')
    const [source, target] = [join(from, name), join(to, name)]
    if (kind === 'file') await copyFile(disk, source, target, made)
    if (kind !== 'folder') continue
    made.push(target)
    await makeFolders(disk, target)
    await copyFolder(disk, source, target, new Set(), made)
  }
}

async function copyFile(disk: Disk, from: string, to: string, made: string[]): Promise<void> {
  const { bytes } = await disk.files.read(from, maxFileSize)
  await createDurably(disk, to, bytes)
  made.push(to)
}

/** The last made first. What can't be removed now stays: without its marker it is no journal. */
async function removeAll(disk: Disk, made: readonly string[]): Promise<void> {
  for (const path of made.toReversed()) {
    await disk.files.remove(path).catch(() => disk.files.removeFolder(path).catch(() => undefined))
  }
}
