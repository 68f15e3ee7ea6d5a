/** Builds the backups of the journal at work. */
import { join } from 'node:path'
import { app } from 'electron'
import { openBackupStore } from '../backups/openBackupStore'
import { nodeDisk } from '../disk/disk'
import type { AppEvents } from '../services/app/appEvents'
import type { Shutdown } from '../services/app/shutdown'
import { type BackupActions, createBackupActions } from '../services/backups/backupActions'
import { type Backups, createBackups } from '../services/backups/backups'
import { createRestores, type Restores } from '../services/backups/restores'
import type { Clock } from '../services/ports/clock'
import { checkUnused } from '../storage/layout/checkUnused'
import { JournalFolder } from '../storage/layout/journalFolder'
import { electronDesktop } from '../system/electronDesktop'
import { log } from '../system/log'
import type { JournalAtWork } from './composeJournal'

export interface BackupsAtWork {
  readonly backups: Backups
  readonly actions: BackupActions
  readonly restores: Restores
}

export function composeBackups(
  atWork: JournalAtWork,
  clock: Clock,
  events: AppEvents,
  shutdown: Shutdown,
): BackupsAtWork {
  const { device, keepDevice, journal, library, calendar, journalFolder, saves } = atWork
  const store = openBackupStore({
    script: join(__dirname, 'backups.cjs'),
    saves,
    key: () => atWork.seal.vault()?.handOut() ?? null,
  })
  const backups = createBackups({
    store,
    clock,
    today: calendar.today,
    dayEnds: () => journal.settings.dayEnds,
    folder: journalFolder,
    journalId: () => (journal.isOpen ? journal.forReading().id : null),
    secondPlace: () => device.value.secondBackups ?? null,
    version: app.getVersion(),
    changed: (state) => events.emit('backupsChanged', state),
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
    checkUnused: () => checkUnused(new JournalFolder(nodeDisk(), journalFolder())),
    async move(work) {
      // What it gives up is all that was seen until now, versions too.
      if (journal.isOpen)
        await journal
          .forReading()
          .history.taken()
          .catch(() => undefined)
      await atWork.journalSync.lookForRollbacks()
      await atWork.goBack(work)
    },
    forWriting: async () => (await journal.forWriting()).entries,
    changed({ id, day }) {
      void journal.forReading().rollbacks.forget({ kind: 'entry', record: id, day: null })
      library.recordChanged('entry', id, day)
    },
  })
  events.on('journalWritten', backups.saved)
  events.on('clockTicked', () => void backups.look().catch((error) => log('backup', error)))
  shutdown.join({ end: backups.stop })
  return { backups, actions, restores }
}
