/** What this device kept for a journal goes into its inbox, and from there where it belongs, once each by its id. */
import { failureOf } from '../../disk/failureOf'
import { isForInbox } from '../encryption/cipher/sealedInbox'
import type { DeviceInbox, KeptFile } from './deviceInbox'
import { type InboxPlace, leaveInInbox } from './leaveInInbox'

export interface KeptFor {
  readonly place: InboxPlace
  readonly inbox: DeviceInbox
  /** Ids of the journal: those it had on this device. */
  readonly journals: Iterable<string | null>
  /** As it was before it was sealed. Throws where it can't be opened now. */
  open(bytes: Uint8Array): Uint8Array
  /** Whether what was kept as it is, because of a lock that nobody knew, may lie so in a journal that has none now. */
  readonly mayLieOpen: boolean
}

/** Resolves with how many have to wait; throws what the disk says. A file goes only once the journal's disk has it: after a crash in between it is brought again. */
export async function bringKept(kept: KeptFor): Promise<number> {
  let waiting = 0
  for (const file of await kept.inbox.files(kept.journals)) if (!(await bringOne(kept, file))) waiting += 1
  return waiting
}

async function bringOne({ place, inbox, open, mayLieOpen }: KeptFor, file: KeptFile): Promise<boolean> {
  const bytes = opened(file.bytes, open)
  if (bytes === null) return false
  if (!isForInbox(file.bytes) && !mayLieOpen && ((await place.known?.()) ?? null) === null) return false
  try {
    await leaveInInbox({ ...place, device: null, isKeptToo: true }, { ...file, bytes })
  } catch (error) {
    if (failureOf(error).code !== 'lock-changed') throw error
    return false
  }
  await inbox.remove(file)
  return true
}

function opened(bytes: Uint8Array, open: KeptFor['open']): Uint8Array | null {
  try {
    return open(bytes)
  } catch {
    return null
  }
}
