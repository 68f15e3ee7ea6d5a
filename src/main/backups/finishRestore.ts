/** Before a journal is opened: ends a restore that was cut off while the journal had no folder. Costs one look at the disk. */
import type { Disk } from '../storage/disk'
import { answered } from '../storage/failureOf'
import { isThere } from '../storage/isThere'
import { moveDurably } from '../storage/moveDurably'
import { restorePlaces } from './restorePlaces'

export function finishRestore(disk: Disk, journal: string): Promise<void> {
  return answered(async () => {
    const { ready } = restorePlaces(journal)
    if ((await isThere(disk, ready)) && !(await isThere(disk, journal))) await moveDurably(disk, ready, journal)
  })
}
