import type { BackupAnswers } from '#shared/contract/backups'
import type { BackupActions } from '../../services/backups/backupActions'
import type { Restores } from '../../services/backups/restores'
import type { HandlersOf } from '../serve'

interface Served {
  readonly backups: BackupActions
  readonly restores: Restores
}

export function backupHandlers({ backups, restores }: Served): HandlersOf<keyof BackupAnswers> {
  return {
    'backups.read': () => backups.read(),
    'backups.make': () => backups.make(),
    'backups.chooseSecond': () => backups.chooseSecond(),
    'backups.forgetSecond': () => backups.forgetSecond(),
    'backups.showFolder': () => backups.showFolder(),
    'backups.chooseFile': () => backups.chooseFile(),
    'backups.compare': ({ name, passphrase }) => restores.compare(name, passphrase ?? null),
    'backups.restore': ({ name }) => restores.whole(name),
    'backups.restoreEntries': ({ name, ids, passphrase }) => restores.entries(name, ids, passphrase ?? null),
  }
}
