/** What has been in the trash for 30 days. */
import { DocumentFile } from '../format/documentFile'
import type { JournalContext } from './journalContext'
import { aged, hasServed, noAges, type Trashed, trashAgesFormat } from './trashAges'

/** Those that have been there long enough. `ages` is the file that keeps the reckoning; this look counts in it. */
export async function served<T extends Trashed>(
  { folder, clock, lock, quarantine }: JournalContext,
  ages: readonly string[],
  things: readonly T[],
): Promise<T[]> {
  if (things.length === 0) return []
  const path = folder.path(...ages)
  const reckoning = await DocumentFile.open({
    disk: folder.disk,
    path,
    format: trashAgesFormat,
    defaults: noAges,
    async prepare() {
      await lock.hold()
      await folder.inside(ages.slice(0, -1), async () => undefined)
    },
    // Only our own reckoning.
    staysDamaged: async () => true,
    setAside: () => quarantine.take(path, clock.instant()),
    keep: () => Promise.resolve(),
    // Only our own reckoning: without it things stay in the trash for longer.
    raise: () => undefined,
  })
  const now = clock.instant()
  const next = aged(reckoning.value, things, now)
  await reckoning.save(next)
  return things.filter((thing) => hasServed(next, thing, now))
}
