/** Builds the backups of the journal at work. */
import { join } from 'node:path'
import { app } from 'electron'
import { openBackupStore } from '../backups/openBackupStore'
import { counted, newSaves } from '../backups/savesFirst'
import type { Emit } from '../services/app/appEvents'
import { type BackupActions, createBackupActions } from '../services/backups/backupActions'
import { type Backups, createBackups } from '../services/backups/backups'
import { createRestores, type Restores } from '../services/backups/restores'
import type { Entries } from '../services/entries/entries'
import type { Clock } from '../services/ports/clock'
import { electronDesktop } from '../system/electronDesktop'
import type { JournalAtWork } from './composeJournal'

export interface BackupsAtWork {
  readonly backups: Backups
  readonly actions: BackupActions
  readonly restores: Restores
  /** Saves an entry; a backup that is being made waits for it. */
  readonly save: Entries['save']
}

export function composeBackups(atWork: JournalAtWork, clock: Clock, emit: Emit): BackupsAtWork {
  const { device, keepDevice, journal, session, journalFolder } = atWork
  const saves = newSaves()
  const store = openBackupStore({ script: join(__dirname, 'backups.cjs'), saves })
  const backups = createBackups({
    store,
    clock,
    today: session.today,
    dayEnds: () => journal.settings.dayEnds,
    folder: journalFolder,
    journalId: () => (journal.isOpen ? journal.forReading().id : null),
    secondPlace: () => device.value.secondBackups ?? null,
    version: app.getVersion(),
    changed: (state) => emit('backupsChanged', state),
  })
  const actions = createBackupActions({
    backups,
    store,
    desktop: electronDesktop,
    folder: journalFolder,
    keepSecondPlace: (secondBackups) => keepDevice({ secondBackups }),
  })
  const restores = createRestores({
    store,
    backups,
    clock,
    folder: journalFolder,
    trouble: () => journal.trouble,
    move: atWork.move,
    forWriting: async () => (await journal.forWriting()).entries,
    changed: ({ id, day }) => session.library.entryChanged(id, day),
  })
  const save = counted(saves, session.entries.save)
  return {
    backups,
    actions,
    restores,
    save(saved) {
      backups.saved()
      return save(saved)
    },
  }
}
