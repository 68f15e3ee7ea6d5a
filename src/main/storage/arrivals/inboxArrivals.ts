/** The files in the inboxes of a journal with a lock that neither this device left there nor the person let in. They wait where they lie: the device that left one brings it in by itself. */

import type { InboxGate } from '../encryption/inboxGate'
import { sealedPlace } from '../encryption/sealedPlace'
import type { Vault } from '../encryption/vault'
import { inboxesOf, inboxFiles } from '../layout/inboxes'
import type { JournalFolder } from '../layout/journalFolder'
import type { Arrival, ArrivalSource } from './arrival'
import { dismissArrival } from './dismissArrival'
import { instantOf } from './heldArrivals'

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
    const read = async (limit: number) => vault.open((await asItLies.disk.files.read(path, limit)).bytes, place)
    return {
      file: names.join('/'),
      since: instantOf((await asItLies.disk.files.info(path)).modified),
      read,
      admit: () => gate.admit(path),
      dismiss: (now) => dismissArrival(folder, path, names, read, now),
    }
  }
  return async () => {
    const found: Arrival[] = []
    for (const inbox of inboxesOf(folder.kinds))
      for (const path of await inboxFiles(folder, inbox)) if (await gate.holds(path)) found.push(await arrivalAt(path))
    return found
  }
}
