/** Erases what has been in the trash for 30 days, by the clock and by time that can be believed. */
import { DocumentFile } from '../format/documentFile'
import { folderNames } from '../layout/journalFolder'
import type { JournalContext } from '../safekeeping/journalContext'
import { aged, hasServed, noAges, type Trashed, trashAgesFormat } from '../safekeeping/trashAges'
import type { Trash } from './trash'
import { trashFiles } from './trashFiles'

/** Files in `trash/` that keep the reckoning of how long things have been there. */
export const agesNames = { entries: 'ages.json', captures: 'capture-ages.json' } as const

/** At the start of a session. */
export async function purgeTrash(journal: JournalContext, trash: Trash): Promise<void> {
  for (const { id } of await served(journal, agesNames.entries, await trashFiles(journal.folder)))
    await journal.queue.run(id, () => trash.erase(id))
}

/** Those that have been there long enough. `agesName` is the file in `trash/` that keeps the reckoning; this look counts in it. */
export async function served<T extends Trashed>(
  { folder, clock, lock, quarantine }: JournalContext,
  agesName: string,
  things: readonly T[],
): Promise<T[]> {
  if (things.length === 0) return []
  const path = folder.path(folderNames.trash, agesName)
  const ages = await DocumentFile.open({
    disk: folder.disk,
    path,
    format: trashAgesFormat,
    defaults: noAges,
    async prepare() {
      await lock.hold()
      await folder.inside([folderNames.trash], async () => undefined)
    },
    setAside: () => quarantine.take(path, clock.instant()),
    keep: () => Promise.resolve(),
    // Only our own reckoning: without it things stay in the trash for longer.
    tell: () => undefined,
  })
  const now = clock.instant()
  const next = aged(ages.value, things, now)
  await ages.save(next)
  return things.filter((thing) => hasServed(next, thing, now))
}
