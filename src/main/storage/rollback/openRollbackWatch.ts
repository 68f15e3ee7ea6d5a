/** The watch of an open journal; without a folder of the device nothing is remembered, and nothing is told. */
import type { Disk } from '../../disk/disk'
import type { Rollbacks } from '../../services/ports/rollbacks'
import type { Vault } from '../encryption/cipher/vault'
import type { JournalContext } from '../safekeeping/journalContext'
import { RollbackWatch } from './rollbackWatch'
import { SeenStates, seenPath } from './seenStates'

export interface OpeningWatch {
  readonly journal: JournalContext
  /** As the device has it: its folder is not sealed as the journal is. */
  readonly device: Disk
  /** Of the device, for what was seen. */
  readonly folder: string | null
  readonly id: string
  readonly vault: Vault | null | undefined
  readonly steady: (() => number) | undefined
}

export interface OpenRollbackWatch extends Rollbacks {
  close(): Promise<void>
}

const nothing: OpenRollbackWatch = {
  look: async () => null,
  findings: () => [],
  dismiss: async () => undefined,
  forget: async () => undefined,
  close: async () => undefined,
}

export function openRollbackWatch(opening: OpeningWatch): OpenRollbackWatch {
  const { journal, device, folder, id, vault = null, steady } = opening
  if (folder === null) return nothing
  const { home } = journal.folder
  return new RollbackWatch({
    journal,
    device,
    folder,
    id,
    open: () => SeenStates.of({ disk: device, path: seenPath(folder, id), vault, folder: home }),
    ...(steady && { steady }),
  })
}
