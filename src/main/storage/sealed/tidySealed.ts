/** At each unlocking, before anybody writes: what a crash left is put right, the key file and its copy are the same again, and unsealed words come in. */
import type { JournalFolder } from '../journalFolder'
import { type FoundLock, keepKeyFile, keyFileName, sealedFolder, sealedName } from './sealedPlace'
import { takeIn } from './takeIn'
import { finishTurningOn } from './turnOn'
import type { Vault } from './vault'

/** To be run by the one process that has the journal. Resolves with how many files had to stay unsealed. */
export async function tidySealed(home: JournalFolder, found: FoundLock, vault: Vault): Promise<number> {
  await finishTurningOn(home)
  await keepKeyFile(home, found.isCopy ? home.path(keyFileName) : home.path(sealedName, keyFileName), found)
  return takeIn(home, sealedFolder(home, vault))
}
