/**
 * Once another key counts, or none: a file of this device, outside of the journal, that a key which goes has sealed is written as the journal is now. That
 * key is here for the last time.
 */
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import { saveDurably } from '../../disk/saveDurably'
import type { SealedPlace } from '../encryption/cipher/sealedPlace'
import type { Vault } from '../encryption/cipher/vault'
import { maxDocumentBytes } from '../format/fileFormat'

export interface SealingAnew {
  /** As the bytes lie on it. */
  readonly disk: Disk
  /** With what is sealed as the journal is now. */
  readonly now: Disk
  readonly former: Vault
}

/** `places`: for what it may be sealed. Never throws: what that key does not open, and what can't be written, stays as it is. */
export async function sealOnDeviceAnew(
  { disk, now, former }: SealingAnew,
  path: string,
  places: readonly SealedPlace[],
): Promise<void> {
  try {
    const { bytes } = await disk.files.read(path, maxDocumentBytes * 2)
    const [text] = places.flatMap((place) => textIn(former, bytes, place))
    // The journal may be open, and what it has saved since is the newer one.
    const lastLook = async () => {
      const there = await disk.files.read(path, maxDocumentBytes * 2)
      if (Buffer.compare(there.bytes, bytes) !== 0) throw new Failure('conflict', 'written meanwhile')
    }
    if (text !== undefined) await saveDurably(now, path, text, lastLook)
  } catch {
    // A device that takes no file now.
  }
}

function textIn(vault: Vault, bytes: Uint8Array, place: SealedPlace): Uint8Array[] {
  try {
    return [vault.open(bytes, place)]
  } catch {
    return []
  }
}
