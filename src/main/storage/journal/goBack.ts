/** Around a restore of the whole journal: what this device saved since the backup is not to come after it, and what is gone then is not missed. */
import { join } from 'node:path'
import type { Disk } from '../../disk/disk'
import { removeTree } from '../../disk/removeTree'
import { markRestored, restoreIsFollowed } from '../rollback/restoredMark'
import { lookIntoFolder } from './moveJournal'

export interface GoingBack {
  readonly disk: Disk
  /** The journal's folder, closed. */
  readonly folder: string
  /** Of the journal that is there now; null when it is not known. */
  readonly id: string | null
  /** Folders of the device: the last states, and the newest that were seen. */
  readonly states: string
  readonly seen: string
}

/**
 * The last states go once `restore` has succeeded, those of the journal that is there then alone. Cut off in between, a page that was saved since comes
 * back: nothing is lost by that.
 */
export async function goBack(
  { disk, folder, id, states, seen }: GoingBack,
  restore: () => Promise<void>,
): Promise<void> {
  if (id !== null) await markRestored(disk, seen, id)
  try {
    await restore()
  } catch (error) {
    if (id !== null) await restoreIsFollowed(disk, seen, id)
    throw error
  }
  const there = await lookIntoFolder(folder)
  if (there.kind === 'journal' && there.id !== null) await removeTree(disk, join(states, there.id))
}
