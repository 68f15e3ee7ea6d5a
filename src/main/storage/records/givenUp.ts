/**
 * What was given up on purpose (erased for good, or left behind by going back to a backup), for the other devices that have seen it: to them it would
 * else be gone without a reason. One small file each, `trash/given-up/<kind>-<id or day>-<hash>.json`, that names the saves and holds no words. Its
 * name and its bytes follow from what it says, so that two devices which erase the same write the same.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Saves, savesSchema } from '#shared/domain/record'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { DurableAdapter } from '../format/DurableAdapter'
import { encoded, type FileFormat } from '../format/fileFormat'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { united } from './lineage'
import type { StateKey } from './statePlace'

export const givenUpFolder: readonly string[] = [folderNames.trash, 'given-up']

const schema = z.looseObject({ schema: z.literal(1), of: z.string().max(120), saves: savesSchema })
export const givenUpFormat: FileFormat<z.infer<typeof schema>> = { version: 1, schema, migrations: [] }

const namePattern = /^(.+)-[0-9a-f]{8}\.json$/
/** Also what a sync program left beside one: sealed on two devices their bytes differ. */
const copyPattern = /^.+-[0-9a-f]{8}.*\.json$/

/** Without saves it tells that versions may be gone. Never throws: without it another device asks once where something went, which is no reason not to erase it. */
export async function giveUp(folder: JournalFolder, of: StateKey, saves: Saves): Promise<void> {
  const bytes = encoded(givenUpFormat, { schema: 1, of, saves: united(saves, {}) })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const path = folder.path(...givenUpFolder, `${stemOf(of)}-${hash}.json`)
  try {
    await folder.inside(givenUpFolder, () =>
      createDurably(folder.disk, path, bytes, folder.path(folderNames.trash)).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error
      }),
    )
  } catch {
    // The disk does not want it.
  }
}

export function isGivenUpName(name: string): boolean {
  return copyPattern.test(name)
}

/** The names of all that was given up, by what it was of. */
export async function givenUpNames(folder: JournalFolder): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  for (const { name, kind } of await folder.list(...givenUpFolder)) {
    const stem = kind === 'file' ? namePattern.exec(name)?.[1] : undefined
    if (stem !== undefined) found.set(stem, [...(found.get(stem) ?? []), name])
  }
  return found
}

/** What was given up of it each time: by one person, who saw all that one of these says. What can't be read says nothing. */
export async function* eachGivenUp(
  folder: JournalFolder,
  of: StateKey,
  names: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<Saves> {
  for (const name of names.get(stemOf(of)) ?? []) {
    const path = folder.path(...givenUpFolder, name)
    const found = await new DurableAdapter(folder.disk, path, givenUpFormat).read().catch(() => null)
    if (found?.of === of) yield found.saves
  }
}

/** All saves of it that were given up. */
export async function givenUpOf(...where: Parameters<typeof eachGivenUp>): Promise<Saves> {
  let all: Saves = {}
  for await (const saves of eachGivenUp(...where)) all = united(all, saves)
  return all
}

/** Whether anything of it was ever given up. */
export async function isGivenUp(...where: Parameters<typeof eachGivenUp>): Promise<boolean> {
  for await (const _ of eachGivenUp(...where)) return true
  return false
}

function stemOf(of: StateKey): string {
  return of.replaceAll('/', '-')
}
