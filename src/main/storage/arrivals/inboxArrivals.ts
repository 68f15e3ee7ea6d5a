/** The files in the inboxes of a journal with a lock that neither this device left there nor the person let in. They wait where they lie: the device that left one brings it in by itself. */

import { sealedPlace } from '../encryption/cipher/sealedPlace'
import type { Vault } from '../encryption/cipher/vault'
import type { InboxGate } from '../encryption/files/inboxGate'
import { inboxesOf, inboxFiles } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import type { Arrival, ArrivalSource } from './arrival'
import { dismissArrival } from './dismissArrival'
import { readWaiting, waitingSince } from './waitingFile'

/** `folder` opens what is sealed and may be opened; `asItLies` is the same one without the key. */
export function inboxArrivals(
  folder: JournalFolder,
  asItLies: JournalFolder,
  vault: Vault,
  gate: InboxGate,
): ArrivalSource {
  const arrivalAt = async (path: string): Promise<Arrival> => {
    const names = folder.nameOf(path).split('/')
    const place = sealedPlace(folder.kinds, names)
    const read = async (limit: number) => vault.open(await readWaiting(asItLies.disk, path, limit), place)
    return {
      file: names.join('/'),
      since: await waitingSince(asItLies.disk, path),
      read,
      admit: () => gate.admit(path),
      dismiss: (now) => dismissArrival(folder, path, names, read, now),
    }
  }
  return {
    async all() {
      const found: Arrival[] = []
      for await (const path of heldIn(folder, gate)) found.push(await arrivalAt(path))
      return found
    },
    async areThere() {
      for await (const _ of heldIn(folder, gate)) return true
      return false
    },
  }
}

/** Of what can't be read now the look at the inboxes tells. */
async function* heldIn(folder: JournalFolder, gate: InboxGate): AsyncGenerator<string> {
  for (const inbox of inboxesOf(folder.kinds))
    for (const path of await inboxFiles(folder, inbox)) if (await gate.holds(path).catch(() => false)) yield path
}
