/** What waits for the key of another lock is opened, once a passphrase or a recovery code of it is given: one that was turned on apart, or off before. */
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import type { JournalFolder } from '../../layout/journalFolder'
import { isProved } from '../cipher/keyFile'
import type { Secret } from '../cipher/keySlots'
import { recoverySecret } from '../cipher/recoveryCode'
import type { Vault } from '../cipher/vault'
import type { AdmittedFiles } from '../files/admittedFiles'
import { sealedFolderAsItLies } from '../files/encryptedLayout'
import { InboxGate } from '../files/inboxGate'
import type { MigratedLocks } from '../files/wasPutBack'
import { type KeyFileThere, keyFilesIn } from '../keys/keyFiles'
import { openedBy } from '../keys/openLock'
import { type HeldLock, joinLocks } from './joinLocks'
import { openLateFiles } from './openLateFiles'
import type { Opened } from './sealAnew'

export interface OpeningWaiting {
  /** The lock that this process has the key of, by its id; null for a journal without a lock. */
  readonly held: { readonly id: string; readonly vault: Vault } | null
  readonly now: Instant
  readonly admitted: AdmittedFiles | undefined
  readonly migrated: Pick<MigratedLocks, 'has'>
}

export interface OpenedWaiting extends Opened {
  /** The lock from here on; null in a journal without one. */
  readonly held: HeldLock | null
  /** The key that is needed no more: to be forgotten. */
  readonly goes: Vault
}

/** Throws `wrong-passphrase`. To be run by the one process that has the journal. */
export async function openWaiting(home: JournalFolder, opening: OpeningWaiting, typed: string): Promise<OpenedWaiting> {
  const second = await otherLock(home, opening.held?.id ?? null, typed)
  return await openedWith(home, opening, second.key, second.opened)
}

/** Throws `wrong-passphrase`, and changes nothing. `held` is the id of the lock that this process has the key of. */
export async function verifyWaiting(home: JournalFolder, held: string | null, typed: string): Promise<void> {
  const { opened } = await otherLock(home, held, typed)
  opened.forget()
}

async function otherLock(home: JournalFolder, held: string | null, typed: string) {
  const others = (await keyFilesIn(home)).filter(({ file }) => file.id !== held)
  for (const secret of secretsIn(typed)) {
    const found = await openedBy(others, secret)
    if (found !== null) return found
  }
  throw new Failure('wrong-passphrase', 'it opens no other lock')
}

/** A lock that was turned on apart, where the same passphrase opens it: many people have one. Null when there is none; it waits when the disk refuses. */
export async function joinOpened(
  home: JournalFolder,
  opening: OpeningWaiting,
  secret: Secret,
  alone: <T>(work: (home: JournalFolder) => Promise<T>) => Promise<T>,
): Promise<(OpenedWaiting & { readonly held: HeldLock }) | null> {
  const others = (await keyFilesIn(home)).filter(({ file, isRetired }) => !isRetired && file.id !== opening.held?.id)
  const second = await openedBy(others, secret)
  if (second === null) return null
  const joined = await alone((place) => openedWith(place, opening, second.key, second.opened)).catch(() => null)
  return joined?.held ? { ...joined, held: joined.held } : null
}

async function openedWith(
  home: JournalFolder,
  { held, now, admitted, migrated }: OpeningWaiting,
  key: KeyFileThere,
  vault: Vault,
): Promise<OpenedWaiting> {
  try {
    // A key file of before it was migrated may have been put there.
    if (migrated.has(key.file.id)) vault.refuseOldForm()
    const gate = new InboxGate(sealedFolderAsItLies(home), admitted)
    if (held === null) return { ...(await openLateFiles({ home, vault, now, gate })), held, goes: vault }
    // Anybody can put a key file with this id in front; it would be what this device knows of the lock.
    const first = (await keyFilesIn(home)).find(
      ({ file }) => file.id === held.id && held.vault.withKey((bytes) => isProved(file, bytes)),
    )
    if (!first) throw new Failure('key-missing', 'the key file of the lock is gone')
    const own = { key: first, vault: held.vault }
    const { isOther, ...done } = await joinLocks(home, own, { key, vault }, gate)
    return isOther ? { ...done, held: { key, vault }, goes: held.vault } : { ...done, held: own, goes: vault }
  } catch (error) {
    vault.forget()
    throw error
  }
}

function secretsIn(typed: string): readonly Secret[] {
  const code = recoverySecret(typed)
  return [
    ...(code === null ? [] : [{ kind: 'recovery', secret: code } as const]),
    { kind: 'passphrase', passphrase: typed },
  ]
}
