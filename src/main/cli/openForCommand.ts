/** The journal of this device, opened for a command: read without the process lock, with the passphrase where it has a lock. */
import { join } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { nodeDisk } from '../disk/disk'
import { AdmittedFiles, admittedName } from '../storage/encryption/admittedFiles'
import { openLock } from '../storage/encryption/openLock'
import type { Vault } from '../storage/encryption/vault'
import { wasPutBack } from '../storage/encryption/wasPutBack'
import { beginJournal } from '../storage/journal/beginJournal'
import { type JournalForReading, openJournalForReading } from '../storage/journal/openJournalForReading'
import { JournalFolder } from '../storage/layout/journalFolder'
import { commandSteadyFor } from '../storage/safekeeping/staysDamaged'
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
}

export interface OpenForCommandNeeds {
  readonly userData: string
  /** Asked once, for a journal with a lock; null when there is no way to ask. */
  readonly passphrase: () => Promise<string | null>
  /** Where nothing was ever written, the command begins the journal. */
  readonly begins: boolean
}

/** Throws `locked` without a passphrase, `wrong-passphrase`, `folder-missing`, and what the disk says. */
export async function openForCommand({ userData, passphrase, begins }: OpenForCommandNeeds): Promise<OpenedForCommand> {
  const { folder, isKnown, migratedLocks = [] } = await storedPlace(userData)
  const admitted = new AdmittedFiles(join(userData, admittedName))
  const presentFolder = async () => (await storedPlace(userData)).folder
  try {
    return {
      folder,
      presentFolder,
      isKnown,
      journal: await openJournalForReading({ folder, steadyFor: commandSteadyFor }),
      vault: null,
      admitted,
    }
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'unexpected'
    if (code === 'locked') {
      const opened = await unlocked({ folder, isKnown, admitted, migratedLocks, passphrase: await passphrase() })
      return { ...opened, presentFolder }
    }
    if (code !== 'folder-missing' || isKnown || !begins) throw error
  }
  await beginJournal({ folder, clock: systemClock })
  return {
    folder,
    presentFolder,
    isKnown,
    journal: await openJournalForReading({ folder, steadyFor: commandSteadyFor }),
    vault: null,
    admitted,
  }
}

async function unlocked({
  folder,
  isKnown,
  admitted,
  migratedLocks,
  passphrase,
}: {
  readonly folder: string
  readonly isKnown: boolean
  readonly admitted: AdmittedFiles
  readonly migratedLocks: readonly string[]
  readonly passphrase: string | null
}): Promise<Omit<OpenedForCommand, 'presentFolder'>> {
  if (passphrase === null) throw new Failure('locked', 'no passphrase was given')
  const home = new JournalFolder(nodeDisk(), folder)
  const { found, opened: vault } = await openLock(home, { kind: 'passphrase', passphrase })
  // The app puts the key file right; here it is only not believed.
  if (await wasPutBack(home, found, { has: (lock) => migratedLocks.includes(lock) })) vault.refuseOldForm()
  const journal = await openJournalForReading({ folder, vault, steadyFor: commandSteadyFor, admitted })
  return { folder, isKnown, journal, vault, admitted }
}
