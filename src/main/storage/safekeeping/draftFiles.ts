/**
 * Drafts on this device, one file each: `drafts/<journal>/entry-<id>.json`. Sealed while their journal has a lock: with its key, or to its public key
 * while that is not in memory.
 */
import { dirname, join, relative } from 'node:path'
import { v4 as uuid } from 'uuid'
import { z } from 'zod'
import { momentSchema } from '#shared/domain/day'
import { type DraftName, draftKindSchema } from '#shared/domain/entry/draft'
import { entryIdSchema } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import { KeyedQueue } from '../../async/keyedQueue'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import { errorCode } from '../../disk/files'
import { instantName } from '../../disk/instantName'
import { makeFolders } from '../../disk/makeFolders'
import { moveDurably } from '../../disk/moveDurably'
import { removeDurably } from '../../disk/removeDurably'
import { saveDurably } from '../../disk/saveDurably'
import { isTemporaryName } from '../../disk/temporaryName'
import type { Clock } from '../../services/ports/clock'
import type { Draft, DraftHead, DraftHome, DraftStore, UnreadDraft } from '../../services/ports/draftStore'
import { decoded, type FileFormat } from '../format/fileFormat'

/** The folder's name in the app's user-data directory. */
export const draftsName = 'drafts'

const schema = 1
/** The words may be there twice, as JSON and as text, and take three bytes a unit. */
export const maxDraftBytes = 128 * 1024 * 1024
/** Of words for which there was no journal. */
const noJournal = 'none'

export const draftFormat: FileFormat<Draft & { schema: 1 }> = {
  version: schema,
  schema: z.looseObject({
    schema: z.literal(schema),
    journal: z.uuid().nullable(),
    kind: draftKindSchema,
    id: entryIdSchema,
    base: z.int().min(0),
    basis: z.string().nullable(),
    kept: momentSchema,
    words: z.unknown(),
    text: z.string(),
  }),
  migrations: [],
  // What the journal refused for its depth is kept all the same.
  maxDepth: Number.POSITIVE_INFINITY,
}

export interface DraftFilesNeeds {
  /** Made when it is first needed. */
  readonly folder: string
  readonly clock: Clock
  readonly disk?: Partial<Disk>
  /** What the present journal's drafts are sealed with; null without a lock. */
  sealing(): Promise<((bytes: Uint8Array) => Uint8Array) | null>
  /** The bytes before they were sealed, or as they are where they were not. Throws `locked` without the key, and what is wrong with them. */
  open(bytes: Uint8Array): Uint8Array
  isSealed(bytes: Uint8Array): boolean
  /** Whether it is sealed, and not with the present key. */
  isForeign(bytes: Uint8Array): boolean
}

export function createDraftFiles(needs: DraftFilesNeeds): DraftStore {
  const { folder, clock, sealing, open, isSealed, isForeign } = needs
  const disk = nodeDisk(needs.disk)
  const queue = new KeyedQueue()
  /** Written or read here: what lies there can be replaced. */
  const known = new Set<string>()
  const swept = new Set<DraftHome>()

  const folderOf = (journal: DraftHome) => join(folder, journal ?? noJournal)
  const pathOf = (journal: DraftHome, { kind, id }: DraftName) => join(folderOf(journal), `${kind}-${id}.json`)

  /** One after the other: there are few, and a draft that is dropped must not come back from a save before. */
  function alone<T>(task: () => Promise<T>): Promise<T> {
    return queue.run('drafts', () => answered(task))
  }

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const seal = await sealing()
    await saveDurably(disk, path, seal === null ? bytes : seal(bytes))
  }

  /** Null for what stays as it is, since it can't be opened. */
  function readable(bytes: Uint8Array): Uint8Array | null {
    try {
      return open(bytes)
    } catch {
      return null
    }
  }

  async function opened(path: string): Promise<Uint8Array> {
    return open((await disk.files.read(path, maxDraftBytes)).bytes)
  }

  /** What was there and can't be read is not replaced. */
  async function makeRoom(path: string): Promise<void> {
    if (known.has(path)) return
    try {
      decoded(draftFormat, await opened(path))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return
      if (!(error instanceof Failure)) throw error
      const beside = `${path.replace(/\.json$/, '')}.${instantName(clock.instant())}-${uuid().slice(0, 8)}.unread`
      await moveDurably(disk, path, beside)
    }
  }

  async function names(journal: DraftHome): Promise<readonly string[]> {
    try {
      const found = await disk.files.list(folderOf(journal))
      return found.flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }

  /** What was being written when the app ended. */
  async function sweep(journal: DraftHome): Promise<void> {
    if (swept.has(journal)) return
    swept.add(journal)
    for (const name of await names(journal))
      if (isTemporaryName(name)) await disk.files.remove(join(folderOf(journal), name)).catch(() => undefined)
  }

  async function draftPaths(journal: DraftHome): Promise<readonly string[]> {
    await sweep(journal)
    return (await names(journal)).filter(isDraftName).map((name) => join(folderOf(journal), name))
  }

  /** Null without the key to it. */
  async function read(path: string): Promise<Draft | UnreadDraft | null> {
    try {
      const draft = decoded(draftFormat, await opened(path))
      known.add(path)
      return draft
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'unreadable'
      if (code === 'locked') return null
      return { kind: code === 'newer-schema' ? 'newer' : 'unreachable', file: relative(dirname(folder), path) }
    }
  }

  return {
    save: (head, words) =>
      alone(async () => {
        const path = pathOf(head.journal, head)
        const bytes = Buffer.from(textOf(head, words), 'utf8')
        if (bytes.length > maxDraftBytes) throw new Failure('too-large', `${bytes.length} bytes`)
        await makeFolders(disk, folderOf(head.journal))
        await makeRoom(path)
        known.add(path)
        await write(path, bytes)
      }),
    list: (journal) =>
      alone(async () => {
        const drafts: Draft[] = []
        const unread: UnreadDraft[] = []
        for (const path of await draftPaths(journal)) {
          const found = await read(path)
          if (found === null) continue
          if ('file' in found) unread.push(found)
          else drafts.push(found)
        }
        return { drafts, unread }
      }),
    remove: (journal, name) =>
      alone(async () => {
        const path = pathOf(journal, name)
        // Of a page that was never kept there is no folder.
        if (known.has(path)) await removeDurably(disk, path)
        known.delete(path)
      }),
    hasForeign: (journal) =>
      alone(async () => {
        for (const path of await draftPaths(journal))
          if (isForeign((await disk.files.read(path, maxDraftBytes)).bytes)) return true
        return false
      }),
    reseal: (journal) =>
      alone(async () => {
        const isToBeSealed = (await sealing()) !== null
        for (const path of await draftPaths(journal)) {
          const { bytes } = await disk.files.read(path, maxDraftBytes)
          const plain = isSealed(bytes) === isToBeSealed && !isForeign(bytes) ? null : readable(bytes)
          if (plain !== null) await write(path, plain)
        }
      }),
  }
}

export function isDraftName(name: string): boolean {
  return /^entry-[0-9a-f-]{36}\.json$/.test(name)
}

/** The words as they came: JSON that was read and written again could be another, or be too deep to be written. */
function textOf(head: DraftHead, words: string): string {
  const fields = Object.entries({ schema, ...head, text: head.text })
  const lines = fields.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{\n${[...lines, `"words": ${words}`].join(',\n')}\n}\n`
}
