/** What the person does not want goes where everything goes that a person is done with. */
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import { createDurably } from '../../disk/createDurably'
import { instantName } from '../../disk/instantName'
import { moveDurably } from '../../disk/moveDurably'
import { removeDurably } from '../../disk/removeDurably'
import { maxFileSize, type Names } from '../encryption/files/fileSet'
import { folderNames, type JournalFolder } from '../layout/journalFolder'

/** `path` is where it waits, `names` the path that it lay at. It leaves its place once it is whole in the other. */
export async function dismissArrival(
  folder: JournalFolder,
  path: string,
  names: Names,
  read: (limit: number) => Promise<Uint8Array>,
  now: Instant,
): Promise<void> {
  const name = (names.at(-1) ?? '').replace(/\.json$/, '')
  const bytes = await read(maxFileSize).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error
    return null
  })
  await folder.inside([folderNames.quarantine, 'settled'], async (parent) => {
    const settled = `${parent}/${name}.${instantName(now)}-${uuid().slice(0, 8)}.json`
    // What can't be opened goes as it is.
    if (bytes === null) return moveDurably(folder.disk, path, settled)
    await createDurably(folder.disk, settled, bytes, folder.path(folderNames.quarantine))
    await removeDurably(folder.disk, path)
  })
}
