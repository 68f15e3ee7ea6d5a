/** What has been in the trash for 30 days. */
import { DurableAdapter } from '../format/DurableAdapter'
import type { JournalContext } from './journalContext'
import { type Trashed, trashAgesFormat } from './trashAges'

/** Those of a kind that have been there long enough; none where this device keeps no reckoning. `ages` is where earlier versions of the app kept it. */
export async function served<T extends Trashed>(
  { folder, clock, lock, trashReckoning }: JournalContext,
  kind: string,
  ages: readonly string[],
  things: readonly T[],
): Promise<T[]> {
  if (things.length === 0 || trashReckoning === null) return []
  await lock.hold()
  const earlier = () => new DurableAdapter(folder.disk, folder.path(...ages), trashAgesFormat).read().catch(() => null)
  return await trashReckoning.served(kind, things, clock.instant(), earlier)
}
