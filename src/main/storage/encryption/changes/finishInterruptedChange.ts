/** At each unlocking, before anybody writes: what a crash left is put right, the key file and its copy are the same again, and unsealed words are sealed. */
import type { JournalFolder } from '../../layout/journalFolder'
import { isNewer, isProved, type KeyFile } from '../cipher/keyFile'
import type { Vault } from '../cipher/vault'
import { type FoundLock, keepKeyFile, keyFileName, readKey, sealedName } from '../files/encryptedLayout'
import { finishEnabling } from './enableEncryption'
import { sealStrays } from './sealStrays'

/** To be run by the one process that has the journal. */
export async function finishInterruptedChange(
  home: JournalFolder,
  found: FoundLock,
  vault: Vault,
  steadyFor = 0,
  device: string | null = null,
): Promise<void> {
  await finishEnabling(home, device)
  await evenKeyFiles(home, found, vault, steadyFor)
  await sealStrays(home, vault, 'wait', steadyFor)
}

/** The newer of the two, as the key proves them, takes the place of the other one. Of two that were changed apart both stay. */
async function evenKeyFiles(home: JournalFolder, found: FoundLock, vault: Vault, steadyFor: number): Promise<void> {
  const [front, copy] = [home.path(keyFileName), home.path(sealedName, keyFileName)]
  const keep = (path: string, key: Parameters<typeof keepKeyFile>[2]) =>
    keepKeyFile(home, path, key, { vault, steadyFor })
  if (found.isCopy) return keep(front, found)
  const isOurs = (file: KeyFile) => vault.withKey((key) => isProved(file, key))
  const there = await readKey(home, copy)
  if (there?.file && there.file.id === found.file.id && isNewer(there.file, found.file) && isOurs(there.file)) {
    await keep(front, there)
    if (there.file.schema > found.file.schema) vault.refuseOldForm()
  } else if (isOurs(found.file)) await home.inside([sealedName], () => keep(copy, found))
}
