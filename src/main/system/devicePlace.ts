/** The journal's place as `device.json` keeps it. */
import type { DocumentStore } from '../services/ports/documentStore'
import type { FolderContent, JournalPlace } from '../services/ports/journalPlace'
import { areEntangled, areTheSame, bringLeft, copyJournal, lookIntoFolder } from '../storage/journal/moveJournal'
import type { DeviceState } from './deviceState'
import { withoutKnownLock } from './knownLocks'

export interface DevicePlaceNeeds {
  readonly device: DocumentStore<DeviceState>
  /** The folder when none was chosen. */
  readonly defaultFolder: string
  /** Runs `work` while the journal is closed, so that nothing is saved into the old folder meanwhile; then the current one opens. */
  readonly move: (work: () => Promise<void>) => Promise<void>
}

export function createDevicePlace({ device, defaultFolder, move }: DevicePlaceNeeds): JournalPlace {
  const current = () => device.value.journalFolder ?? defaultFolder
  const goTo = (journalFolder: string, lastOpened: string | null) =>
    device.change((value) => ({ ...value, journalFolder, lastOpened }))

  async function look(folder: string): Promise<FolderContent> {
    if (await areTheSame(current(), folder)) return 'current'
    if (await areEntangled(current(), folder)) return 'entangled'
    const found = await lookIntoFolder(folder)
    if (found.kind !== 'journal') return found.kind
    const own = await lookIntoFolder(current()).catch(() => null)
    return own?.kind === 'journal' && own.id !== null && own.id === found.id ? 'same-journal' : 'other-journal'
  }

  return {
    current,
    look,
    isThere: async () => (await lookIntoFolder(current()).catch(() => null))?.kind === 'journal',
    copyTo: (folder) =>
      move(async () => {
        const before = current()
        await copyJournal(before, folder)
        await goTo(folder, folder)
        // A command that looked where the journal is before now may have left words there since it was copied.
        await bringLeft(before, folder)
      }),
    goTo: (folder) => move(() => goTo(folder, folder)),
    // Not known before: then a folder without a journal is a beginning. Nor is a lock that one had there.
    beginIn: (folder) =>
      move(() =>
        device.change((value) => ({
          ...value,
          journalFolder: folder,
          lastOpened: null,
          knownLocks: withoutKnownLock(value, { folder, journal: null }),
        })),
      ),
  }
}
