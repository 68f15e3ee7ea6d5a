/** The folder that has what a person wrote, what may join it from its inboxes, and all that waits for the person's word. */

import type { Vault } from '../encryption/cipher/vault'
import type { AdmittedFiles } from '../encryption/files/admittedFiles'
import { contentFolder } from '../encryption/files/contentFolder'
import { sealedFolderAsItLies } from '../encryption/files/encryptedLayout'
import { type GatedFolder, InboxGate } from '../encryption/files/inboxGate'
import type { JournalFolder } from '../layout/journalFolder'
import type { Arrival, ArrivalSource } from './arrival'
import { heldArrivals } from './heldArrivals'
import { inboxArrivals } from './inboxArrivals'

export interface GatedContent extends GatedFolder {
  readonly gate: InboxGate | null
  readonly arrivals: ArrivalSource
  /** Those of them that folder listings show. What waits in an inbox is met when that is looked at, and `held` is called for it. */
  readonly listed: ArrivalSource
}

/** `held` is called for a file in an inbox that has to wait. Throws what `contentFolder` throws. */
export async function gatedContent(
  home: JournalFolder,
  vault: Vault | null,
  admitted?: AdmittedFiles,
  held?: () => void,
): Promise<GatedContent> {
  const asItLies = sealedFolderAsItLies(home)
  const gate = new InboxGate(asItLies, admitted, held)
  const folder = await contentFolder(home, vault, (path, bytes) => gate.mayOpen(path, bytes))
  const listed = heldArrivals(folder)
  if (folder === home || vault === null) return { folder, gate: null, arrivals: listed, listed }
  // A further place where files wait is a further line here.
  const sources = [listed, inboxArrivals(folder, asItLies, vault, gate)]
  return { folder, gate, arrivals: together(sources), listed }
}

function together(sources: readonly ArrivalSource[]): ArrivalSource {
  return {
    async all() {
      const found: Arrival[] = []
      for (const source of sources) found.push(...(await source.all()))
      return found
    },
    async areThere() {
      for (const source of sources) if (await source.areThere()) return true
      return false
    },
  }
}
