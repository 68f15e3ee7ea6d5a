/** The watch of an open journal; without a folder of the device nothing is remembered, and nothing is told. */
import { KeyedQueue } from '../../async/keyedQueue'
import type { Disk } from '../../disk/disk'
import type { Rollbacks } from '../../services/ports/rollbacks'
import type { Vault } from '../encryption/cipher/vault'
import type { JournalContext } from '../safekeeping/journalContext'
import { RollbackWatch } from './rollbackWatch'
import { SeenStates, seenPath } from './seenStates'
import { VersionWatch } from './versionWatch'

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
  let seen: Promise<SeenStates> | null = null
  const open = () => {
    seen ??= SeenStates.of({ disk: device, path: seenPath(folder, id), vault, folder: home })
    return seen
  }
  const needs = { journal, device, folder, id, open, ...(steady && { steady }) }
  const [states, versions, queue] = [new RollbackWatch(needs), new VersionWatch(needs), new KeyedQueue()]
  const inTurn = <T>(task: () => Promise<T>) => queue.run('look', task)
  return {
    look: (found) =>
      inTurn(async () => {
        // Before the other one has followed a restore.
        const waits = [await versions.look(found), await states.look(found)].filter((wait) => wait !== null)
        await versions.giveUpLeft()
        return waits.length > 0 ? Math.min(...waits) : null
      }),
    findings: () => [...states.findings(), ...versions.findings()],
    dismiss: (place) =>
      inTurn(async () => {
        await versions.dismiss(place)
        await states.dismiss(place)
      }),
    forget: (place) => inTurn(() => states.forget(place)),
    close: () =>
      inTurn(async () => {
        await versions.close()
        await states.close()
      }),
  }
}
