/** What the page asks of the backups: how they stand, one now, and where their copies go. */
import type { AddedBackup, BackupsState } from '#shared/contract/backups'
import { messages } from '#shared/messages/messages'
import type { BackupStore } from '../ports/backupStore'
import type { Desktop } from '../ports/desktop'
import type { Backups } from './backups'

export interface BackupActionsNeeds {
  readonly backups: Backups
  readonly store: Pick<BackupStore, 'beginPlace' | 'isThere'>
  readonly desktop: Pick<Desktop, 'chooseFolder' | 'chooseFile' | 'showFolder'>
  /** The journal's folder. */
  readonly folder: () => string
  readonly keepSecondPlace: (place: string | null) => Promise<void>
}

export interface BackupActions {
  read(): Promise<BackupsState>
  make(): Promise<BackupsState>
  chooseSecond(): Promise<BackupsState>
  forgetSecond(): Promise<BackupsState>
  showFolder(): Promise<null>
  chooseFile(): Promise<AddedBackup>
}

export function createBackupActions(needs: BackupActionsNeeds): BackupActions {
  const { backups, store, desktop, folder, keepSecondPlace } = needs
  return {
    read: backups.read,
    make: () => backups.make('asked'),
    async chooseSecond() {
      const chosen = await desktop.chooseFolder(messages.backingUp.dialogChoose)
      if (chosen === null) return backups.read()
      await keepSecondPlace(await store.beginPlace(chosen, folder()))
      return backups.placeChanged()
    },
    async forgetSecond() {
      await keepSecondPlace(null)
      return backups.placeChanged()
    },
    async showFolder() {
      await desktop.showFolder((await backups.read()).folder)
      return null
    },
    async chooseFile() {
      const file = await desktop.chooseFile(messages.restoring.dialogChoose)
      return file === null ? { state: await backups.read(), added: null } : backups.add(file)
    },
  }
}
