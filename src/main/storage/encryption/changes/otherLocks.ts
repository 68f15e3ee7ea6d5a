/** What other locks sealed stays sealed when a lock is turned off, as late files that their passphrases open; the key file of one may be on its way yet. */
import type { JournalFolder } from '../../layout/journalFolder'
import { sealedMark } from '../cipher/fileCipher'
import { isForInbox } from '../cipher/sealedInbox'
import type { Vault } from '../cipher/vault'
import { retiredKeys } from '../files/retiredKeys'
import { textIn } from './sealAnew'

export interface OtherLocks {
  isLate(bytes: Uint8Array): boolean
  /** Marks that files bear which were asked for so far: of locks of which no key file is retired. */
  readonly found: ReadonlySet<string>
}

export async function otherLocks(home: JournalFolder, vault: Vault): Promise<OtherLocks> {
  const retired = new Set((await retiredKeys(home)).marks)
  retired.delete(vault.keyMark)
  const found = new Set<string>()
  return {
    found,
    isLate(bytes) {
      // What lies in an inbox doesn't say of which lock it is.
      if (isForInbox(bytes)) return retired.size + found.size > 0 && textIn(vault, bytes) === null
      const mark = sealedMark(bytes)
      if (mark === null || mark === vault.keyMark) return false
      if (!retired.has(mark)) found.add(mark)
      return true
    },
  }
}
