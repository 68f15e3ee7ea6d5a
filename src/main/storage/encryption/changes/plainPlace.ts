/** Where a sealed file lies once it is opened, beside a journal without a lock or one whose lock is being turned off. */
import type { Instant } from '#shared/domain/day'
import type { JournalFolder } from '../../layout/journalFolder'
import { sealedPlace } from '../cipher/sealedPlace'
import type { Vault } from '../cipher/vault'
import { arrivalPlace } from '../files/arrivalPlace'
import { damagedPlace } from '../files/damagedPlace'
import type { Names } from '../files/fileSet'
import type { InboxGate } from '../files/inboxGate'
import { textIn, waitsForWord } from './sealAnew'

export interface Opening {
  readonly home: JournalFolder
  readonly vault: Vault
  readonly now: Instant
  readonly gate: InboxGate
}

/** Its own, but for what is not in its place, and for what anyone may have left: that waits. */
export async function plainPlace({ home, vault, now, gate }: Opening, names: Names, bytes: Uint8Array): Promise<Names> {
  const place = sealedPlace(home.kinds, names)
  const text = textIn(vault, bytes, place)
  if (text === null) return damagedPlace(names, now)
  return (await waitsForWord(gate, place, names, bytes)) ? arrivalPlace(vault, names, text) : names
}
