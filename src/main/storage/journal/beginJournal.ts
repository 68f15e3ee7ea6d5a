/** Begins a journal where nothing was ever written, for a process that has neither lock nor window. Of several at once one is quicker, and all have the same. */

import { type Disk, nodeDisk } from '../../disk/disk'
import { answered } from '../../disk/failureOf'
import type { Clock } from '../../services/ports/clock'
import { JournalFolder } from '../layout/journalFolder'
import { openMarker } from './journalMarker'

export interface BeginOptions extends Partial<Disk> {
  readonly folder: string
  readonly clock: Clock
}

export function beginJournal({ folder, clock, ...disk }: BeginOptions): Promise<void> {
  return answered(async () => {
    await openMarker(new JournalFolder(nodeDisk(disk), folder), clock, false)
  })
}
