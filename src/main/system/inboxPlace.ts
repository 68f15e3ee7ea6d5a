/** Where words go that are left without the key: the journal's folder, and what this device knows of its lock. */
import { join } from 'node:path'
import { AdmittedFiles, admittedName } from '../storage/encryption/files/admittedFiles'
import { DeviceInbox, deviceInboxName } from '../storage/inbox/deviceInbox'
import type { InboxPlace } from '../storage/inbox/leaveInInbox'
import { lookIntoFolder } from '../storage/journal/moveJournal'
import type { DeviceState } from './deviceState'
import { knownLockIn, type LockedPlace } from './knownLocks'

export type KeptLocks = Pick<DeviceState, 'knownLocks' | 'lastJournal'>

/** `kept` is asked again behind each write. */
export async function inboxPlace(
  userData: string,
  folder: string,
  kept: () => KeptLocks | Promise<KeptLocks>,
): Promise<InboxPlace> {
  const place = await lockedPlaceAt(folder)
  const known = async () => knownLockIn(await kept(), place)
  const journal = (await known())?.journal ?? place.journal
  const device = { inbox: new DeviceInbox(join(userData, deviceInboxName)), journal }
  return { folder, known, device, admitted: new AdmittedFiles(join(userData, admittedName)) }
}

/** Of a folder that can't be read now nothing is known but where it is. */
export async function lockedPlaceAt(folder: string): Promise<LockedPlace> {
  const found = await lookIntoFolder(folder).catch(() => null)
  return { folder, journal: found?.kind === 'journal' ? found.id : null }
}
