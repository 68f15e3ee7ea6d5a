/** The journal of this device, opened for a command: read without the process lock, with the passphrase where it has a lock. */
import { join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { type Disk, nodeDisk } from '../disk/disk'
import type { Vault } from '../storage/encryption/cipher/vault'
import { AdmittedFiles, admittedName } from '../storage/encryption/files/admittedFiles'
import { wasPutBack } from '../storage/encryption/files/wasPutBack'
import { knownLockOf } from '../storage/encryption/keys/knownLock'
import { openLock } from '../storage/encryption/keys/openLock'
import type { InboxPlace } from '../storage/inbox/leaveInInbox'
import { beginJournal } from '../storage/journal/beginJournal'
import { type JournalForReading, openJournalForReading } from '../storage/journal/openJournalForReading'
import { JournalFolder } from '../storage/layout/journalFolder'
import { statesName } from '../storage/safekeeping/keptStates'
import { commandSteadyFor } from '../storage/safekeeping/staysDamaged'
import { inboxPlace } from '../system/inboxPlace'
import { storedPlace } from '../system/storedPlace'
import { systemClock } from '../system/systemClock'

export interface OpenedForCommand {
  readonly folder: string
  /** The same, looked up anew: it may be moved meanwhile. */
  presentFolder(): Promise<string>
  /** Whether the app has opened it on this device before. */
  readonly isKnown: boolean
  readonly journal: JournalForReading
  readonly vault: Vault | null
  /** Which files in its inboxes this device left there, or the person let in. */
  readonly admitted: AdmittedFiles
  /** As the app writes: its saves are counted, and the last state is kept. */
  readonly device: string | null
  readonly states: string
  /** Where words that are left go in that folder now. */
  inboxIn(folder: string): Promise<InboxPlace>
}

export interface OpenForCommandNeeds {
  readonly userData: string
  /** Asked once, for a journal with a lock; null when there is no way to ask. */
  readonly passphrase: () => Promise<string | null>
  /** Where nothing was ever written, the command begins the journal. */
  readonly begins: boolean
  readonly disk?: Partial<Disk>
}

/** Throws `locked` without a passphrase, `wrong-passphrase`, `folder-missing`, and what the disk says. */
export async function openForCommand({
  userData,
  passphrase,
  begins,
  disk = {},
}: OpenForCommandNeeds): Promise<OpenedForCommand> {
  const { folder, isKnown, migratedLocks = [], device = null } = await storedPlace(userData)
  const states = join(userData, statesName)
  const admitted = new AdmittedFiles(join(userData, admittedName))
  const presentFolder = async () => (await storedPlace(userData)).folder
  const inboxIn = (at: string) => inboxPlace(userData, at, async () => (await storedPlace(userData)).locks ?? {})
  const given = { folder, presentFolder, isKnown, inboxIn, admitted, device, states, vault: null }
  try {
    return { ...given, journal: await openJournalForReading({ ...disk, folder, steadyFor: commandSteadyFor }) }
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'unexpected'
    if (code === 'locked') {
      const unlockedBy = { disk, folder, inboxIn, admitted, migratedLocks, passphrase: await passphrase() }
      return { ...given, ...(await unlocked(unlockedBy)) }
    }
    if (code !== 'folder-missing' || isKnown || !begins) throw error
  }
  await beginJournal({ folder, clock: systemClock })
  return { ...given, journal: await openJournalForReading({ ...disk, folder, steadyFor: commandSteadyFor }) }
}

/** A key file that the passphrase opens just now is known to this command, whatever the app has opened on this device. */
async function unlocked({
  disk,
  folder,
  inboxIn,
  admitted,
  migratedLocks,
  passphrase,
}: {
  readonly disk: Partial<Disk>
  readonly folder: string
  readonly inboxIn: OpenedForCommand['inboxIn']
  readonly admitted: AdmittedFiles
  readonly migratedLocks: readonly string[]
  readonly passphrase: string | null
}): Promise<Pick<OpenedForCommand, 'journal' | 'vault' | 'inboxIn'>> {
  if (passphrase === null) throw new Failure('locked', 'no passphrase was given')
  const home = new JournalFolder(nodeDisk(disk), folder)
  const { by, opened: vault } = await openLock(home, { kind: 'passphrase', passphrase })
  // The app puts the key file right; here it is only not believed.
  if (await wasPutBack(home, by, { has: (lock) => migratedLocks.includes(lock) })) vault.refuseOldForm()
  else if (!vault.takesOldForm && !migratedLocks.includes(by.file.id)) vault.awaitMigrated()
  const known = () => knownLockOf(by)
  const journal = await openJournalForReading({ ...disk, folder, vault, steadyFor: commandSteadyFor, admitted })
  return { journal, vault, inboxIn: async (at) => ({ ...(await inboxIn(at)), known }) }
}
