/**
 * How long things have been in the trash, as this device reckons it, in a folder of the device: in the journal each start of each device would write it
 * anew by its own clock, and a sync program would carry it to and fro for ever. Sealed in a journal with a lock.
 */
import { join } from 'node:path'
import type { Instant } from '#shared/domain/day'
import type { Disk } from '../../disk/disk'
import { failureOf } from '../../disk/failureOf'
import { makeFolders } from '../../disk/makeFolders'
import { DurableAdapter } from '../format/DurableAdapter'
import { aged, hasServed, noAges, type TrashAges, type Trashed, trashAgesFormat } from './trashAges'

const nameOf = (kind: string) => `ages-${kind}.json`

/** Among what this device keeps beside a journal. */
export function isReckoningName(name: string): boolean {
  return name.startsWith('ages-')
}

export class TrashReckoning {
  /** `disk` seals what is written, with a lock. */
  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
  ) {}

  /** Those of a kind that have been there long enough; this look counts. `earlier` is what an app that kept it in the journal left there. */
  async served<T extends Trashed>(
    kind: string,
    things: readonly T[],
    now: Instant,
    earlier: () => Promise<TrashAges | null>,
  ): Promise<T[]> {
    const file = new DurableAdapter(this.disk, join(this.folder, nameOf(kind)), trashAgesFormat)
    const next = aged((await read(file)) ?? (await earlier()) ?? noAges, things, now)
    await makeFolders(this.disk, this.folder)
    await file.write(next)
    return things.filter((thing) => hasServed(next, thing, now))
  }
}

/** Null also for what can't be read any more, as after the lock was turned off: without it things stay in the trash for longer. Throws what is no reason to begin anew. */
async function read(file: DurableAdapter<TrashAges>): Promise<TrashAges | null> {
  try {
    return await file.read()
  } catch (error) {
    if (['unreadable', 'too-large', 'sealed-elsewhere', 'old-form'].includes(failureOf(error).code)) return null
    throw error
  }
}
