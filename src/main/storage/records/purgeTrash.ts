/** Erases what has been in the trash for 30 days, by the clock and by time that can be believed. */

import type { StoredRecord } from '#shared/domain/record'
import { served } from '../safekeeping/served'
import type { RecordContext } from './recordContext'
import { Trash } from './trash'
import { trashFiles } from './trashFiles'

/** In the trash of a kind: where versions of the app before this one kept the reckoning of how long things have been there. */
export const agesName = 'ages.json'

/** At the start of a session, for each kind. */
export async function purgeTrash<T extends StoredRecord>(context: RecordContext<T>): Promise<void> {
  const { folder, kind, queue } = context
  const trash = new Trash(context)
  for (const { id, trashedAt } of await served(
    context,
    kind.name,
    [...kind.trash, agesName],
    await trashFiles(folder, kind),
  ))
    await queue.run(id, () => trash.erase(id, trashedAt))
}
