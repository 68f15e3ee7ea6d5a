/** Once another key counts, or none: what this device keeps of a journal beside it is written as the journal is now, with the key that goes at hand. */
import { join } from 'node:path'
import type { Disk } from '../../disk/disk'
import type { Vault } from '../encryption/cipher/vault'
import { LastStates } from '../records/lastStates'
import { SeenStates, seenPath } from '../rollback/seenStates'

export interface StatesOfJournal {
  readonly disk: Disk
  /** The journal's; null when it is not known. */
  readonly id: string | null
  /** Folders of the device: the last states with how long things are in the trash, and the newest that were seen. */
  readonly states: string
  readonly seen: string
}

/** `vault`: the key from here on; null without a lock. Never throws. */
export async function sealStatesAnew(
  { disk, id, states, seen }: StatesOfJournal,
  former: Vault,
  vault: Vault | null,
): Promise<void> {
  if (id === null) return
  await new LastStates(disk, join(states, id), vault).sealAnewFrom(former)
  await SeenStates.sealAnewFrom({ disk, path: seenPath(seen, id), vault }, former)
}
