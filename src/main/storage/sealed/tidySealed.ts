/** At each unlocking, before anybody writes: what a crash left is put right, the key file and its copy are the same again, and unsealed words come in. */
import type { JournalFolder } from '../journalFolder'
import { saveDurably } from '../saveDurably'
import { type FoundLock, keyFileName, sealedFolder, sealedName } from './sealedPlace'
import { takeIn } from './takeIn'
import { finishTurningOn } from './turnOn'
import type { Vault } from './vault'

/** To be run by the one process that has the journal. Resolves with how many files had to stay unsealed. */
export async function tidySealed(home: JournalFolder, { bytes, isCopy }: FoundLock, vault: Vault): Promise<number> {
  await finishTurningOn(home)
  await saveDurably(home.disk, isCopy ? home.path(keyFileName) : home.path(sealedName, keyFileName), bytes)
  return takeIn(home, sealedFolder(home, vault))
}
