/** Before a journal is opened: ends a restore that was cut off while the journal had no folder. Costs one look at the disk. */
import type { Disk } from '../disk/disk'
import { exists } from '../disk/exists'
import { answered } from '../disk/failureOf'
import { moveDurably } from '../disk/moveDurably'
import { restorePlaces } from './restorePlaces'

export function finishRestore(disk: Disk, journal: string): Promise<void> {
  return answered(async () => {
    const { ready } = restorePlaces(journal)
    if ((await exists(disk, ready)) && !(await exists(disk, journal))) await moveDurably(disk, ready, journal)
  })
}
