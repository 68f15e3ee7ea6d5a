/** The locks that this device knows, as `device.json` keeps them: the one that each journal has, and those it had. */
import type { KnownLock } from '../storage/encryption/keys/knownLock'
import type { DeviceState } from './deviceState'

type Kept = Pick<DeviceState, 'knownLocks' | 'lastJournal'>
export type StoredLock = NonNullable<DeviceState['knownLocks']>[number]

/** A journal's folder, and its id where that can be read. Either is enough: a folder can be moved, and another program can write `journal.json`. */
export interface LockedPlace {
  readonly folder: string
  readonly journal: string | null
}

export function knownLockIn(kept: Kept, place: LockedPlace): StoredLock | null {
  const present = locksOf(kept).filter(({ isOver = false }) => !isOver)
  return present.find(({ journal }) => journal === place.journal) ?? present.find(isIn(place)) ?? null
}

/** Those that it had before, and what is sealed to them on this device may still need. */
export function formerLocksIn(kept: Kept, place: LockedPlace): readonly StoredLock[] {
  return locksOf(kept).filter((lock) => lock.isOver === true && isIn(place)(lock))
}

/** Once its key file was opened here. What the journal had before is over. */
export function withKnownLock(kept: Kept, folder: string, journal: string, lock: KnownLock): StoredLock[] {
  const next = { ...lock, folder, journal }
  const others = withoutKnownLock(kept, next).filter(({ publicKey }) => publicKey !== lock.publicKey)
  return [...others, next]
}

/** Once it was turned off here, or the person said that it was taken away on purpose. */
export function withoutKnownLock(kept: Kept, place: LockedPlace): StoredLock[] {
  return locksOf(kept).map((lock) => (isIn(place)(lock) ? { ...lock, isOver: true } : lock))
}

function isIn({ folder, journal }: LockedPlace) {
  return (lock: StoredLock) => lock.journal === journal || lock.folder === folder
}

/** Before there was a list, the public key of the journal that was opened last was noted beside its id. */
function locksOf({ knownLocks, lastJournal }: Kept): readonly StoredLock[] {
  if (knownLocks !== undefined) return knownLocks
  if (!lastJournal || lastJournal.publicKey === null) return []
  const { folder, id, publicKey } = lastJournal
  return [{ id: null, publicKey, keyFile: null, folder, journal: id }]
}
