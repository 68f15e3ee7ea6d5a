/** At each unlocking, before anybody writes: what a crash left is put right, the key file and its copy are the same again, and unsealed words are sealed. */
import type { JournalFolder } from '../layout/journalFolder'
import { finishEnabling } from './enableEncryption'
import { type FoundLock, keepKeyFile, keyFileName, sealedName } from './encryptedLayout'
import { sealStrays } from './sealStrays'
import type { Vault } from './vault'

/** To be run by the one process that has the journal. Resolves with how many files had to stay unsealed. */
export async function finishInterruptedChange(
  home: JournalFolder,
  found: FoundLock,
  vault: Vault,
  steadyFor = 0,
  device: string | null = null,
): Promise<number> {
  await finishEnabling(home, device)
  if (found.isCopy) await keepKeyFile(home, home.path(keyFileName), found, steadyFor)
  else await home.inside([sealedName], (folder) => keepKeyFile(home, `${folder}/${keyFileName}`, found, steadyFor))
  return sealStrays(home, vault, 'wait')
}
